"""What an engine gives back."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One found document; `score` compares within one search only, `stored` is its JSON string."""

    id: str
    score: float
    stored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """One page of a search: `total` documents match, `index` is the name of the index that was searched."""

    total: int
    hits: tuple[Hit, ...]
    index: str


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
