"""Numbers in a text: digits, words, and digits explained by words."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kb.text.number_places import find_taken, read_ending
from kb.text.number_words import Spoken, find_spoken

_DIGITS = re.compile(
    r"(?<![^\W_])(?<![0-9][.,/])"
    r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:(?:[.,]|(?<=\b0), )[0-9]+)?"
    r"(?![.,/]?[0-9]|[^\W_])"
)
_OPENING = re.compile(r"[ \n]{0,2}-? ?\(? ?")
_CLOSING = re.compile(r" ?\)")
# "24 thousand 504": three digits after the word belong to the number
_AFTER_SCALE = re.compile(r" ([0-9]{3})(?![0-9.,/-]| [0-9]{3})")


class NumberKind(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number at `start`:`end` of the folded text, grammar ending and explaining brackets included."""

    value: Decimal
    start: int
    end: int
    kind: NumberKind = NumberKind.DIGITS


def find_numbers(folded: str) -> tuple[Number, ...]:
    """The plain numbers of a folded text (`fold(text).text`), from left to right.

    "1 (бір)" and "он (10)" are one number where digits and words agree, two where they do not; "24 мың 504" is one.
    Left out: digits in words, dates, act numbers, clause references, list labels, hours, telephones; ordinals.
    Cells of a table row are to be read one by one: the blanks between them look like those of "1 000".
    """
    spoken = list(find_spoken(folded))
    numbers = _join_scales(folded, list(_find_digits(folded)), spoken)
    numbers += [Number(word.value, word.start, word.end, NumberKind.WORDS) for word in spoken if not word.bare_scale]
    numbers.sort(key=lambda number: number.start)
    return tuple(_join_brackets(folded, numbers))


def _find_digits(folded: str) -> Iterator[Number]:
    taken = find_taken(folded)
    starts = [start for start, _ in taken]
    for match in _DIGITS.finditer(folded):
        held = bisect_right(starts, match.start()) - 1
        if held >= 0 and taken[held][1] > match.start():
            continue
        end = read_ending(folded, match.end())
        if end is not None:
            yield Number(_read_digits(match[0]), match.start(), end)


def _read_digits(digits: str) -> Decimal:
    return Decimal(digits.replace(" ", "").replace(",", "."))


def _join_scales(folded: str, numbers: list[Number], spoken: list[Spoken]) -> list[Number]:
    """Digits multiplied by the bare "thousand" or "million" after them; a bare one without digits counts once."""
    by_end = {number.end: number for number in numbers}
    by_start = {number.start: number for number in numbers}
    used: set[int] = set()
    joined: list[Number] = []
    for word in (word for word in spoken if word.bare_scale):
        gap = next((size for size in (1, 2, 0) if word.start - size in by_end), None)
        before = None if gap is None else by_end[word.start - gap]
        if before is None or folded[before.end : word.start].strip(" \n"):
            joined.append(Number(word.value, word.start, word.end, NumberKind.WORDS))
            continue
        used.add(before.start)
        value, end = before.value * word.value, word.end
        rest = _AFTER_SCALE.match(folded, end)
        if rest and word.value == 1000 and (follower := by_start.get(rest.start(1))):
            used.add(follower.start)
            value, end = value + follower.value, follower.end
        whole = value.to_integral_value()
        joined.append(Number(whole if whole == value else value, before.start, end))
    return [number for number in numbers if number.start not in used] + joined


def _join_brackets(folded: str, numbers: list[Number]) -> Iterator[Number]:
    at = 0
    while at < len(numbers):
        first = numbers[at]
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        if second and _explains(folded, first, second):
            is_open = "(" in folded[first.end : second.start]
            closing = _CLOSING.match(folded, second.end) if is_open else None
            yield Number(first.value, first.start, closing.end() if closing else second.end, NumberKind.BOTH)
            at += 2
        else:
            yield first
            at += 1


def _explains(folded: str, first: Number, second: Number) -> bool:
    """Whether `second` is `first` said again, mostly in brackets, once in digits and once in words."""
    return (
        first.value == second.value
        and {first.kind, second.kind} == {NumberKind.DIGITS, NumberKind.WORDS}
        and _OPENING.fullmatch(folded, first.end, second.start) is not None
    )
