"""What an index holds: one document, already analysed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_ID_BYTES = 512  # Elasticsearch's own limit for a document's id


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDocument:
    """One document of an index.

    `tokens` has whitespace-joined tokens by field, `keywords` exact values, `numbers` whole numbers (days are
    `YYYYMMDD`); `stored` is a JSON string that comes back with a hit. Raises ValueError for an id that an
    engine cannot hold.
    """

    id: str
    tokens: Mapping[str, str]
    stored: str
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        size = len(self.id.encode())
        if not 0 < size <= MAX_ID_BYTES:
            raise ValueError(f"an index document's id takes 1 to {MAX_ID_BYTES} bytes, got {size}: {self.id[:60]!r}")
