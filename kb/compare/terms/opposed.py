"""Whether two terms can be kept together."""

from decimal import Decimal
from enum import StrEnum

from kb.compare.terms.lengths import length_of, told_days, usual_most
from kb.model import Bound, Deadline, Unit

DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.DAY)
OF_ONE_CALENDAR = {Unit.CALENDAR_DAY, Unit.DAY}


class Opposition(StrEnum):
    """What is opposed in two terms."""

    NUMBER = "number"
    UNIT = "unit"
    BOUND = "bound"


def opposed(one: Deadline, other: Deadline) -> Opposition | None:
    """What two texts that set one term cannot both mean; None where a calendar keeps both, or a number is missing.

    A number is what it is whether it binds exactly or at most: at most 8 days and 5 days are two rules. Only what is
    at least so long leaves room above. Days without a calendar are counted as the other side's.
    """
    if one.value is None or other.value is None:
        return None
    if Bound.MIN in (one.bound, other.bound) and one.bound is not other.bound:
        return _of_bounds(one, other) if one.bound is Bound.MIN else _of_bounds(other, one)
    if (one.value, one.least) == (other.value, other.least):
        alike = one.unit is other.unit or {one.unit, other.unit} == OF_ONE_CALENDAR or not one.value
        return None if alike else Opposition.UNIT
    if _of_one_measure(one, other):
        return None if _ranges_meet(one, other) else Opposition.NUMBER
    left, right = length_of(one), length_of(other)
    return Opposition.NUMBER if left and right and not left.meets(right) else None


def told_otherwise(told: Deadline, term: Deadline) -> Opposition | None:
    """What is told otherwise than a text sets it: as `opposed`, and what is over in no week without holidays."""
    found = opposed(term, told)
    if found or told.value is None or term.value is None or told.value == term.value:
        return found
    return Opposition.NUMBER if slower(told, term) else None


def slower(told: Deadline, term: Deadline) -> bool:
    """Whether what somebody tells of took longer than the term allows; never where a number is missing."""
    passed, allowed = told_days(told), usual_most(term)
    return passed is not None and allowed is not None and term.bound is not Bound.MIN and passed > allowed


def _of_bounds(least: Deadline, other: Deadline) -> Opposition | None:
    """A term of at least so long against one of at most so long, or exactly so long."""
    if _of_one_measure(least, other):
        if least.value == other.value:
            return Opposition.BOUND if other.bound is Bound.MAX else None
        return Opposition.NUMBER if _ends(least)[0] > _ends(other)[1] else None
    low, high = length_of(least), length_of(other)
    return Opposition.NUMBER if low and high and low.least > high.most else None


def _of_one_measure(one: Deadline, other: Deadline) -> bool:
    """Whether the numbers can be compared as they stand: of one unit, or of days whose calendar one does not name."""
    return one.unit is other.unit or (Unit.DAY in (one.unit, other.unit) and one.unit in DAYS and other.unit in DAYS)


def _ranges_meet(one: Deadline, other: Deadline) -> bool:
    (low, high), (least, most) = _ends(one), _ends(other)
    return low <= most and least <= high


def _ends(term: Deadline) -> tuple[Decimal, Decimal]:
    high = term.value or Decimal(0)
    return (high if term.least is None else term.least), high
