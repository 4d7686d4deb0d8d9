"""A read document: its text, blocks and clauses."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from kb.model.act import Act, Clause, Edition
from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.source import Snapshot

_LINE_END = re.compile(r"\n")


class BlockKind(StrEnum):
    """Layout of a block in a text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"
    FENCE = "fence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell, `text[start:end]` of its document, at grid place (row, column) with its spans."""

    row: int
    column: int
    rowspan: int
    colspan: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of layout in reading order; `cells` is filled for tables only, `level` for headings and lists."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    anchor: str | None = None
    cells: tuple[Cell, ...] = ()


class Severity(StrEnum):
    """How much an issue hurts: an ERROR loses content, a WARNING needs a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that could not be read or did not fit: named, placed, with the expected shape."""

    code: str
    severity: Severity
    document: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A snapshot read into text, blocks and clauses.

    `text` is what evidence points into: the file as it is for text and Markdown, the readable text
    made by `kb.read` for HTML, PDF and DOCX. `layout` names the shape that was recognised
    (`report`, `act`, `card`, `plain`).
    """

    snapshot: Snapshot
    text: str
    language: Language
    layout: str
    title: str | None
    blocks: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    act: Act | None = None
    edition: Edition | None = None
    year: int | None = None
    issues: tuple[Issue, ...] = ()
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts.extend(found.end() for found in _LINE_END.finditer(self.text))
        self._line_starts.extend(starts)

    def line_of(self, offset: int) -> int:
        """1-based line of a character offset."""
        return bisect_right(self._line_starts, offset)

    def cite(self, start: int, end: int, clause: str | None = None) -> Evidence:
        """Evidence for `text[start:end]`, shrunk to its words; raises ValueError when the slice is blank."""
        quote = self.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Evidence(
            document=self.snapshot.document,
            snapshot=self.snapshot.digest,
            act=self.act.id if self.act else None,
            edition=self.edition.date if self.edition else None,
            language=self.language,
            clause=clause,
            start=start,
            end=start + len(quote),
            line=self.line_of(start),
            quote=quote,
        )
