"""Kind, number and date of an act from the line that identifies it."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.model import ActType, BlockKind
from kb.read.act_wording import act_wording, any_match
from kb.read.data_file import load_data
from kb.read.reading import Reading
from kb.read.words import words_of
from kb.text import Folded, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisites:
    """What a line tells of its act.

    `number` is as printed, `repealed` is True when the line says so, `repealed_on` is the date of the act that
    repealed it; `registration` is (year, number) in the state register of normative acts.
    """

    type: ActType | None = None
    number: str | None = None
    date: dt.date | None = None
    repealed: bool = False
    repealed_on: dt.date | None = None
    registration: tuple[int, str] | None = None

    @property
    def code(self) -> str | None:
        """The code that the legal database builds from the registration («№ 99020» of 2031: V3100099020).

        Only for an act adopted in the year of its registration: which of two years counts is not known.
        """
        if not self.registration or not self.date or self.registration[0] != self.date.year:
            return None
        return f"V{self.date.year % 100:02d}{int(self.registration[1]):08d}"


def read_requisites(line: str) -> Requisites:
    """Requisites of an act, Kazakh or Russian; what the line does not tell is None."""
    wording = _wording()
    folded = fold(" ".join(line.split()))
    end = wording.end.search(folded.text)
    stop = end.start() if end else len(folded.text)
    day = _date(wording, folded.text, 0, stop)
    repealed = wording.repealed.search(folded.text)
    number = wording.number.search(folded.text, 0, stop)
    return Requisites(
        type=_type(wording, folded.text[:stop]),
        number=_printed(folded, " ".join(line.split()), number) if number else None,
        date=day,
        repealed=repealed is not None,
        repealed_on=_date(wording, folded.text, repealed.end(), len(folded.text)) if repealed else None,
        registration=_registration(wording, folded.text),
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


@dataclass(frozen=True, slots=True)
class _Wording:
    months: tuple[tuple[int, re.Pattern[str]], ...]
    dates: tuple[re.Pattern[str], ...]
    number: re.Pattern[str]
    registration: tuple[re.Pattern[str], ...]
    end: re.Pattern[str]
    repealed: re.Pattern[str]
    types: tuple[tuple[ActType, re.Pattern[str]], ...]
    codes: dict[str, str]


@cache
def _wording() -> _Wording:
    data: dict[str, Any] = load_data("requisites.yaml")
    names = "|".join(name for names in data["months"].values() for name in names)
    return _Wording(
        months=tuple((number, re.compile("|".join(names))) for number, names in data["months"].items()),
        dates=tuple(re.compile(pattern.replace("{months}", names)) for pattern in data["date"]),
        number=re.compile(data["number"]),
        registration=tuple(re.compile(pattern) for pattern in data["registration"]),
        end=re.compile(data["end"]),
        repealed=re.compile(data["repealed"]),
        types=tuple((ActType(kind), re.compile(pattern)) for kind, pattern in data["types"]),
        codes=data["codes"],
    )


def _date(wording: _Wording, text: str, start: int, stop: int) -> dt.date | None:
    found = [match for pattern in wording.dates if (match := pattern.search(text, start, stop))]
    if not found:
        return None
    match = min(found, key=lambda m: m.start())
    month = next(number for number, pattern in wording.months if pattern.match(match["month"]))
    try:
        return dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _registration(wording: _Wording, text: str) -> tuple[int, str] | None:
    found = next((match for pattern in wording.registration if (match := pattern.search(text))), None)
    return (int(found["year"]), found["number"]) if found else None


def _type(wording: _Wording, text: str) -> ActType | None:
    """The kind whose word stands first: «Приказ … «Об утверждении Правил …»» is an order."""
    found = [(match.start(), kind) for kind, pattern in wording.types if (match := pattern.search(text))]
    return min(found)[1] if found else None


def _printed(folded: Folded, line: str, number: re.Match[str]) -> str:
    start, end = folded.span(*number.span("number"))
    return line[start:end].strip(" .-")
