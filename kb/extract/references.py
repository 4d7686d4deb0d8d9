"""References to acts: type, number and date, as far as the text tells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kb.extract.passage import Passage
from kb.extract.wording import coded_wording
from kb.model import ActReference, Attribute, Statement
from kb.model.act import ActType

FILE = "reference"
# A number may carry letters («ҚР ДСМ-180/2020», «239-V ҚРЗ»); it ends at a blank or a closing mark.
NUMBER = re.compile(r"[№n][ ]?(?P<number>(?:[қк]р[ ][а-я]{2,4}-)?\d[\d/\-]*(?:[a-zа-я]{1,3}\b)?)")
KAZAKH_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)[ ]?жыл\w*[ ](?P<day>\d{1,2})[ -]?(?:\w{0,3}[ ])?(?P<month>\w+)")
RUSSIAN_DATE = re.compile(r"(?P<day>\d{1,2})[ ](?P<month>\w+)[ ](?P<year>(?:19|20)\d\d)[ ]?(?:г\.|год\w*)?")
NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)")
REACH = 90  # type, number and date of one reference stand within 90 characters in the texts read


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference found in a passage, `plain[start:end]`."""

    value: ActReference
    start: int
    end: int


def extract_references(passage: Passage, start: int = 0, end: int | None = None) -> list[Statement]:
    """One statement for each numbered act that `plain[start:end]` names."""
    return [
        passage.state(Attribute.LEGAL_ACT, found.value, found.start, found.end)
        for found in find_references(passage, start, len(passage.plain) if end is None else end)
    ]


def find_references(passage: Passage, start: int, end: int) -> Iterator[Reference]:
    """The numbered references between two offsets: «№» with a type word and, where printed, a date near it."""
    text = passage.plain
    for number in NUMBER.finditer(text, start, end):
        left = max(start, number.start() - REACH)
        right = min(end, number.end() + REACH)
        kind = _type_near(text, left, number, right)
        if kind is None:
            continue
        day = _date_before(text, left, number.start())
        first = min([number.start()] + ([day[1]] if day else []) + ([kind[1]] if kind[1] < number.start() else []))
        last = max(number.end(), kind[2])
        printed = passage.words(number.start("number"), number.end("number"))
        value = ActReference(type=kind[0], number=printed, date=day[0] if day else None)
        yield Reference(value, first, last)


def _type_near(text: str, left: int, number: re.Match[str], right: int) -> tuple[ActType, int, int] | None:
    """The type word nearest to the number: behind it in Kazakh, before it in Russian."""
    found = []
    for code, pattern in coded_wording(FILE, "types"):
        for match in pattern.finditer(text, left, right):
            gap = match.start() - number.end() if match.start() >= number.end() else number.start() - match.end()
            if gap >= 0 and not re.search(
                r"[;\n]|\.[ ]\w", text[min(match.end(), number.end()) : max(match.start(), number.start())]
            ):
                found.append((gap, ActType(code), match.start(), match.end()))
    if not found:
        return None
    _, kind, start, end = min(found)
    return kind, start, end


def _date_before(text: str, left: int, number: int) -> tuple[date, int] | None:
    for pattern in (KAZAKH_DATE, RUSSIAN_DATE, NUMERIC_DATE):
        for match in reversed(list(pattern.finditer(text, left, number))):
            month = match["month"]
            found = int(month) if month.isdigit() else _month_number(month)
            if found is None:
                continue
            try:
                return date(int(match["year"]), found, int(match["day"])), match.start()
            except ValueError:
                continue
    return None


@cache
def _month_number(word: str) -> int | None:
    for code, pattern in coded_wording(FILE, "months"):
        if pattern.fullmatch(word):
            return int(code)
    return None
