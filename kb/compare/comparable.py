"""Whether two statements of one service may be compared at all, and how far.

What is not comparable is no contradiction: another case, channel, recipient or region, another time, a term that runs
from another event, a value that is planned or past. A value for a part of another's scope is a special case, which the
general one leaves room for: only the rules that look for such pairs take PART.
"""

from datetime import date
from enum import StrEnum

from kb.model import Deadline, Standing, Statement
from kb.resolve import report_year
from kb.resolve.scope_meeting import Meeting, meet


class Reach(StrEnum):
    """How far two statements meet: in the SAME scope, the one in a PART of the other's, or NOT at all."""

    SAME = "same"
    PART = "part"
    NOT = "not"


def reach(one: Statement, other: Statement) -> Reach:
    """How far two statements of one service speak of one thing at one time under one condition.

    NOT where it cannot be told: conditions in other words may be other conditions.
    """
    if one.attribute is not other.attribute or not _of_one_subject(one, other) or not in_one_time(one, other):
        return Reach.NOT
    match meet(one.scope, other.scope):
        case Meeting.EQUAL:
            return Reach.SAME
        case Meeting.WIDER | Meeting.NARROWER:
            return Reach.PART
    return Reach.NOT


def in_one_time(one: Statement, other: Statement) -> bool:
    """Whether there is a day on which both hold; what is planned or past holds beside nothing."""
    if {one.standing, other.standing} & {Standing.PLANNED, Standing.FORMER}:
        return False
    (since, until), (begun, ended) = period_of(one), period_of(other)
    return not (until and begun and until <= begun) and not (ended and since and ended <= since)


def period_of(statement: Statement) -> tuple[date | None, date | None]:
    """From when and until when (exclusive) a statement holds, None where it is open; a report speaks of its year."""
    year = report_year(statement.service)
    since, until = statement.valid_from, statement.valid_to
    if year is None:
        return since, until
    return since or date(year, 1, 1), until or date(year + 1, 1, 1)


def _of_one_subject(one: Statement, other: Statement) -> bool:
    if not (isinstance(one.value, Deadline) and isinstance(other.value, Deadline)):
        return True
    if one.value.purpose is not other.value.purpose:
        return False
    starts = {one.value.starts, other.value.starts} - {None}
    return len(starts) < 2
