"""Readable text made from a page, with its blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Block, BlockKind
from kb.read.grid import Placed, place_cells
from kb.read.reading import Reading
from kb.read.storable import storable


@dataclass(frozen=True, slots=True)
class CellText:
    """Text of a cell, a line for each of its paragraphs, and its spans."""

    text: str
    rowspan: int = 1
    colspan: int = 1


class TextBuilder:
    """Collects pieces in reading order: paragraphs a blank line apart, table rows a line each, cells after a tab."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    def add(self, text: str, kind: BlockKind, *, level: int = 0, anchor: str | None = None) -> None:
        """One block; blank text adds nothing."""
        text = text.strip()
        if not text:
            return
        start = self._open()
        self._write(text)
        self._blocks.append(Block(kind=kind, start=start, end=self._length, level=level, anchor=anchor))

    def add_table(self, rows: Sequence[Sequence[CellText]], *, anchor: str | None = None) -> None:
        """A table; rows without cells are left out, a table without words adds nothing."""
        rows = [row for row in rows if row]
        if not any(cell.text.strip() for row in rows for cell in row):
            return
        start = self._open()
        placed: list[list[Placed]] = []
        for number, row in enumerate(rows):
            if number:
                self._write("\n")
            line: list[Placed] = []
            for place, cell in enumerate(row):
                if place:
                    self._write("\t")
                first = self._length
                self._write(cell.text.strip())
                line.append(Placed(first, self._length, cell.rowspan, cell.colspan))
            placed.append(line)
        self._blocks.append(
            Block(kind=BlockKind.TABLE, start=start, end=self._length, anchor=anchor, cells=place_cells(placed))
        )

    def finish(self, title: str | None = None) -> Reading:
        """The text and its blocks; the title is made storable like the text."""
        return Reading(
            # One for one, so that the places of the blocks stay.
            text=storable("".join(self._parts)) + ("\n" if self._parts else ""),
            blocks=tuple(self._blocks),
            title=storable(title) if title else None,
        )

    def _open(self) -> int:
        if self._parts:
            self._write("\n\n")
        return self._length

    def _write(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
