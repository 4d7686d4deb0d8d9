"""References to acts: type, number and date, as far as the text tells them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extract.act_dates import date_before, date_behind, find_dates
from kb.extract.passage import Passage
from kb.extract.wording import coded_wording, wording
from kb.model import ActReference, Attribute, Statement
from kb.model.act import ActType

FILE = "reference"
# A number may carry letters («ҚР ДСМ-180/2020», «239-V ҚРЗ»); it ends at a blank or a closing mark.
NUMBER = re.compile(r"[№n][ ]?(?P<number>(?:[қк]р[ ][а-я]{2,4}-)?\d[\d/\-]*(?:[a-zа-я]{1,3}\b)?)")
REACH = 90  # type, number and date of one reference stand within 90 characters in the texts read
REGISTRY_REACH = 200  # «registered in the register of normative legal acts … under №»
ANOTHER = re.compile(r"[;\n]|\.[ ]\w")  # between a number and a word for an act: they are of two references


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference found in a passage, `plain[start:end]`."""

    value: ActReference
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _TypeWord:
    """A word for an act, with its place."""

    start: int
    end: int
    value: ActType


def extract_references(passage: Passage, start: int = 0, end: int | None = None) -> list[Statement]:
    """One statement for each act that `plain[start:end]` names by its number, or a law by its title in quotes."""
    end = len(passage.plain) if end is None else end
    numbered = list(find_references(passage, start, end))
    titled = [
        one
        for one in _titled(passage, start, end)
        if not any(other.start < one.end and one.start < other.end for other in numbered)
    ]
    return [
        passage.state(Attribute.LEGAL_ACT, found.value, found.start, found.end)
        for found in sorted([*numbered, *titled], key=lambda one: one.start)
    ]


def find_references(passage: Passage, start: int, end: int) -> Iterator[Reference]:
    """The numbered references between two offsets: «№» with a type word and, where printed, a date near it.

    Numbers under which an act is registered are not its own.
    """
    text = passage.plain
    numbers = list(NUMBER.finditer(text, start, end))
    if not numbers:
        return
    types, dates = _types(text, start, end), find_dates(text, start, end)
    behind = {number.start(): date_behind(text, number.end(), dates, joint="date_behind") for number in numbers}
    claimed = {day.start for day in behind.values() if day}
    free = [day for day in dates if day.start not in claimed]
    before = start
    for number in numbers:
        registered = _registered(text, max(before, number.start() - REGISTRY_REACH), number)
        before = number.end()
        kind = None if registered else _nearest(text, number, types)
        if kind is None:
            continue
        day = (
            behind[number.start()]
            or date_before(free, number.start(), reach=REACH)
            or date_behind(text, number.end(), free, joint="date_close_behind")
        )
        printed = passage.words(number.start("number"), number.end("number"))
        value = ActReference(type=kind.value, number=printed, date=day.day if day else None)
        places = [one for one in (kind, day) if one]
        yield Reference(
            value,
            min([number.start(), *(one.start for one in places)]),
            max([number.end(), *(one.end for one in places)]),
        )


def _titled(passage: Passage, start: int, end: int) -> Iterator[Reference]:
    """Laws and codes by their titles in quotation marks."""
    for found in wording(FILE, "titled").finditer(passage.plain, start, end):
        side = "kk" if found["word_kk"] else "ru"
        kind = next(code for code, pattern in coded_wording(FILE, "types") if pattern.match(found[f"word_{side}"]))
        value = ActReference(type=ActType(kind), title=passage.words(*found.span(f"title_{side}")))
        yield Reference(value, *found.span())


def _registered(text: str, left: int, number: re.Match[str]) -> bool:
    return bool(
        wording(FILE, "registered_before").search(text, left, number.start())
        or wording(FILE, "registered_behind").match(text, number.end())
    )


def _types(text: str, start: int, end: int) -> list[_TypeWord]:
    """The words for acts in their order."""
    found = (
        _TypeWord(match.start(), match.end(), ActType(code))
        for code, pattern in coded_wording(FILE, "types")
        for match in pattern.finditer(text, start, end)
    )
    titles = [match.span() for match in wording(FILE, "quoted").finditer(text, start, end)]
    return sorted((one for one in found if not _in_title(text, one.start, titles)), key=lambda one: one.start)


def _in_title(text: str, offset: int, titles: Sequence[tuple[int, int]]) -> bool:
    """Whether words stand in quotation marks that hold no number: what is quoted there is a title."""
    place = bisect_right(titles, offset, key=lambda one: one[0]) - 1
    if place < 0 or offset >= titles[place][1]:
        return False
    return NUMBER.search(text, *titles[place]) is None


def _nearest(text: str, number: re.Match[str], types: Sequence[_TypeWord]) -> _TypeWord | None:
    """The type word nearest to the number: behind it in Kazakh, before it in Russian."""
    first = bisect_left(types, number.start() - REACH, key=lambda one: one.start)
    last = bisect_right(types, number.end() + REACH, key=lambda one: one.start)
    gaps = []
    for one in types[first:last]:
        between = (number.end(), one.start) if one.start >= number.end() else (one.end, number.start())
        if between[0] <= between[1] and one.end <= number.end() + REACH and not ANOTHER.search(text, *between):
            gaps.append((between[1] - between[0], one.value, one))
    return min(gaps, key=lambda gap: gap[:2])[2] if gaps else None
