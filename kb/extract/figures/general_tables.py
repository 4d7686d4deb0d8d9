"""What the general part of a report tells of each service: its tables by service."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb.extract.figures.grid import Cell, Grid
from kb.extract.figures.respondents import SAMPLE
from kb.extract.figures.section_tables import (
    LEAST_COMPONENTS,
    OVERALL,
    UNKNOWN,
    components_of,
    figure,
    known,
    measure_of,
)
from kb.extract.figures.words import channel_of, find_terms
from kb.model import Remark, SurveyChannel

LONG_NAME = 12  # letters; the cell of a service's name has more
SHIFTED = 0.5  # more than a half of the rows agree with their services where a heading lost its first label
SAME = 0.005

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table by service are of; `places` are theirs where the heading tells them."""

    measure: str
    subjects: tuple[str, ...] = ()
    channels: tuple[SurveyChannel, ...] = ()
    places: tuple[int, ...] = ()

    def cells(self, row: Row) -> list[Cell | None]:
        """The figure of each column, None where it is blank; nothing for a row of another shape."""
        figures = _figures(row)
        if self.places:
            by_place = {cell.column: cell for cell in figures}
            return [by_place.get(place) for place in self.places]
        return list(figures) if len(figures) == len(self.subjects) else []


NO_COLUMNS = Columns("none")


class Names(Protocol):
    """Tells the service that a row is of."""

    def find(self, name: str, *, number: int | None = None) -> str | None:
        """The key of the service, None where the name fits none."""


def read_service_tables(
    grids: Sequence[Grid], names: Names, means: Mapping[str, float], *, row_code: str = "service"
) -> Iterator[Remark]:
    """The rows of tables by service: events, satisfaction by place, components.

    `means` are the services' own mean marks: a table of components whose first figures are those of the services as
    a whole has lost the label of that column.
    """
    columns = NO_COLUMNS
    for grid in grids:
        rows: list[tuple[str, Row]] = []
        for row in grid.rows:
            columns = _heading(row) or columns
            key = _service(row, names) if columns.subjects else None
            if key:
                rows.append((key, row))
        told = _with_lost_label(columns, rows, means)
        for key, row in rows:
            yield from _row_remarks(grid, key, row, told, row_code)
        if not rows:
            columns = NO_COLUMNS


def _heading(row: Row) -> Columns | None:
    """The columns that a row of words tells; NO_COLUMNS for a heading of another table, None for no heading."""
    if len(row) < 2 or any(cell.number is not None for cell in row):
        return None
    channels = [(found, cell) for cell in row if (found := channel_of(cell.plain))]
    if len(channels) == len({found for found, _ in channels}) > 1:
        places = tuple(cell.column for _, cell in channels)
        return Columns("share", (OVERALL,) * len(channels), tuple(found for found, _ in channels), places)
    events = [(subject, cell) for cell in row if (subject := _event(cell))]
    if sum(subject != OVERALL for subject, _ in events) > 1:
        return Columns("share", tuple(one for one, _ in events), (), tuple(cell.column for _, cell in events))
    components = tuple(components_of(row))
    if known(components) >= LEAST_COMPONENTS and len(components) == len(set(components)):
        return Columns("mean", components)
    return NO_COLUMNS


def _event(cell: Cell) -> str | None:
    found = next((term.code for term in find_terms(cell.plain, "events")), None)
    return found or (OVERALL if measure_of(cell.plain) == "share" else None)


def _figures(row: Row) -> list[Cell]:
    """The numbers behind the name."""
    named = next((place for place, cell in enumerate(row) if cell.number is None), None)
    return [cell for cell in row[named + 1 :] if cell.number is not None] if named is not None else []


def _service(row: Row, names: Names) -> str | None:
    name = next((cell for cell in row if cell.number is None), None)
    if name is None or len(name.words) < LONG_NAME or not _figures(row):
        return None
    number = row[0].number
    return names.find(name.plain, number=int(number) if number is not None and number == int(number) else None)


def _with_lost_label(columns: Columns, rows: Sequence[tuple[str, Row]], means: Mapping[str, float]) -> Columns:
    if columns.measure != "mean" or columns.subjects[0] == OVERALL:
        return columns
    first = [(key, cells[0]) for key, row in rows if key in means and (cells := columns.cells(row))]
    agree = sum(cell is not None and abs(float(cell.number or 0) - means[key]) < SAME for key, cell in first)
    if agree > SHIFTED * len(first):
        return replace(columns, subjects=(OVERALL, *columns.subjects[:-1]))
    return columns


def _row_remarks(grid: Grid, key: str, row: Row, columns: Columns, code: str) -> Iterator[Remark]:
    for place, cell in enumerate(columns.cells(row)):
        if cell is None or columns.subjects[place].startswith(UNKNOWN):
            continue
        channel = columns.channels[place] if columns.channels else SurveyChannel.ALL
        subject, measure = columns.subjects[place], columns.measure
        if columns.channels and cell.words.isdigit():
            subject, measure = SAMPLE, "count"
        yield figure(
            key, grid.cite(cell), grid, subject=subject, measure=measure, cell=cell, row=code,
            channel=channel, column=channel.value if columns.channels else subject,
        )  # fmt: skip
