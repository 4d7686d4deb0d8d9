"""What holds on a day: every statement with its ruling."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kb.model import ActStatus, Deadline, Fee, FeeKind, Standing, Statement
from kb.resolve.act_history import ActHistory
from kb.resolve.defeats import find_defeats
from kb.resolve.precedence import Forces, begins, clashes, narrows, same_subject
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import is_heard, rank_of


class RuledStanding(StrEnum):
    """Why a statement holds on a day, or why it does not."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    REPEALED = "repealed"
    PLANNED = "planned"
    FORMER = "former"
    OVERRIDDEN = "overridden"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Whether a statement is effective on a day.

    `overridden_by` holds in its place since `since` (None where no text tells), by the rule `rule` (a code of
    `precedence_rules`). `narrowed_by` say something else for a part of its scope, where they hold instead. `disputed`
    where another effective statement contradicts it and no rule decides. What people and contact centres tell is
    PRACTICE, effective only where nothing better is known.
    """

    statement: Statement
    effective: bool
    standing: RuledStanding
    overridden_by: Statement | None = None
    rule: str | None = None
    since: date | None = None
    narrowed_by: tuple[Statement, ...] = ()
    disputed: bool = False


def rule_statements(
    statements: Sequence[Statement], day: date, *, force: Forces, history: ActHistory | None = None
) -> tuple[Ruling, ...]:
    """A ruling for each statement of one service, in their order.

    Statements of acts come dated (`date_statements`); with `history` those of repealed acts are told from former
    editions. `force` compares the acts of two statements.
    """
    standings = [standing_on(one, day, history=history) for one in statements]
    holding = [place for place, standing in enumerate(standings) if standing is RuledStanding.IN_FORCE]
    defeats = find_defeats(statements, holding, day=day, force=force)
    effective = [place for place in holding if place not in defeats and _is_best_known(statements, holding, place)]
    rulings = []
    for place, (statement, standing) in enumerate(zip(statements, standings, strict=True)):
        if defeat := defeats.get(place):
            ruling = _overridden(statement, statements[defeat.by], defeat.rule)
        elif place not in effective:
            practice = standing is RuledStanding.IN_FORCE
            ruling = Ruling(
                statement=statement, effective=False, standing=RuledStanding.PRACTICE if practice else standing
            )
        else:
            others = [statements[other] for other in effective if other != place]
            ruling = Ruling(
                statement=statement,
                effective=True,
                standing=RuledStanding.PRACTICE if is_heard(statement) else standing,
                narrowed_by=tuple(one for one in others if narrows(one, statement, day=day)),
                disputed=any(clashes(one, statement, day=day) for one in others),
            )
        rulings.append(ruling)
    return tuple(rulings)


def supersede(
    statements: Sequence[Statement], day: date, *, force: Forces, history: ActHistory | None = None
) -> tuple[Statement, ...]:
    """The statements with `superseded_by`, the id of the one that holds in their place on the day."""
    return tuple(
        replace(ruling.statement, superseded_by=ruling.overridden_by.id if ruling.overridden_by else None)
        for ruling in rule_statements(statements, day, force=force, history=history)
    )


def standing_on(statement: Statement, day: date, *, history: ActHistory | None = None) -> RuledStanding:
    """The standing of a statement by itself, without the others."""
    if statement.standing is Standing.PLANNED:
        return RuledStanding.PLANNED
    if history and _is_repealed(statement, day, history):
        return RuledStanding.REPEALED
    if statement.standing is Standing.FORMER and (statement.valid_to is None or statement.valid_to <= day):
        return RuledStanding.FORMER
    since = begins(statement) if statement.standing is Standing.OVERLAY else statement.valid_from
    if since and day < since:
        return RuledStanding.NOT_YET
    if statement.valid_to and statement.valid_to <= day:
        return RuledStanding.EXPIRED
    return RuledStanding.IN_FORCE


def _is_repealed(statement: Statement, day: date, history: ActHistory) -> bool:
    evidence = statement.evidence
    if not evidence.act or history.status_of(evidence.act) is not ActStatus.REPEALED:
        return False
    end = history.end_of(evidence.act, evidence.language, date.max)  # no edition is later: only the repeal ends it
    return end is None or end <= day or end == date.max


def _overridden(statement: Statement, by: Statement, rule: str) -> Ruling:
    return Ruling(
        statement=statement,
        effective=False,
        standing=RuledStanding.OVERRIDDEN,
        overridden_by=by,
        rule=rule,
        since=begins(by),
    )


def _is_best_known(statements: Sequence[Statement], holding: Sequence[int], place: int) -> bool:
    """What is only heard counts where no better speaker gives a value, or where one gives the same."""
    statement = statements[place]
    if not is_heard(statement):
        return True
    better = [
        statements[other]
        for other in holding
        if rank_of(statements[other]) < rank_of(statement)
        and same_subject(statements[other], statement)
        and _says(statements[other])
        and meet(statements[other].scope, statement.scope) is not Meeting.DISJOINT
    ]
    return not better or any(one.value == statement.value for one in better)


def _says(statement: Statement) -> bool:
    """Whether a value is given: terms and fees may lack their number."""
    match statement.value:
        case Deadline(value=value):
            return value is not None
        case Fee(kind=kind, amount=amount):
            return amount is not None or kind is FeeKind.FREE
        case _:
            return True
