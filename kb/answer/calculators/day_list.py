"""The days of a term that are not counted, and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from kb.norms.days_off import DayOff, day_off, worked_rest
from kb.norms.working_days import DAY, is_working_day


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedDay:
    """A day of a term that is not worked, with its reason."""

    day: date
    off: DayOff


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """What a term passes over: days that are not worked, and days of rest that are."""

    skipped: tuple[SkippedDay, ...] = ()
    worked: tuple[date, ...] = ()


def skipped_days(first: date | None, last: date) -> DayList:
    """Days from `first` up to and with `last` that are not worked, and days of rest that are; nothing without a first
    day. Raises OutsideCalendarError."""
    if first is None:
        return DayList()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    found = [(day, day_off(day)) for day in days]
    return DayList(
        skipped=tuple(SkippedDay(day=day, off=off) for day, off in found if off),
        worked=tuple(day for day in days if worked_rest(day)),
    )


def day_before(day: date) -> date:
    """The last working day before `day`; raises OutsideCalendarError."""
    before = day - DAY
    while not is_working_day(before):
        before -= DAY
    return before
