"""Headings of tables → the codes of their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.figures.grid import Cell, Grid
from kb.extract.figures.words import to_number
from kb.monitoring.report.names import Names, column_code, glued_aspects

LEAST_HEADED = 2  # labels that a heading row has at least
SERVICE_CODE = "service_code"
NO_FIGURES = frozenset((SERVICE_CODE, "label"))
WHOLE_TABLES = ("ten_point",)
NEGATIVE_CELL = re.compile(r"[-–−]\s?(\d{0,4}[.,]\d{1,2}|\d{1,5})\s?%?")
EVENTS = ("acquaintances", "rewards", "complaints")
INCONVENIENCES = (
    "uncomfortable_hall", "few_seats", "no_queue_system", "stuffy_hall", "no_toilet", "several_queues",
    "other_inconvenience",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """The codes of a whole heading by the place of their column, and how many cells its line has."""

    codes: dict[int, str]
    width: int

    @property
    def figures(self) -> dict[int, str]:
        """Without the column of services' numbers."""
        return {place: code for place, code in self.codes.items() if code not in NO_FIGURES}


def best_columns(parts: Sequence[Grid], names: Names) -> Columns | None:
    """The heading with most labels among the parts of a table, each of which is told and differs from the others: a
    part whose own heading lost a label is read by it."""
    found: Columns | None = None
    for grid in parts:
        for place, row in enumerate(grid.rows):
            columns = _heading(row, grid, names)
            if columns is None and place:
                columns = _double_heading(grid.rows[place - 1], row, grid, names)
            if columns and (found is None or len(columns.codes) > len(found.codes)):
                found = columns
    return found


def _heading(row: tuple[Cell, ...], grid: Grid, names: Names) -> Columns | None:
    if any(number_of(cell) is not None for cell in row):
        return None
    codes = _codes(row, grid, names)
    parted = _part_glued(row, codes, grid)
    if parted:
        return parted
    told = [code for code in codes if code]
    if len(told) < len(codes) or len(set(told)) < len(told) or set(told) <= NO_FIGURES:
        return None
    if len(told) < LEAST_HEADED and len(grid.rows) <= LEAST_HEADED:
        return None
    return Columns({cell.column: code for cell, code in zip(row, told, strict=True)}, line_width(grid, row))


def _part_glued(row: tuple[Cell, ...], codes: Sequence[str | None], grid: Grid) -> Columns | None:
    """A heading of aspects of which one cell holds two, its border lost: parted where each row of figures has one more
    than the heading has cells; None for any other heading."""
    unknown = [cell for cell, code in zip(row, codes, strict=True) if code is None]
    pair = glued_aspects(unknown[0].words) if len(unknown) == 1 else None
    figures = {sum(number_of(cell) is not None for cell in other) for other in grid.rows} - {0}
    if pair is None or figures != {len(row) + 1}:
        return None
    told: list[str] = []
    for code in codes:
        told += [code] if code else pair
    if len(set(told)) < len(told):
        return None
    return Columns({row[0].column + place: code for place, code in enumerate(told)}, line_width(grid, row) + 1)


def _double_heading(above: tuple[Cell, ...], row: tuple[Cell, ...], grid: Grid, names: Names) -> Columns | None:
    """A row of groups over a row that repeats the same measures for each of them."""
    if (
        any(number_of(cell) is not None for cell in (*above, *row))
        or len(above) < LEAST_HEADED
        or len(row) % len(above)
    ):
        return None
    each = len(row) // len(above)
    groups, measures = _codes(above, grid, names), _codes(row[:each], grid, names)
    if each < LEAST_HEADED or not all((*groups, *measures)) or _codes(row, grid, names) != measures * len(above):
        return None
    codes = [f"{group}/{measure}" for group in groups for measure in measures]
    return Columns({cell.column: code for cell, code in zip(row, codes, strict=True)}, line_width(grid, row))


def _codes(row: Sequence[Cell], grid: Grid, names: Names) -> list[str | None]:
    shares = any(cell.is_share for other in grid.rows for cell in other if cell.number is not None)
    codes = [column_code(cell.words, shares=shares) or _region_column(cell, names) for cell in row]
    if any(code == "mean" or code in EVENTS for code in codes):  # beside these, satisfaction is a share
        return ["share" if code == "overall" else code for code in codes]
    return codes


def _region_column(cell: Cell, names: Names) -> str | None:
    region = names.region(cell.words)
    return f"region:{region}" if region else None


def told_column(parts: Sequence[Grid], scope: frozenset[str]) -> Columns | None:
    """The one column of a table without heading whose caption tells what it has."""
    told = sorted(code for code in WHOLE_TABLES if code in scope)
    if len(told) != 1:
        return None
    last = {row[-1].column for grid in parts for row in grid.rows}
    row = parts[0].rows[0]
    return Columns({last.pop(): told[0]}, line_width(parts[0], row)) if len(last) == 1 else None


def number_of(cell: Cell) -> Decimal | None:
    """The number of a cell, negative ones too; None for words."""
    if cell.number is not None:
        return cell.number
    found = NEGATIVE_CELL.fullmatch(cell.words)
    return -to_number(found[1]) if found else None


def line_width(grid: Grid, row: tuple[Cell, ...]) -> int:
    """How many cells the line has, blank ones too."""
    text = grid.document.text
    end = text.find("\n", row[-1].end)
    start = text.rfind("\n", 0, row[0].start) + 1
    return text.count("\t", start, end if end >= 0 else len(text)) + 1
