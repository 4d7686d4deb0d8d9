"""The way of an appeal: what may follow on what, on whose behalf, and when."""

from collections.abc import Sequence
from datetime import date, timedelta

from kb.model.evaluation import Appeal, AppealMove, AppealState, Evaluation
from kb.model.evaluation_method import Method
from kb.model.language import Language
from kb.monitoring.errors import MonitoringError
from kb.monitoring.evaluation.totals import points_in_force
from kb.monitoring.evaluation.wording import evaluation_table, evaluation_words

BODY_SIDE, STEP = "body", "appeals"


class BadAppeal(MonitoringError):  # noqa: N818 - it is a state of what was asked
    """A step of an appeal that cannot be taken; the text says which can."""


def following_states(state: AppealState | None) -> tuple[AppealState, ...]:
    """The states that an appeal may come to from this one; None = there is no appeal yet."""
    table = evaluation_table("states")
    if state is None:
        return tuple(AppealState(code) for code, entry in table.items() if not entry["after"])
    return tuple(AppealState(code) for code, entry in table.items() if state.value in entry["after"])


def check_filing(
    method: Method, evaluation: Evaluation, appeals: Sequence[Appeal], *, item: str, move: AppealMove, today: date
) -> bool | None:
    """Whether an appeal is filed in the months of the method, None where it gives none; raises BadAppeal for one that
    cannot be filed: on an item without points or with an open appeal, by another body, on a day to come."""
    if item not in {one.item for one in evaluation.scores}:
        given = ", ".join(one.item for one in evaluation.scores) or "none"
        raise BadAppeal(f"{evaluation.id} has no points for «{item}» to appeal; it has points for {given}")
    open_one = next((one for one in appeals if one.item == item and following_states(one.state)), None)
    if open_one is not None:
        raise BadAppeal(f"appeal {open_one.id} on «{item}» is open already; decide or withdraw it first")
    _check_move(method, evaluation, item, move, today, before=None)
    return in_term(method, evaluation.year, item, move.day)


def check_move(
    method: Method, evaluation: Evaluation, appeal: Appeal, others: Sequence[Appeal], *, move: AppealMove, today: date
) -> None:
    """Checks a step of an appeal beside the `others` of the evaluation.

    Raises BadAppeal for a step that does not follow, is not theirs to take, goes back in time or lacks its points.
    """
    _check_move(method, evaluation, appeal.item, move, today, before=appeal.moves[-1])
    granted = move.points is not None
    if granted != (move.state is AppealState.ACCEPTED):
        wanted = "needs the points that hold from now on" if not granted else "changes no points; leave them out"
        raise BadAppeal(f"an appeal that is {move.state.value} {wanted}")
    if move.points is None:
        return
    most = method.path(appeal.item)[-1].most
    if move.points < 0 or (most is not None and move.points > most):
        raise BadAppeal(f"{move.points} points for «{appeal.item}»: they go from 0 to {most or 'any number'}")
    if move.points == points_in_force(evaluation, others)[appeal.item]:
        raise BadAppeal(f"«{appeal.item}» has {move.points} points already; accept with others, or reject the appeal")


def in_term(method: Method, year: int, item: str, day: date) -> bool | None:
    """Whether `day` lies in the months in which points of `item` may be appealed, of the year after the evaluated one;
    None where the method does not tell them."""
    above = {one.id for one in method.path(item)}
    terms = [one for one in method.calendar if one.step == STEP and one.item in above]
    if not terms:
        return None
    return any(day.year == year + 1 and one.first <= day.month <= one.last for one in terms)


def due_day(method: Method, appeal: Appeal) -> date | None:
    """The last day to decide an open appeal; None for a decided one, or where the method gives no term."""
    if method.days_to_consider is None or not following_states(appeal.state):
        return None
    return appeal.moves[0].day + timedelta(days=method.days_to_consider)


def who_may(method: Method, evaluation: Evaluation, item: str, state: AppealState) -> tuple[str, ...]:
    """The bodies on whose behalf an appeal may come to a state."""
    by_body = evaluation_table("states")[state.value]["by"] == BODY_SIDE
    return (evaluation.body,) if by_body else method.evaluators_of(item)


def _check_move(
    method: Method, evaluation: Evaluation, item: str, move: AppealMove, today: date, *, before: AppealMove | None
) -> None:
    allowed = following_states(before.state if before else None)
    if move.state not in allowed:
        now = evaluation_words("states", before.state.value, Language.EN).lower() if before else "not filed"
        then = ", ".join(allowed) or "nothing: it is decided"
        raise BadAppeal(f"the appeal is {now}; what may follow is {then}")
    may = who_may(method, evaluation, item, move.state)
    if move.behalf not in may:
        raise BadAppeal(f"«{move.state.value}» is for {', '.join(may) or 'nobody in this method'}, not {move.behalf}")
    if move.day > today:
        raise BadAppeal(f"{move.day} is still to come; give the day on which it was done")
    if before is not None and move.day < before.day:
        raise BadAppeal(f"{move.day} is before {before.day}, the day of the step before")
    if move.day.year <= evaluation.year:
        raise BadAppeal(f"{move.day} lies before the end of {evaluation.year}, the year that is evaluated")
