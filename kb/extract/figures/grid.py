"""A table of a report as cells with their places."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from kb.extract.figures.words import search, to_number
from kb.model import Document, Evidence
from kb.model.act import Clause, ClauseKind
from kb.text import fold_kazakh, fold_scripts

NUMBER = re.compile(r"(\d{0,4}[.,]\d{1,2}|\d{1,5})\s?(%?)")


@dataclass(frozen=True)
class Cell:
    """A cell: its words, its place in the document, the column it stands in, and its number, None for words."""

    words: str
    start: int
    end: int
    column: int
    number: Decimal | None

    @cached_property
    def plain(self) -> str:
        """The folded words; most cells are numbers, which nobody asks it of."""
        return fold_kazakh(fold_scripts(self.words).text)

    @property
    def is_share(self) -> bool:
        """Whether it has a per cent sign."""
        return self.words.endswith("%")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the number of its caption, None where none is printed; `rows` have their filled cells only."""

    document: Document
    clause: Clause
    caption: str | None
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def name(self) -> str:
        """The printed number, or the end of the clause's path."""
        return self.caption or self.clause.id.rpartition("/")[2]

    def turned(self) -> "Grid":
        """The table with its columns as rows."""
        columns = sorted({cell.column for row in self.rows for cell in row})
        rows = (
            tuple(
                replace(cell, column=number)
                for number, row in enumerate(self.rows)
                for cell in row
                if cell.column == column
            )
            for column in columns
        )
        return replace(self, rows=tuple(row for row in rows if row))

    def cite(self, cell: Cell) -> Evidence:
        """The words of a cell."""
        return self.document.cite(cell.start, cell.end, self.clause.id)

    def cite_row(self, row: tuple[Cell, ...]) -> Evidence:
        """The words of a row."""
        return self.document.cite(row[0].start, row[-1].end, self.clause.id)


def read_grids(document: Document, clauses: Iterable[Clause]) -> Iterator[Grid]:
    """The tables among the clauses, each with the number of the caption that stands before it."""
    caption: str | None = None
    for clause in clauses:
        if clause.kind is ClauseKind.TABLE:
            yield Grid(document, clause, caption, tuple(_rows(document, clause)))
            caption = None
        elif clause.kind is not ClauseKind.HEADING:
            head = fold_kazakh(fold_scripts(document.text[clause.start : min(clause.end, clause.start + 40)]).text)
            found = search("caption", head)
            caption = next((group for group in found.groups() if group), None) if found else caption


def _rows(document: Document, clause: Clause) -> Iterator[tuple[Cell, ...]]:
    start = clause.start
    for line in document.text[clause.start : clause.end].split("\n"):
        cells = []
        place = start
        for column, printed in enumerate(line.split("\t")):
            words = printed.strip()
            if words:
                first = place + len(printed) - len(printed.lstrip())
                number = None if words[0].isalpha() else NUMBER.fullmatch(words)
                cells.append(Cell(words, first, first + len(words), column, to_number(number[1]) if number else None))
            place += len(printed) + 1
        if cells:
            yield tuple(cells)
        start += len(line) + 1
