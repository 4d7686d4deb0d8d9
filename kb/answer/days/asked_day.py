"""The day that a question names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kb.answer.wording import read_wording
from kb.norms import mrp_period
from kb.text import fold

_FIGURE_DATE = re.compile(
    r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d.])|(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])"
)
_YEAR_WORD = r"(?:-?(?:ші|шы|го|й)?\s?(?:жыл(?!ғы)(?!ға дейін)|год[ауе]?(?![а-я])|г\.))"
_YEAR_ALONE = re.compile(rf"(?<!\d)(\d{{4}}){_YEAR_WORD}")
_RUSSIAN_YEAR = re.compile(r"\d{4}\s?(?:года|г\.)\s*$")  # «диплом 2019 года»: whose year, not when
_DAY_FIRST = r"(?<![\d.,])(?P<day>\d{1,3})(?:-?(?:ші|шы|ге|го|е|ого|ое))?\s(?:чис\w{1,6}\s)?"
_OF_ORDER = ("дағы", "дегі", "тағы", "тегі", "дагы", "деги", "тагы", "теги", "ндағы")  # «сәуірдегі бұйрық»


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day in a question's words: `day` None where there is no such day or the base cannot know it.

    `said` is the date as it was printed, figures and month only; `impossible` tells a day that no calendar has from one
    outside the years that can be known.
    """

    said: str
    day: date | None = None
    impossible: bool = False


def find_named_day(text: str, *, asked_on: date) -> NamedDay | None:
    """The day that a question asks about, told from its words; None where it names none.

    A year alone means its last day when it is over and its first when it is to come; «с 1 января» the day itself; a day
    and a month without a year the next such day, the last one in a question about the past. Dates of acts, births and
    papers are not meant. Years before the norms tables and after the next year are not known: no other day is taken.
    """
    folded = " ".join(fold(text).text.split())
    for found in (*_full_dates(folded, asked_on), *_months(folded, asked_on), *_years(folded, asked_on)):
        return found
    return None


def find_dates(text: str, *, asked_on: date) -> Iterator[NamedDay]:
    """The dates of a text with day and month, in figures first; whole years and months are left out."""
    yield from _full_dates(" ".join(fold(text).text.split()), asked_on)


def _full_dates(text: str, asked_on: date) -> Iterator[NamedDay]:
    for match in _FIGURE_DATE.finditer(text):
        if _is_of_other(text, match.start(), match.end()):
            continue
        if match[4]:
            yield _named(match[0], int(match[4]), int(match[5]), int(match[6]), asked_on)
        else:
            full = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            yield _named(match[0], full, int(match[2]), int(match[1]), asked_on)
    for match in _dated_months().finditer(text):
        if _is_of_other(text, match.start(), match.end()) or match["ending"].endswith(_OF_ORDER):
            continue
        month = _month_number(match["month"])
        year = match["before"] or match["after"]
        if year is None:
            yield _without_year(match[0], month, int(match["day"]), text, asked_on)
        else:
            yield _named(match[0], int(year), month, int(match["day"]), asked_on)


def _months(text: str, asked_on: date) -> Iterator[NamedDay]:
    for match in _months_of_years().finditer(text):
        if not _is_of_other(text, match.start(), match.end()):
            month = _month_number(match["month"] or match["later"])
            yield _named(match[0], int(match["before"] or match["after"]), month, 1, asked_on)


def _years(text: str, asked_on: date) -> Iterator[NamedDay]:
    for match in _YEAR_ALONE.finditer(text):
        if _is_of_other(text, match.start(), match.end()) or _is_whose(text, match):
            continue
        yield _year(match[1], int(match[1]), text[: match.start()], asked_on)
    for step, patterns in _relative_years():
        for match in (found for pattern in patterns for found in pattern.finditer(text)):
            if not _is_of_other(text, match.start(), match.end()):
                yield _year(str(asked_on.year + step), asked_on.year + step, text[: match.start()], asked_on)


def _year(said: str, year: int, before: str, asked_on: date) -> NamedDay:
    if year == asked_on.year:
        return NamedDay(said=said, day=asked_on)
    starts = before.rstrip().endswith((" с", " со")) or before.strip() in ("с", "со")
    return _named(said, year, *((1, 1) if year > asked_on.year or starts else (12, 31)), asked_on)


def _named(said: str, year: int, month: int, day: int, asked_on: date) -> NamedDay:
    try:
        named = date(year, month, day)
    except ValueError:
        return NamedDay(said=said, impossible=True)
    if not mrp_period()[0].year <= year <= asked_on.year + 1:
        return NamedDay(said=said)
    return NamedDay(said=said, day=named)


def _without_year(said: str, month: int, day: int, text: str, asked_on: date) -> NamedDay:
    past = any(pattern.search(text) for pattern in _patterns("past"))
    years = [asked_on.year - step if past else asked_on.year + step for step in range(2)]
    for year in years:
        named = _named(said, year, month, day, asked_on)
        if named.day and (named.day <= asked_on if past else named.day >= asked_on):
            return named
    return _named(said, years[0], month, day, asked_on)


def _is_of_other(text: str, start: int, end: int) -> bool:
    near: int = read_wording("days")["near"]
    around = text[max(0, start - near) : start] + " | " + text[end : end + near]
    return any(pattern.search(around) for name in ("of_act", "of_event") for pattern in _patterns(name))


def _is_whose(text: str, match: re.Match[str]) -> bool:
    """«диплом 2019 года» beside «с 2019 года»: without a preposition a Russian genitive tells whose year it is."""
    if not _RUSSIAN_YEAR.search(match[0]):
        return False
    return text[: match.start()].split()[-1:] not in (["с"], ["со"], ["до"], ["начала"], ["конца"])


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_wording("days")[name])


@cache
def _relative_years() -> tuple[tuple[int, tuple[re.Pattern[str], ...]], ...]:
    years = read_wording("days")["years"].items()
    return tuple((int(step), tuple(re.compile(pattern) for pattern in patterns)) for step, patterns in years)


@cache
def _month_words() -> str:
    return "|".join(pattern for patterns in read_wording("days")["months"] for pattern in patterns)


@cache
def _dated_months() -> re.Pattern[str]:
    year = r"(?:(?P<before>\d{4})\s?(?:жыл\w{0,6}\s|ж\.\s?))?"
    after = r"(?:\s(?P<after>\d{4})(?!\d))?"
    return re.compile(rf"{year}{_DAY_FIRST}(?P<month>{_month_words()})(?P<ending>\w{{0,8}}){after}")


@cache
def _months_of_years() -> re.Pattern[str]:
    month = rf"(?P<month>{_month_words()})\w{{0,8}}"
    year_first = rf"(?P<before>\d{{4}})\s?жыл\w{{0,6}}\s{month}"
    return re.compile(f"{year_first}|{month.replace('month', 'later')}" + r"\s(?P<after>\d{4})\s?(?:год|г\.)")


def _month_number(word: str) -> int:
    months = read_wording("days")["months"]
    return next(
        number for number, patterns in enumerate(months, 1) if any(re.match(pattern, word) for pattern in patterns)
    )
