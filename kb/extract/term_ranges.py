"""Numbers of one text that are the two ends of one range of time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.wording import wording
from kb.model import Unit
from kb.text import Number, NumberKind

FILE = "deadline"
NEAR = 60  # words that tell a change («shortened from 15 to 10 days») stand in the same phrase
GLUED = re.compile(r"-")
SPACED = re.compile(r"[ ]{1,2}-[ ]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number with the unit behind it, `plain[start:end]`; `unit` None where no unit follows."""

    number: Number
    unit: Unit | None
    start: int
    end: int
    least: Decimal | None = None


def join_ranges(plain: str, numbers: Iterable[Measured]) -> Iterator[Measured]:
    """The numbers that have a unit; two ends of a range are one with the lower end as `least`, whichever stands
    first. A number without a unit is passed over unless it opens a range. Numbers of one list stay apart."""
    waiting: Measured | None = None
    for item in numbers:
        same = waiting is not None and item.unit is not None and waiting.unit in (None, item.unit)
        apart = waiting is not None and waiting.end <= item.number.start
        if waiting is not None and same and apart and is_range(plain, waiting.number, item.number, between=waiting.end):
            waiting = _joined(waiting, item)
            continue
        if waiting is not None and waiting.unit is not None:
            yield waiting
        waiting = item
    if waiting is not None and waiting.unit is not None:
        yield waiting


def is_range(plain: str, first: Number, second: Number, *, between: int | None = None) -> bool:
    """Whether two neighbouring numbers are the ends of one range, by the words around and between them.

    `between` is where what belongs to the first one (its unit) ends.
    """
    start = between if between is not None else first.end
    gap = plain[start : second.start]
    before = plain[max(0, first.start - NEAR) : first.start]
    if len(gap) > NEAR or wording(FILE, "changed").search(before + plain[second.end : second.end + NEAR]):
        return False
    if GLUED.fullmatch(gap):
        return True
    if SPACED.fullmatch(gap):
        in_words_too = first.kind is NumberKind.BOTH and second.kind is NumberKind.BOTH
        return in_words_too or bool(wording(FILE, "range_opens").search(before))
    if wording(FILE, "range_to").fullmatch(gap):
        return bool(wording(FILE, "range_from").search(before))
    if wording(FILE, "range_bound").fullmatch(gap):
        return bool(wording(FILE, "min_before").search(before))
    ablative = wording(FILE, "range_ablative").search(plain[first.start : start])
    return bool(ablative) and (not gap.strip() or bool(wording(FILE, "range_since").fullmatch(gap)))


def _joined(first: Measured, second: Measured) -> Measured:
    low, high = sorted((first.number.value, second.number.value))
    number = replace(second.number, value=high)
    if low == high:
        return replace(second, number=number, start=first.start)
    return replace(second, number=number, start=first.start, least=low)
