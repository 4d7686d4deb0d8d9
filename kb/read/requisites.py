"""Who adopted an act, its kind, number and days, from the line that identifies it."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.model import ActType, BlockKind
from kb.read.act_wording import act_wording, any_match
from kb.read.data_file import load_data
from kb.read.days import Day, find_days
from kb.read.force import find_force
from kb.read.issuers import find_issuers
from kb.read.reading import Reading
from kb.read.words import words_of
from kb.text import Folded, fold

# Registration tells its number within so many characters.
_REACH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisites:
    """What a line tells of its act; what it does not tell is None, False or empty.

    `number`, `issuers` and `repealed_by` are as printed; `repealed_on` is the date of the act that repealed it,
    `in_force_on` the first day of its force; `ministerial` is True when the Ministry of Justice registered an act
    that is not of a local body.
    """

    type: ActType | None = None
    number: str | None = None
    date: dt.date | None = None
    issuers: tuple[str, ...] = ()
    registered_number: str | None = None
    registered_on: dt.date | None = None
    ministerial: bool = False
    in_force_on: dt.date | None = None
    suspended: bool = False
    repealed: bool = False
    repealed_on: dt.date | None = None
    repealed_by: str | None = None

    @property
    def code(self) -> str | None:
        """The code that the legal database builds from the registration («№ 99020» of 2031: V3100099020).

        Only for an act adopted in the year of its registration: which of two years counts is not known.
        """
        number, day = self.registered_number, self.registered_on
        if not (self.ministerial and number and number.isdecimal() and day and self.date):
            return None
        return f"V{day.year % 100:02d}{int(number):08d}" if day.year == self.date.year else None


def read_requisites(line: str) -> Requisites:
    """Requisites of an act, Kazakh or Russian."""
    wording = _wording()
    line = " ".join(line.split())
    folded = fold(line)
    text = folded.text
    end = wording.end.search(text)
    stop = end.start() if end else len(text)
    days = find_days(text, 0, stop)
    repealed = wording.repealed.search(text)
    kind = act_type_in(text[:stop])
    number = _number_beside(text, stop, days)
    issuers = () if kind in wording.of_the_state else find_issuers(text, stop, days)
    registered = _registration(wording, text, repealed.start() if repealed else len(text))
    return Requisites(
        type=kind,
        number=_printed(folded, line, number.span("number")) if number else None,
        date=days[0].date if days else None,
        issuers=tuple(_printed(folded, line, span) for span in issuers),
        registered_number=registered[0],
        registered_on=registered[1],
        ministerial=bool(wording.ministry.search(text)) and not wording.local.search(text[:stop]),
        in_force_on=find_force(text[: repealed.start()] if repealed else text),
        suspended=wording.suspended.search(text) is not None,
        repealed=repealed is not None,
        repealed_on=_dated(text, repealed.end()) if repealed else None,
        repealed_by=_repealing(wording, folded, line, repealed) if repealed else None,
    )


def find_requisites(reading: Reading) -> Requisites:
    """What the head of an annex tells of the act that it belongs to: «Приложение к приказу … от … № …»."""
    for block in reading.blocks:
        words = words_of(reading.text[block.start : block.end])
        if block.kind is not BlockKind.NOTE or any_match(act_wording().note, fold(words).text):
            continue
        found = read_requisites(words)
        if found.type and found.number and found.date:
            return found
    return Requisites()


def act_type_of(code: str) -> ActType | None:
    """Kind of act for a code of the state bank of acts; None for codes that are no kind (amendments)."""
    found = _wording().codes.get(code)
    return ActType(found) if found else None


def act_type_in(text: str) -> ActType | None:
    """The kind whose word stands first in a folded text: «приказ … «об утверждении правил …»» is an order."""
    found = [(match.start(), kind) for kind, pattern in _wording().types if (match := pattern.search(text))]
    return min(found)[1] if found else None


@dataclass(frozen=True, slots=True)
class _Wording:
    number: re.Pattern[str]
    bare_number: re.Pattern[str]
    ministry: re.Pattern[str]
    registered: re.Pattern[str]
    local: re.Pattern[str]
    end: re.Pattern[str]
    repealed: re.Pattern[str]
    repealed_by_end: re.Pattern[str]
    suspended: re.Pattern[str]
    since: re.Pattern[str]
    since_end: re.Pattern[str]
    of_the_state: frozenset[ActType]
    types: tuple[tuple[ActType, re.Pattern[str]], ...]
    codes: dict[str, str]


@cache
def _wording() -> _Wording:
    data: dict[str, Any] = load_data("requisites.yaml")
    return _Wording(
        **{
            name: re.compile(data[name])
            for name in (
                "number",
                "bare_number",
                "local",
                "end",
                "repealed",
                "repealed_by_end",
                "suspended",
                "since",
                "since_end",
            )
        },
        ministry=re.compile(data["registered"]["ministry"]),
        registered=re.compile(data["registered"]["any"]),
        of_the_state=frozenset(ActType(kind) for kind in data["of_the_state"]),
        types=tuple((ActType(kind), re.compile(pattern)) for kind, pattern in data["types"]),
        codes=data["codes"],
    )


def _number_beside(text: str, stop: int, days: tuple[Day, ...]) -> re.Match[str] | None:
    """The number with its sign, else a bare one right behind a day."""
    wording = _wording()
    if found := wording.number.search(text, 0, stop):
        return found
    behind = (wording.bare_number.match(text, day.end, stop) for day in days)
    return next((found for found in behind if found), None)


def _registration(wording: _Wording, text: str, stop: int) -> tuple[str | None, dt.date | None]:
    """Number and day; the day stands before the number or right behind it."""
    mark = wording.registered.search(text, 0, stop)
    number = wording.number.search(text, mark.end(), min(stop, mark.end() + _REACH)) if mark else None
    if mark is None or number is None:
        return None, None
    days = find_days(text, mark.end(), min(stop, number.end() + 40))
    near = [day for day in days if day.end <= number.start() or day.start - number.end() <= len(" от ")]
    return number["number"].strip(" .-"), near[0].date if near else None


def _dated(text: str, start: int) -> dt.date | None:
    """The date of the first act behind `start`: the day beside a number, else the first day."""
    days = find_days(text, start)
    beside = [day for day in days if _wording().number.match(text[day.end :].lstrip())]
    return next((day.date for day in beside or days), None)


def _repealing(wording: _Wording, folded: Folded, line: str, repealed: re.Match[str]) -> str | None:
    """The act that repealed, without the day from which it did."""
    text = folded.text
    start = repealed.end()
    while start < len(text) and text[start].isalpha():
        start += 1
    if since := wording.since.match(text, start):
        days = find_days(text, since.end())
        if days and days[0].start == since.end() and not wording.number.match(text[days[0].end :].lstrip()):
            rest = wording.since_end.match(text, days[0].end)
            start = rest.end() if rest else days[0].end
    number = wording.number.search(text, start)
    if number is None:
        return None
    tail = wording.repealed_by_end.match(text, number.end())
    return _printed(folded, line, (start, tail.end() if tail else number.end()))


def _printed(folded: Folded, line: str, span: tuple[int, int]) -> str:
    start, end = folded.span(*span)
    return line[start:end].strip(" .,-–—")
