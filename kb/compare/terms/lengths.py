"""How many days a term may take."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal
from functools import cache

from kb.model import Bound, Deadline, Unit
from kb.norms.working_days import calendar_period, is_working_day

# Days of one unit, the fewest and the most that a calendar gives it.
FIXED = {
    Unit.CALENDAR_DAY: (Decimal(1), Decimal(1)),
    Unit.WEEK: (Decimal(7), Decimal(7)),
    Unit.MONTH: (Decimal(28), Decimal(31)),
    Unit.YEAR: (Decimal(365), Decimal(366)),
}
MINUTES_OF_DAY = Decimal(24 * 60)
MINUTES = {Unit.MINUTE: Decimal(1), Unit.HOUR: Decimal(60)}
WORKED_IN_A_WEEK = 5
FREE_IN_A_WEEK = 2
BEYOND = 2  # holidays never make a long term twice as long


@dataclass(frozen=True, slots=True)
class Length:
    """A length in days, at least and at most."""

    least: Decimal
    most: Decimal

    def meets(self, other: "Length") -> bool:
        """Whether a calendar gives both the same length."""
        return self.least <= other.most and other.least <= self.most


def length_of(term: Deadline) -> Length | None:
    """The length of a term, of a range from its lower end to its upper; None for a term without a number.

    A day whose calendar the text does not name is either of both. No days at all end with the day they begin on.
    """
    if term.value is None:
        return None
    low, high = term.least if term.least is not None else term.value, term.value
    return Length(_count(low, term.unit).least, _count(high, term.unit).most)


def usual_most(term: Deadline) -> Decimal | None:
    """The days after which a term is over in weeks without holidays; None for a term without a number."""
    if term.value is None:
        return None
    if term.unit in (Unit.WORKING_DAY, Unit.DAY):
        weeks = (term.value / WORKED_IN_A_WEEK).to_integral_value(ROUND_CEILING)
        return term.value + weeks * FREE_IN_A_WEEK
    return _count(term.value, term.unit).most


def told_days(term: Deadline) -> Decimal | None:
    """The days that somebody tells of as having passed, the fewest that it can be, of a range its upper end; None for
    a term without a number. Who says «at least» tells of no short month."""
    if term.value is None:
        return None
    length = _count(term.value, term.unit)
    return length.most if term.bound is Bound.MIN and term.unit in FIXED else length.least


def _count(number: Decimal, unit: Unit) -> Length:
    if unit in MINUTES:
        days = number * MINUTES[unit] / MINUTES_OF_DAY
        return Length(days, days)
    if number <= 0:
        return Length(Decimal(0), Decimal(1))
    if unit in FIXED:
        least, most = FIXED[unit]
        return Length(number * least, number * most)
    working = _working_days(number)
    return working if unit is Unit.WORKING_DAY else Length(number, working.most)


@cache
def _working_days(number: Decimal) -> Length:
    """The shortest and longest run of days with so many working ones, the day of filing not counted."""
    days = _worked()
    count = int(number.to_integral_value(ROUND_CEILING))
    if count >= len(days):  # beyond the calendar
        return Length(number, number * BEYOND)
    shortest = min(later - earlier + 1 for earlier, later in zip(days, days[count - 1 :], strict=False))
    longest = max(later - earlier for earlier, later in zip(days, days[count:], strict=False))
    return Length(Decimal(shortest), Decimal(longest))


@cache
def _worked() -> tuple[int, ...]:
    """The ordinals of all working days that the calendar table speaks for."""
    first, last = calendar_period()
    days = ((first + timedelta(days=number)) for number in range((last - first).days + 1))
    return tuple(day.toordinal() for day in days if is_working_day(day))
