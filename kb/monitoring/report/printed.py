"""Tables of a report → printed figures, each with what it is of and where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.figures.grid import Cell, Grid, read_grids
from kb.model import Document, Evidence
from kb.model.act import Clause, ClauseKind
from kb.monitoring.report.headings import (
    NO_FIGURES,
    SERVICE_CODE,
    Columns,
    best_columns,
    line_width,
    number_of,
    told_column,
)
from kb.monitoring.report.names import TOTAL, Names, Subject, report_pattern, report_words
from kb.text import fold_plain

NOTE = "*"
NEAR = 3  # clauses between a table and its caption at most
LABELS_OF_GROUP = 2
NUMBERED_ROW = re.compile(r"(\d{1,3})[.)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """One number of a table. `scope` are codes of whose answers the table has, `people` is the N of its row, `group`
    the code of the rows that it stands among, where a table has the same rows for several groups."""

    table: str
    scope: frozenset[str]
    subject: Subject
    column: str
    value: Decimal
    evidence: Evidence
    row: Evidence
    people: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LostRow:
    """A row whose numbers cannot be told apart: fewer or more than the heading has columns, or no heading is whole.
    `people` is the N of its label."""

    table: str
    subject: Subject
    values: tuple[Decimal, ...]
    columns: int
    evidence: Evidence
    people: int | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with those that continue it; `headings` are the rows of words that name columns, of each part."""

    name: str
    scope: frozenset[str]
    parts: tuple[Grid, ...]


def read_printed(document: Document, clauses: Sequence[Clause], names: Names) -> Iterator[PrintedFigure | LostRow]:
    """Every number of the tables among the clauses whose row and column are named, and each row that is damaged."""
    for table in _tables(document, clauses):
        columns = best_columns(table.parts, names) or told_column(table.parts, table.scope)
        numbered = _is_numbered(table, names)
        group: str | None = None
        for grid in table.parts:
            for row in grid.rows:
                group, own = _part_group(row, group, names)
                found = _read_row(table, grid, own, columns, names if numbered else names.without_numbers())
                yield from (replace(one, group=group) if isinstance(one, PrintedFigure) else one for one in found)


def _part_group(row: tuple[Cell, ...], group: str | None, names: Names) -> tuple[str | None, tuple[Cell, ...]]:
    """The group that a row stands among, and the row without its label: «total | Astana | 4,85» begins the rows of the
    total, «local bodies | Astana | 4,84» those of the local bodies."""
    labels = _parts(row).labels
    begun = names.group(labels[0].words) if len(labels) == LABELS_OF_GROUP and row[0] is labels[0] else None
    return (begun, row[1:]) if begun else (group, row)


def _is_numbered(table: _Table, names: Names) -> bool:
    """Whether the numbers of the rows are those of the services' sections, and not places in an order."""
    found = agree = 0
    for grid in table.parts:
        for row in grid.rows:
            parts = _parts(row)
            if not parts.labels or parts.number is None:
                continue
            subject = names.subject(parts.labels[-1].words)
            if subject.kind == "service":
                found += 1
                agree += subject.code == names.service_numbered(parts.number)
    return 2 * agree > found


def _tables(document: Document, clauses: Sequence[Clause]) -> Iterator[_Table]:
    order = {clause.id: place for place, clause in enumerate(clauses)}
    current: _Table | None = None
    for grid in read_grids(document, clauses):
        place = order[grid.clause.id]
        before = clauses[place - 1] if place else None
        follows = current is not None and before is not None and before.id == current.parts[-1].clause.id
        if follows and current is not None:
            current = replace(current, parts=(*current.parts, grid))
            continue
        if current is not None:
            yield current
        # Below the note of another table stands the rest of that table, in columns of its own.
        noted = before is not None and document.text[before.start : before.end].lstrip().startswith(NOTE)
        if noted and current is not None and grid.caption is None:
            current = _Table(current.name, current.scope, (grid,))
        else:
            current = _Table(grid.name, _scope(document, clauses, place), (grid,))
    if current is not None:
        yield current


