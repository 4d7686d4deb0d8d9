"""The evaluation of state bodies as people work on it: versions of the method, points, appeals, totals."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.model.access import Actor
from kb.model.evaluation import Appeal, AppealMove, AppealState, Evaluation
from kb.model.evaluation_method import Method
from kb.model.evaluation_shapes import appeal_to_json, given_to_json
from kb.monitoring import BadMarks
from kb.monitoring.evaluation import (
    Change,
    Total,
    check_filing,
    check_move,
    compare_methods,
    method_to_json,
    own_methods,
    read_method,
    total_points,
)
from kb.pipeline.errors import BadEvaluation, UnknownName
from kb.pipeline.typed_words import typed_words
from kb.store import Reader, Store

LONGEST_REASON = 2_000
LONGEST_AUTHOR = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySheet:
    """All of the evaluation of a body for a year; `totals` has those of items by id, under "" that of the body."""

    method: Method
    evaluation: Evaluation
    appeals: tuple[Appeal, ...]
    totals: Mapping[str, Total]


class Evaluations:
    """The evaluations of a base, which no build changes. Safe to use from several threads."""

    def __init__(
        self, store: Store, *, today: Callable[[], date], clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._today = today
        self._clock = clock

    def methods(self) -> tuple[Method, ...]:
        """The versions of the method: those of the program, then those that people gave."""
        with self._store.read() as base:
            return tuple(_methods(base).values())

    def method(self, name: str) -> Method:
        """A version of the method; raises UnknownName."""
        with self._store.read() as base:
            return _method(base, name)

    def add_method(self, method: Method, *, actor: Actor) -> None:
        """Keeps a version that somebody gives; raises BadMarks for an id that there is already."""
        with self._store.write() as base:
            if method.id in _methods(base):
                raise BadMarks([f"there is a method {method.id} already, versions are not changed; give it a new id"])
            payload, now = method_to_json(method), self._clock()
            base.add_evaluation_method(method.id, payload, at=now)
            base.note_audit(actor=actor, action="evaluation_method.add", target=method.id, after=payload, at=now)

    def changes(self, before: str, after: str) -> tuple[Change, ...]:
        """What changed from one version to another; raises UnknownName."""
        with self._store.read() as base:
            return compare_methods(_method(base, before), _method(base, after))

    def years(self) -> tuple[int, ...]:
        """The years that bodies were evaluated for, the newest first."""
        with self._store.read() as base:
            return base.evaluation_years()

    def listed(self, year: int) -> tuple[BodySheet, ...]:
        """The sheets of a year, by id of the evaluation."""
        with self._store.read() as base:
            methods = _methods(base)
            appeals: dict[str, list[Appeal]] = defaultdict(list)
            for appeal in base.evaluation_appeals_of_year(year):
                appeals[appeal.evaluation].append(appeal)
            return tuple(
                _sheet(methods[one.method], one, tuple(appeals[one.id])) for one in base.evaluations(year=year)
            )

    def sheet(self, name: str) -> BodySheet:
        """The evaluation of an id with its appeals and totals; raises UnknownName."""
        with self._store.read() as base:
            return _read_sheet(base, name)

    def keep(self, evaluations: Sequence[Evaluation], *, actor: Actor, replace: bool = False) -> None:
        """Keeps evaluations, all of them or none, each with its own entry in the audit trail.

        Raises BadMarks for those that are there already (unless `replace`), and where a replaced one would take away
        the method or the points that an appeal is about.
        """
        now = self._clock()
        with self._store.write() as base:
            faults = []
            for one in evaluations:
                before = base.evaluation(one.id)
                faults += _clashes(before, one, base.evaluation_appeals(one.id), replace=replace)
                base.save_evaluation(one)
                base.note_audit(
                    actor=actor,
                    action="evaluation.import",
                    target=one.id,
                    before={"method": before.method, **given_to_json(before)} if before else None,
                    after={"method": one.method, **given_to_json(one)},
                    at=now,
                )
            if faults:
                raise BadMarks(faults)

    def file_appeal(
        self, name: str, item: str, *, day: date, reason: str, actor: Actor, behalf: str | None = None
    ) -> Appeal:
        """Files an appeal on the points of an item, on behalf of the body itself; raises UnknownName, BadAppeal of
        kb.monitoring.evaluation, BadEvaluation for a reason or name that cannot be kept."""
        with self._store.write() as base:
            sheet = _read_sheet(base, name)
            move = self._move(
                AppealState.FILED, day=day, behalf=behalf or sheet.evaluation.body, reason=reason, actor=actor
            )
            term = check_filing(
                sheet.method, sheet.evaluation, sheet.appeals, item=item, move=move, today=self._today()
            )
            made = base.add_evaluation_appeal(name, item, move, in_term=term)
            base.note_audit(
                actor=actor.signing(move.author), action="appeal.file", target=str(made.id),
                after=appeal_to_json(made), at=move.at,
            )  # fmt: skip
            return made

    def move_appeal(
        self,
        number: int,
        state: AppealState,
        *,
        behalf: str,
        day: date,
        reason: str,
        actor: Actor,
        points: Decimal | None = None,
    ) -> Appeal:
        """Brings an appeal to another state on behalf of a body; `points` are those that an accepted one gives.

        Raises UnknownName, BadAppeal, BadEvaluation.
        """
        with self._store.write() as base:
            appeal = base.evaluation_appeal(number)
            if appeal is None:
                raise UnknownName(f"no appeal {number} in this base; kb monitor evaluation show lists them")
            sheet = _read_sheet(base, appeal.evaluation)
            others = tuple(one for one in sheet.appeals if one.id != number)
            move = self._move(state, day=day, behalf=behalf, reason=reason, actor=actor, points=points)
            check_move(sheet.method, sheet.evaluation, appeal, others, move=move, today=self._today())
            base.add_evaluation_appeal_move(number, move)
            moved = base.evaluation_appeal(number) or appeal
            base.note_audit(
                actor=actor.signing(move.author), action=f"appeal.{state.value}", target=str(number),
                before={"state": appeal.state.value}, after=appeal_to_json(moved)["moves"][-1], at=move.at,
            )  # fmt: skip
            return moved

    def _move(
        self,
        state: AppealState,
        *,
        day: date,
        behalf: str,
        reason: str,
        actor: Actor,
        points: Decimal | None = None,
    ) -> AppealMove:
        return AppealMove(
            state=state,
            day=day,
            behalf=behalf,
            reason=typed_words(reason, "a reason", longest=LONGEST_REASON, wrong=BadEvaluation),
            author=typed_words(
                actor.name, "the name of the person who enters it", longest=LONGEST_AUTHOR, wrong=BadEvaluation
            ),
            at=self._clock(),
            points=points,
        )


def _methods(base: Reader) -> dict[str, Method]:
    given = (read_method(payload, f"the stored method {payload['id']}") for payload in base.evaluation_methods())
    return {**own_methods(), **{one.id: one for one in given}}


def _method(base: Reader, name: str) -> Method:
    known = _methods(base)
    if name not in known:
        raise UnknownName(f"no method {name!r}; there are {', '.join(known)}")
    return known[name]


def _read_sheet(base: Reader, name: str) -> BodySheet:
    found = base.evaluation(name)
    if found is None:
        raise UnknownName(f"no evaluation {name!r} in this base; kb monitor evaluation list shows them")
    return _sheet(_method(base, found.method), found, base.evaluation_appeals(name))


def _sheet(method: Method, evaluation: Evaluation, appeals: tuple[Appeal, ...]) -> BodySheet:
    totals = total_points(method, evaluation, appeals)
    return BodySheet(method=method, evaluation=evaluation, appeals=appeals, totals=totals)


def _clashes(before: Evaluation | None, after: Evaluation, appeals: Sequence[Appeal], *, replace: bool) -> list[str]:
    if before is None:
        return []
    if not replace:
        return [f"{after.id} is in the base already; use --replace to put this in its place"]
    if appeals and before.method != after.method:
        return [f"{after.id} has appeals by the method {before.method}; it cannot go over to {after.method}"]
    given = {one.item for one in after.scores}
    return [
        f"{after.id}: appeal {one.id} is on «{one.item}», which would have no points; give its points too"
        for one in appeals
        if one.item not in given
    ]
