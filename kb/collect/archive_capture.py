"""What the archive knows of one visit to a document, and where it lies."""

from dataclasses import dataclass

from kb.model import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One visit: the body that stood there, and how the host answered.

    `status` is None for what came from a file. `revisit` marks a body that was archived before, `failure` an answer
    that is no document. `redirects` are the addresses between the one that was asked and `final_url`.
    """

    snapshot: Snapshot
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    revisit: bool = False
    failure: bool = False

    @property
    def holds_body(self) -> bool:
        """Whether the record itself has the bytes of the document."""
        return not (self.revisit or self.failure)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a capture lies: `length` bytes of `file` from `offset`; what was asked stands from `start` on."""

    file: str
    start: int
    offset: int
    length: int
    capture: Capture

    @property
    def end(self) -> int:
        """The byte behind the record."""
        return self.offset + self.length

    @property
    def place(self) -> tuple[str, int]:
        """File and byte; in their order records were written."""
        return self.file, self.offset
