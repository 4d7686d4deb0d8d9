"""Values that a sentence tells as what was before a change, beside what is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.extract.passage import Passage
from kb.extract.wording import wording
from kb.text import Number, find_numbers

FILE = "overlay"
LOOK = 40
ALONE = 3  # «by 3 days»: the word that tells of a difference stands right beside


@dataclass(frozen=True, slots=True)
class Change:
    """A value at `place` of the values given: `former` is the number before it, `was` the place of a whole value
    before it; both None where nothing was before. `difference` where the value is how much, not what."""

    place: int
    former: Number | None = None
    was: int | None = None
    difference: bool = False


def find_changes(passage: Passage, spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Change]:
    """What each new value of a changed sentence replaces; `spans` are those of its values (number to unit).

    Values that are the former of another one are not yielded themselves.
    """
    plain = passage.plain
    numbers = find_numbers(passage.folded[start:end])
    pairs = {
        later: earlier
        for (earlier, first), (later, second) in pairwise(enumerate(spans))
        if _replaces(plain, first[0], first[1], second[0], start)
    }
    for place, (first, last) in enumerate(spans):
        if place in pairs.values():
            continue
        if place in pairs:
            yield Change(place, was=pairs[place])
            continue
        before = [one for one in numbers if start + one.end <= first]
        former = before[-1] if before else None
        if former and _replaces(plain, start + former.start, start + former.end, first, start):
            yield Change(place, former=former)
        else:
            yield Change(place, difference=_is_difference(plain, start, first, last, end))


def _replaces(plain: str, first: int, first_end: int, second: int, start: int) -> bool:
    """Whether the words around and between two values say that the second came in place of the first."""
    if second - first_end > LOOK:
        return False
    opened = bool(wording(FILE, "former_before").search(plain[max(start, first - LOOK) : first]))
    # the ending that says "from" belongs to the first value's own words
    between = plain[first:second]
    if wording(FILE, "former_ablative").search(between):
        return True
    return opened and bool(wording(FILE, "former_between").search(plain[first_end:second]))


def _is_difference(plain: str, start: int, first: int, last: int, end: int) -> bool:
    behind = plain[last : min(end, last + LOOK)]
    before = plain[max(start, first - LOOK) : first]
    return bool(wording(FILE, "difference_before").search(before) or wording(FILE, "difference_behind").match(behind))