def _scope(document: Document, clauses: Sequence[Clause], place: int) -> frozenset[str]:
    """The codes of the caption: the nearest paragraph above the table."""
    for clause in reversed(clauses[max(0, place - NEAR) : place]):
        if clause.kind is not ClauseKind.TABLE and document.text[clause.start : clause.end].strip():
            words = fold_plain(document.text[clause.start : clause.end])
            return frozenset(code for code in report_words()["scopes"] if report_pattern("scopes", code).search(words))
    return frozenset()


def _read_row(
    table: _Table, grid: Grid, row: tuple[Cell, ...], columns: Columns | None, names: Names
) -> Iterator[PrintedFigure | LostRow]:
    parts = _parts(row)
    numbers = parts.numbers
    if not numbers or columns is None or (not parts.labels and SERVICE_CODE not in columns.codes.values()):
        return
    label = parts.labels[-1] if parts.labels else None
    subject = names.subject(label.words, parts.number) if label else _numbered(names, parts.number)
    values = tuple(number for cell in numbers if (number := number_of(cell)) is not None)
    evidence = grid.cite_row(row)
    codes = _match(columns, numbers, line_width(grid, row))
    found = report_pattern("people").search(fold_plain(label.words)) if label else None
    people = int(next(group for group in found.groups() if group)) if found else None
    if codes is None or not subject.is_known or len(parts.labels) > 1:
        yield LostRow(
            table=table.name, subject=subject, values=values, columns=len(columns.figures), evidence=evidence,
            people=people,
        )  # fmt: skip
        return
    for cell, value, code in zip(numbers, values, codes, strict=True):
        if code not in NO_FIGURES:
            yield PrintedFigure(
                table=table.name,
                scope=table.scope,
                subject=subject,
                column=code,
                value=value,
                evidence=grid.cite(cell),
                row=evidence,
                people=people,
            )


@dataclass(frozen=True, slots=True)
class _Parts:
    """A row: its labels, the figures behind the last of them, and the number that stands before the first."""

    labels: tuple[Cell, ...]
    numbers: tuple[Cell, ...]
    number: int | None


def _parts(row: tuple[Cell, ...]) -> _Parts:
    last = max((at for at, cell in enumerate(row) if number_of(cell) is None and not _own_number(cell)), default=None)
    if last is None:
        return _Parts((), row[1:], _own_number(row[0]))
    labels = tuple(cell for cell in row[: last + 1] if number_of(cell) is None and not _own_number(cell))
    numbered = [number for cell in row[:last] if (number := _own_number(cell)) is not None]
    return _Parts(labels, row[last + 1 :], numbered[-1] if numbered else None)


def _own_number(cell: Cell) -> int | None:
    """The number of a row: «12» or «12.»."""
    found = NUMBERED_ROW.fullmatch(cell.words)
    number = Decimal(found[1]) if found else cell.number
    return int(number) if number is not None and number == int(number) else None


def _numbered(names: Names, number: int | None) -> Subject:
    key = names.service_numbered(number) if number is not None else None
    return Subject(kind="service" if key else "unknown", code=key, words=str(number))


def _match(columns: Columns, numbers: Sequence[Cell], width: int) -> list[str] | None:
    """The code of each number: by the place of its column where the line has as many cells as the heading, else in
    order where there are as many numbers as columns; None where a cell was lost and nobody can tell which."""
    headed = columns.figures
    lost_total = headed.get(max(headed)) == TOTAL and numbers[-1].column != max(headed)
    if width == columns.width and all(cell.column in headed for cell in numbers) and not lost_total:
        return [headed[cell.column] for cell in numbers]
    if len(numbers) == len(headed):
        return [code for _, code in sorted(headed.items())]
    return None
