"""What the store hands out besides the values of `kb.model`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredReading:
    """Under which source a body was read, by which version of the code, and with which bodies beside it.

    `related` is a digest of those bodies by the pattern of their names; `companion` tells a body that is
    no document of its own.
    """

    source: str
    version: str
    related: dict[str, str]
    companion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A finished build: version of the code, names of the live indexes by kind, counts by what was counted."""

    finished_at: str
    version: str
    indexes: dict[str, str]
    counts: dict[str, int]
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCounts:
    """What the base holds of one source; `newest` is when its youngest body was taken, ISO 8601."""

    documents: int
    statements: int
    issues: int
    newest: str | None
    samples: int
