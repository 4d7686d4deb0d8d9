"""Where a value was read: the exact words and their place in an archived snapshot."""

import hashlib
from dataclasses import dataclass
from datetime import date

from kb.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A half-open slice of a document's decoded text.

    `document` is the URL or the imported path relative to what was imported; `snapshot` is
    `sha256:…` of the archived bytes; `start` and `end` are character offsets; `line` is the 1-based
    line of `start`; `quote` equals `text[start:end]` exactly. Raises ValueError when it cannot.
    """

    document: str
    snapshot: str
    act: str | None
    edition: date | None
    language: Language
    clause: str | None
    start: int
    end: int
    line: int
    quote: str

    def __post_init__(self) -> None:
        if not self.snapshot.startswith("sha256:"):
            raise ValueError(f"{self.document}: snapshot digest {self.snapshot!r} lacks its sha256: prefix")
        if not self.quote.strip():
            raise ValueError(f"{self.document}: evidence at {self.start} quotes nothing")
        if self.start < 0 or self.end - self.start != len(self.quote):
            raise ValueError(
                f"{self.document}: {self.start}–{self.end} cannot hold a quote of {len(self.quote)} characters"
            )
        if self.line < 1:
            raise ValueError(f"{self.document}: line {self.line} at offset {self.start}; lines count from 1")

    @property
    def quote_digest(self) -> str:
        """`sha256:…` of the quoted words."""
        return "sha256:" + hashlib.sha256(self.quote.encode()).hexdigest()
