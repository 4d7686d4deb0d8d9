"""Places of table cells: rowspan and colspan resolved."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Cell

# Beyond these a span is a slip of the pen, as in rowspan="999".
MAX_ROWSPAN, MAX_COLSPAN = 500, 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as its source gives it: where its text lies and how far it spans."""

    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


def place_cells(rows: Sequence[Sequence[Placed]]) -> tuple[Cell, ...]:
    """Cells with their grid places, row by row; spans end with the table."""
    until: dict[int, int] = {}  # the row from which a column is free again
    cells: list[Cell] = []
    for row, line in enumerate(rows):
        column = 0
        for cell in line:
            while until.get(column, 0) > row:
                column += 1
            rowspan = max(1, min(cell.rowspan, MAX_ROWSPAN, len(rows) - row))
            colspan = max(1, min(cell.colspan, MAX_COLSPAN))
            for place in range(column, column + colspan):
                until[place] = max(until.get(place, 0), row + rowspan)
            cells.append(Cell(row=row, column=column, rowspan=rowspan, colspan=colspan, start=cell.start, end=cell.end))
            column += colspan
    return tuple(cells)
