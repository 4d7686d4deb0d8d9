"""Dates as acts print them: when an act was adopted, before or behind its number."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kb.extract.wording import coded_wording, wording

FILE = "reference"
KAZAKH_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)[ ]?жыл\w{0,12}[ ](?P<day>\d{1,2})[ -]?(?:\w{0,3}[ ])?(?P<month>\w+)")
RUSSIAN_DATE = re.compile(r"(?P<day>\d{1,2})[ ](?P<month>\w+)[ ](?P<year>(?:19|20)\d\d)[ ]?(?:г\.|год\w*)?")
NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with its place."""

    start: int
    end: int
    day: date


def find_dates(text: str, start: int, end: int) -> list[PrintedDate]:
    """The dates of `text[start:end]` in their order; what no calendar has is none."""
    found = []
    for pattern in (KAZAKH_DATE, RUSSIAN_DATE, NUMERIC_DATE):
        for match in pattern.finditer(text, start, end):
            month = int(match["month"]) if match["month"].isdigit() else _month_number(match["month"])
            if month is None:
                continue
            with suppress(ValueError):  # 31 February is no date
                found.append(
                    PrintedDate(match.start(), match.end(), date(int(match["year"]), month, int(match["day"])))
                )
    return sorted(found, key=lambda one: one.start)


def date_before(dates: Sequence[PrintedDate], number: int, *, reach: int) -> PrintedDate | None:
    """The last date that ends before the number and begins within the reach; None when there is none."""
    place = bisect_right(dates, number, key=lambda one: one.end) - 1
    return dates[place] if place >= 0 and dates[place].start >= number - reach else None


def date_behind(text: str, number: int, dates: Sequence[PrintedDate], *, joint: str) -> PrintedDate | None:
    """The date behind the number, parted from it only by the words of the joint; None when there is none."""
    joined = wording(FILE, joint).match(text, number)
    if joined is None:
        return None
    place = bisect_left(dates, joined.end(), key=lambda one: one.start)
    return dates[place] if place < len(dates) and dates[place].start == joined.end() else None


@lru_cache(maxsize=1024)  # any word of a text may be asked for
def _month_number(word: str) -> int | None:
    for code, pattern in coded_wording(FILE, "months"):
        if pattern.fullmatch(word):
            return int(code)
    return None
