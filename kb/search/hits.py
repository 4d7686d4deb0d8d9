"""What an engine gives back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_VALUES = 10_000  # of one facet that are counted: more than any has, fewer than an engine refuses


@dataclass(frozen=True, slots=True)
class Hit:
    """One found document; `score` compares within one search only, `stored` is its JSON string."""

    id: str
    score: float
    stored: str


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many documents have this value of a facet."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of a search: `total` documents match, `index` is the name of the index that was searched.

    `facets` has the counts of each field that was asked for: most first, then by value.
    """

    total: int
    hits: tuple[Hit, ...]
    index: str
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IndexState:
    """A live index: its full name and how many documents it holds."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class BackendInfo:
    """Engine with its version, and the live index of each kind."""

    engine: str
    version: str
    indexes: Mapping[str, IndexState]


def sort_counts(counts: Iterable[FacetCount]) -> tuple[FacetCount, ...]:
    """Most first, then by value: engines order values with equal counts in their own ways."""
    return tuple(sorted(counts, key=lambda one: (-one.count, one.value)))
