"""Which items of one list have no counterpart in another: a pairing one to one, the likest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Likeness = Callable[[Item, Item], float]
"""How like two items are, from 0 to 1."""

SAME = 0.5  # of the words of the shorter item: one thing is named at length and in short
SOME = 0.3  # below, nothing of an item stands in another
ALIKE = 0.8  # of all words of both: an item that is its partner's twin covers nothing beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Generic[Item]):
    """The pairs of two lists, and the items that nothing in the other list can mean."""

    pairs: Sequence[tuple[Item, Item]]
    only_left: Sequence[Item]
    only_right: Sequence[Item]


def pair_items(
    left: Sequence[Item], right: Sequence[Item], *, likeness: Likeness[Item], identity: Likeness[Item]
) -> Pairing[Item]:
    """The items of two lists in pairs; `likeness` looks for the one in the other, `identity` compares all of both.

    An item without a partner is no difference where an item of the other list may take it in: one that has no partner
    either, or says more than its own.
    """
    places = _pair(left, right, likeness, identity)
    back = {there: here for here, there in places.items()}
    alike = {(here, there) for here, there in places.items() if identity(left[here], right[there]) >= ALIKE}
    free_left = [place for place in range(len(right)) if (back.get(place), place) not in alike]
    free_right = [place for place in range(len(left)) if (place, places.get(place)) not in alike]
    return Pairing(
        pairs=[(left[here], right[there]) for here, there in sorted(places.items())],
        only_left=_uncovered(left, places, [right[place] for place in free_left], likeness),
        only_right=_uncovered(right, back, [left[place] for place in free_right], likeness),
    )


def _pair(
    left: Sequence[Item], right: Sequence[Item], likeness: Likeness[Item], identity: Likeness[Item]
) -> dict[int, int]:
    """The places of the pairs, the likest first; equal ones by all their words, then in the order of the lists."""
    able = [
        (-like, -identity(one, other), here, there)
        for here, one in enumerate(left)
        for there, other in enumerate(right)
        if (like := likeness(one, other)) >= SAME
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, here, there in sorted(able):
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def _uncovered(
    items: Sequence[Item], paired: Mapping[int, int], others: Sequence[Item], likeness: Likeness[Item]
) -> list[Item]:
    return [
        one
        for place, one in enumerate(items)
        if place not in paired and not any(likeness(one, other) >= SOME for other in others)
    ]
