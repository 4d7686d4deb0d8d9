"""How like two items of lists are by their words."""

from collections.abc import Collection
from functools import lru_cache

from kb.model import Language
from kb.text import stem, tokenise

SHORTEST_WORD = 3


def likeness(one: str, other: str, language: Language, *, generic: Collection[str] = ()) -> float:
    """The share of the words of the shorter item that the longer one has, from 0 to 1, by stem and without those of the
    stems `generic` that any item may have."""
    left, right = (_without(_stems(text, language), generic) for text in (one, other))
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def identity(one: str, other: str, language: Language) -> float:
    """The share of all words of both items that both have, from 0 to 1, by stem."""
    left, right = _stems(one, language), _stems(other, language)
    return len(left & right) / len(left | right) if left or right else 1.0


def _without(stems: frozenset[str], generic: Collection[str]) -> frozenset[str]:
    return frozenset(one for one in stems if one not in generic) or stems


@lru_cache(maxsize=4096)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stem(one.text, language) for one in tokenise(text) if len(one.text) >= SHORTEST_WORD)
