"""Numbers that are listed before one unit: «within 7, 10 and 15 working days»."""

from collections.abc import Sequence
from dataclasses import replace

from kb.extract.term_ranges import Measured
from kb.extract.wording import wording
from kb.text import NumberKind

FILE = "deadline"
LOOK_BACK = 40


def share_units(plain: str, numbers: Sequence[Measured]) -> list[Measured]:
    """The numbers, those of a list with the unit behind its last one and with the span of the whole list.

    A list is told from numbers of other things by the bound before it, or by each number being printed in words too.
    """
    shared = list(numbers)
    last = len(shared) - 1
    while last > 0:
        first = last
        while shared[last].unit and first > 0 and _listed(plain, shared[first - 1], shared[first]):
            first -= 1
        if first < last and _is_list(plain, shared[first : last + 1]):
            for at in range(first, last + 1):
                shared[at] = replace(
                    shared[at], unit=shared[last].unit, start=shared[first].start, end=shared[last].end
                )
        last = first - 1 if first < last else last - 1
    return shared


def _listed(plain: str, number: Measured, following: Measured) -> bool:
    if number.unit is not None:
        return False
    return bool(wording(FILE, "shares_unit").fullmatch(plain, number.number.end, following.number.start))


def _is_list(plain: str, numbers: Sequence[Measured]) -> bool:
    if all(item.number.kind is NumberKind.BOTH for item in numbers):
        return True
    first = numbers[0].start
    return bool(wording(FILE, "max_before").search(plain[max(0, first - LOOK_BACK) : first]))
