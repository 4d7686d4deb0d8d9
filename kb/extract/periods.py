"""From when and until when a sentence says that something holds."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kb.extract.act_dates import find_dates
from kb.extract.wording import wording

FILE = "overlay"
LOOK = 24  # «from» and «until» stand next to their date
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
KAZAKH_MONTH = re.compile(r"(?P<year>20\d\d)[ ]?жыл\w{0,6}[ ](?P<month>[^\W\d]{3,14})")
RUSSIAN_MONTH = re.compile(r"(?P<month>[^\W\d]{3,10})[ ](?:месяца[ ])?(?P<year>20\d\d)")
YEAR = re.compile(r"(?P<year>20\d\d)[ ]?(?:жыл\w{0,4}|год\w{0,2}|г\b\.?)")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to before `until`, either None where not told; the words stand in `plain[start:end]`."""

    since: date | None
    until: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Time:
    """A day, month, quarter or year: `first` to `last` day, both inclusive."""

    first: date
    last: date
    start: int
    end: int


def read_period(plain: str, start: int, end: int, *, apart: Sequence[tuple[int, int]] = ()) -> Period | None:
    """The period that the words tell; None when they tell none. Dates inside the spans `apart` are not its.

    «Until» a day that ends a month holds through it, «until» another ends before it; what changed «in» a year or
    quarter holds from its first day.
    """
    if whole := _shared_year(plain, start, end):
        return whole
    since = until = None
    places: list[tuple[int, int]] = []
    for time in _times(plain, start, end, apart):
        before, behind = plain[max(start, time.start - LOOK) : time.start], plain[time.end : min(end, time.end + LOOK)]
        if since is None and _says("from", before, behind):
            since = time.first
        elif until is None and wording(FILE, "through_before").search(before):
            until = time.last + DAY
        elif until is None and _says("to", before, behind):
            until = time.first if time.first != time.last else _end_of(time.last)
        elif since is None and time.first != time.last and wording(FILE, "in_before").search(before):
            since = time.first
        else:
            continue
        places.append((time.start, time.end))
    if ends := wording(FILE, "year_end").search(plain, start, end):
        until = date(int(ends["ru"] or ends["kk"]) + 1, 1, 1)
        places.append(ends.span())
    if not places:
        return None
    until = None if since and until and until <= since else until
    return Period(since, until, min(first for first, _ in places), max(last for _, last in places))


def read_time(plain: str, start: int, end: int, *, apart: Sequence[tuple[int, int]] = ()) -> Period | None:
    """The first time of a plan («in the third quarter of …»), with or without words of a period."""
    told = read_period(plain, start, end, apart=apart)
    if told is None:
        for time in _times(plain, start, end, apart):
            return Period(time.first, None, time.start, time.end)
    return told


def _end_of(day: date) -> date:
    """The first day after «until» a day."""
    return day + DAY if day.day == monthrange(day.year, day.month)[1] else day


def _shared_year(plain: str, start: int, end: int) -> Period | None:
    """A period whose two days share one printed year."""
    for key in ("span_kk", "span_ru"):
        for match in wording(FILE, key).finditer(plain, start, end):
            first, last = (find_dates(text, 0, len(text)) for text in _with_years(match))
            if first and last and first[0].day < last[0].day:
                through = match.groupdict().get("through") or last[0].day != _end_of(last[0].day)
                until = last[0].day + DAY if through else last[0].day
                return Period(first[0].day, until, *match.span())
    return None


def _with_years(match: re.Match[str]) -> tuple[str, str]:
    return (
        f"{match['day']} {match['month']} {match['year']} г.",
        f"{match['last_day']} {match['last_month']} {match['year']} г.",
    )


def _says(side: str, before: str, behind: str) -> bool:
    return bool(wording(FILE, f"{side}_before").search(before) or wording(FILE, f"{side}_behind").match(behind))


def _times(plain: str, start: int, end: int, apart: Sequence[tuple[int, int]]) -> Iterator[_Time]:
    """Times in reading order, the closer one where two overlap."""
    found = [_Time(one.day, one.day, one.start, one.end) for one in find_dates(plain, start, end)]
    for times in (
        _halves(plain, start, end),
        _quarters(plain, start, end),
        _months(plain, start, end),
        _years(plain, start, end),
    ):
        taken = list(found)
        found += [one for one in times if not any(one.start < other.end and other.start < one.end for other in taken)]
    kept = [one for one in found if not any(one.start < last and first < one.end for first, last in apart)]
    yield from sorted(kept, key=lambda one: one.start)


def _halves(plain: str, start: int, end: int) -> Iterator[_Time]:
    for key in ("half_kk", "half_ru"):
        for match in wording(FILE, key).finditer(plain, start, end):
            year, second = int(match["year"]), bool(match["second"])
            yield _Time(
                date(year, 7 if second else 1, 1), date(year, 12, 31) if second else date(year, 6, 30), *match.span()
            )


def _quarters(plain: str, start: int, end: int) -> Iterator[_Time]:
    for key in ("quarter_kk", "quarter_ru"):
        for match in wording(FILE, key).finditer(plain, start, end):
            last = QUARTERS[match["quarter"].replace("і", "i").replace("и", "i")] * 3
            year = int(match["year"])
            yield _Time(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]), *match.span())


def _months(plain: str, start: int, end: int) -> Iterator[_Time]:
    for pattern in (KAZAKH_MONTH, RUSSIAN_MONTH):
        for match in pattern.finditer(plain, start, end):
            first = find_dates(f"1 {match['month']} {match['year']} г.", 0, LOOK * 2)  # where the months are known
            if not first:
                continue
            day = first[0].day
            word = wording(FILE, "months_word").match(plain, match.end())
            last = day.replace(day=monthrange(day.year, day.month)[1])
            yield _Time(day, last, match.start(), word.end() if word else match.end())


def _years(plain: str, start: int, end: int) -> Iterator[_Time]:
    for match in YEAR.finditer(plain, start, end):
        year = int(match["year"])
        yield _Time(date(year, 1, 1), date(year, 12, 31), *match.span())
