"""Which days are worked in Kazakhstan."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from kb.norms.errors import NormsError
from kb.norms.tables import read_table

DAY = timedelta(days=1)
SATURDAY = 5
# What the table settles and the package only lists or estimates, by the package's names.
_OF_THE_TABLE = ("Eid al-Adha", "Day off (substituted")


class OutsideCalendarError(NormsError):
    """A day of a year that the calendar table does not speak for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDay:
    """A day of rest `worked` instead of `free`; `act` moved it, `verified` tells whether its words were read."""

    free: date
    worked: date
    act: str
    verified: bool


def is_working_day(day: date) -> bool:
    """Whether `day` is worked in a five-day week; raises OutsideCalendarError for a year outside the table."""
    _check(day)
    if day in _worked_instead():
        return True
    return day.weekday() < SATURDAY and day not in _days_off(day.year)


def add_working_days(start: date, count: int) -> date:
    """The day on which the `count`-th working day after `start` falls; `start` itself is not counted.

    With 0 it is `start`, or the next working day where `start` is none. Raises OutsideCalendarError, and NormsError
    for a negative count.
    """
    if count < 0:
        raise NormsError(f"cannot add {count} working days: a term runs forward; give a count of 0 or more")
    day = start
    if count == 0:
        return next_working_day(start)
    while count:
        day += DAY
        count -= is_working_day(day)
    return day


def next_working_day(day: date) -> date:
    """`day` itself when it is worked, else the first working day after it; raises OutsideCalendarError."""
    while not is_working_day(day):
        day += DAY
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days lie after `first` up to and with `last`.

    Raises OutsideCalendarError, and NormsError when `last` is before `first`.
    """
    if last < first:
        raise NormsError(f"{last.isoformat()} is before {first.isoformat()}: give the earlier day first")
    _check(first)
    return sum(is_working_day(first + DAY * number) for number in range(1, (last - first).days + 1))


def calendar_period() -> tuple[date, date]:
    """First and last day that the calendar speaks for."""
    table = read_table("calendar")
    return date(table["first"], 1, 1), date(table["last"], 12, 31)


@cache
def moved_days() -> tuple[MovedDay, ...]:
    """All moved days off of the table, in order; raises NormsError when a row moves a day to where none is free."""
    rows = tuple(
        MovedDay(free=row["free"], worked=row["worked"], act=row["act"], verified=row["verified"])
        for row in read_table("calendar")["moved"]
    )
    for row in rows:
        if row.free.weekday() >= SATURDAY:
            raise NormsError(
                f"kb/norms/data/calendar.yaml: {row.free.isoformat()} is no working day and cannot be freed"
            )
    return rows


def _check(day: date) -> None:
    first, last = calendar_period()
    if not first <= day <= last:
        raise OutsideCalendarError(
            f"whether {day.isoformat()} is worked is not known: the calendar runs from {first.isoformat()} to "
            f"{last.isoformat()}; add that year's moved days and Kurban ait to kb/norms/data/calendar.yaml"
        )


@cache
def _worked_instead() -> frozenset[date]:
    return frozenset(row.worked for row in moved_days())


@cache
def _days_off(year: int) -> frozenset[date]:
    """Days off of a year beside Saturdays and Sundays: the law's holidays, Kurban ait and the moved days."""
    package = country_holidays("KZ", years=year, language="en_US")
    statute = {day for day in package if not all(name.startswith(_OF_THE_TABLE) for name in package.get_list(day))}
    kurban_ait = {row["day"] for row in read_table("calendar")["kurban_ait"] if row["day"].year == year}
    if not kurban_ait:
        raise OutsideCalendarError(f"kb/norms/data/calendar.yaml: {year} has no first day of Kurban ait")
    return frozenset(statute | kurban_ait | {row.free for row in moved_days()})
