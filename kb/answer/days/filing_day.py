"""The day of filing that a question names."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kb.answer.cue_groups import cue_groups
from kb.answer.days.asked_day import find_dates
from kb.answer.days.relative_day import find_relative_day
from kb.answer.wording import read_wording
from kb.text import fold
from kb.text.words import read_words

_TABLE = "filing"
_WEEK = 7
_MONTHS_AHEAD = 12  # each day of a month comes within a year


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingDay:
    """The day on which the application of a question is filed; `asks_day` where the question asks for a day in return,
    `supposed` where it asks for one and leaves open when it is filed: then it is the day of asking."""

    day: date
    asks_day: bool = False
    supposed: bool = False


def read_filing_day(text: str, *, asked_on: date, before: str = "") -> FilingDay | None:
    """The day of filing in the words of a question, None where it neither names one nor asks for a day.

    Of several days the one beside the word of filing is meant. `before` is the question that this one goes on from: a
    day alone («ал жұмада ше?») is one of filing where that one spoke of filing, and a question without a day keeps its
    day. A day of the week is the next one, or the last one where it was filed already.
    """
    parts = [part for part in re.split(read_wording(_TABLE)["part_ends"], text) if part.strip()]
    asks_day = "asks_day" in _groups(text)
    speaking = [part for part in parts if _files(part)]
    for part in parts:
        # A verb of the deed («3 күннен кейін барсам») says enough beside a time.
        if not _is_exam(part) and (day := find_relative_day(part, asked_on=asked_on)):
            return FilingDay(day=day, asks_day=asks_day)
    if speaking or (before and _files(before)):
        for part in (*speaking, *parts):
            if day := _find_day(part, asked_on):
                return FilingDay(day=day, asks_day=asks_day)
    if before and (earlier := read_filing_day(before, asked_on=asked_on)) and not earlier.supposed:
        return earlier
    return FilingDay(day=asked_on, asks_day=True, supposed=True) if asks_day else None


def _files(part: str) -> bool:
    return "files" in _groups(part) and not _is_exam(part)


def _is_exam(part: str) -> bool:
    return "exam" in _groups(part)


def _find_day(part: str, asked_on: date) -> date | None:
    dated = next(find_dates(part, asked_on=asked_on), None)
    if dated:
        return dated.day
    found, data = _groups(part), read_wording(_TABLE)
    for name, step in data["steps"].items():
        if name in found:
            return asked_on + timedelta(days=step)
    past = "filed" in found
    for number, name in enumerate(data["weekdays"]):
        if name in found:
            return _weekday(number, asked_on, past=past, other_week=bool(found & {"next_week", "last_week"}))
    return _of_month(part, asked_on, past=past)


def _weekday(number: int, asked_on: date, *, past: bool, other_week: bool) -> date:
    """The nearest such day after the day of asking, or before it; `other_week`: that of the week after, or before."""
    monday = asked_on - timedelta(days=asked_on.weekday())
    if other_week:
        return monday + timedelta(days=number + (-_WEEK if past else _WEEK))
    ahead = (number - asked_on.weekday()) % _WEEK or _WEEK
    return asked_on + timedelta(days=(ahead - _WEEK or -_WEEK) if past else ahead)


def _of_month(part: str, asked_on: date, *, past: bool) -> date | None:
    """«15-го»: the next such day of a month, the last one where it was filed already."""
    numbers = (int(match[1]) for pattern in _days_of_month() for match in pattern.finditer(fold(part).text))
    number = next((one for one in numbers if one), None)
    for step in range(_MONTHS_AHEAD) if number else ():
        year, month = divmod(asked_on.year * 12 + asked_on.month - 1 + (-step if past else step), 12)
        if number and number <= monthrange(year, month + 1)[1]:
            day = date(year, month + 1, number)
            if day <= asked_on if past else day >= asked_on:
                return day
    return None


def _groups(text: str) -> frozenset[str]:
    return cue_groups(_TABLE).found(read_words(text))


@cache
def _days_of_month() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_wording(_TABLE)["day_of_month"])
