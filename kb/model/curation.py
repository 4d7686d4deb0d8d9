"""What staff add to search: words that mean a term of the vocabulary, and services that come first for a phrase."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Words for a term: `kk` and `ru` are the official ones, `said` and `short` the new ones that lead to them.

    `search` is the logged search they come from, `withdrawn_at` None as long as they are used.
    """

    kk: tuple[str, ...]
    ru: tuple[str, ...]
    author: str
    added_at: datetime
    said: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    search: str | None = None
    withdrawn_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BestBet:
    """The service (by id) that comes first when people type this phrase; `withdrawn_at` None as long as it does."""

    phrase: str
    service: str
    author: str
    added_at: datetime
    withdrawn_at: datetime | None = None
    id: int = 0
