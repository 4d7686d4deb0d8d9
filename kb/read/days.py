"""Days of the calendar as acts print them, in digits and in words."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kb.read.data_file import load_data


@dataclass(frozen=True, slots=True)
class Day:
    """A day printed at `start`:`end` of a text; `date` is None when no such day exists or its order is open."""

    start: int
    end: int
    date: dt.date | None


def find_days(text: str, start: int = 0, stop: int | None = None) -> tuple[Day, ...]:
    """Days in a folded text, from left to right.

    `2031.09.04` may be the ninth of April or the fourth of September: its date stays open, unless one of the
    numbers can be no month.
    """
    wording = _wording()
    stop = len(text) if stop is None else stop
    found = [
        Day(match.start(), match.end(), _date(wording, match))
        for pattern in wording.patterns
        for match in pattern.finditer(text, start, stop)
    ]
    found.sort(key=lambda day: (day.start, -day.end))
    days: list[Day] = []
    for day in found:
        if not days or day.start >= days[-1].end:
            days.append(day)
    return tuple(days)


@dataclass(frozen=True, slots=True)
class _Wording:
    months: tuple[tuple[int, re.Pattern[str]], ...]
    patterns: tuple[re.Pattern[str], ...]
    values: dict[str, int]
    word: re.Pattern[str]


@cache
def _wording() -> _Wording:
    data = load_data("days.yaml")
    months = "|".join(name for names in data["months"].values() for name in names)
    values = {word.strip(): value for value, words in data["words"].items() for word in words}
    stems = "|".join(sorted(values, key=len, reverse=True))
    spoken = rf"(?:(?:{stems})[^\W\d_]* +){{0,5}}(?:{stems})[^\W\d_]*"
    filled = [pattern.replace("{months}", months).replace("{spoken}", spoken) for pattern in data["named"]]
    return _Wording(
        months=tuple((number, re.compile("|".join(names))) for number, names in data["months"].items()),
        patterns=tuple(re.compile(pattern) for pattern in [*filled, *data["in_digits"], data["open_order"]]),
        values=values,
        word=re.compile(stems),
    )


def _date(wording: _Wording, match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        if one != two and one <= 12 and two <= 12:
            return None
        month, day = (two, one) if one > 12 else (one, two)
    else:
        month, day = _month(wording, parts["month"]), _number(wording, parts["day"])
    try:
        return dt.date(_number(wording, parts["year"]), month, day)
    except ValueError:
        return None


def _month(wording: _Wording, name: str) -> int:
    if name.isdecimal():
        return int(name)
    return next(number for number, pattern in wording.months if pattern.match(name))


def _number(wording: _Wording, words: str) -> int:
    """The number in digits or words: «двадцать седьмого» 27, «екі мың он бесінші» 2015, «тоғыз жүз» 900."""
    if words.isdecimal():
        return int(words)
    total = part = 0
    for word in words.split():
        stem = wording.word.match(word)
        value = wording.values[stem[0]] if stem else 0
        if value == 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100 and 0 < part < 10:
            part *= value
        else:
            part += value
    return total + part
