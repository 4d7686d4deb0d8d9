"""Tables of a report → printed figures, each with what it is of and where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.figures.grid import Cell, Grid, read_grids
from kb.extract.figures.words import to_number
from kb.model import Document, Evidence
from kb.model.act import Clause, ClauseKind
from kb.monitoring.report.names import TOTAL, Names, Subject, column_code, report_pattern, report_words
from kb.text import fold_plain

NOTE = "*"
NEAR = 3  # clauses between a table and its caption at most
LEAST_HEADED = 2  # labels that a heading row has at least
SERVICE_CODE = "service_code"
NO_FIGURES = frozenset((SERVICE_CODE, "label"))
WHOLE_TABLES = ("ten_point",)
NEGATIVE_CELL = re.compile(r"[-–−]\s?(\d{0,4}[.,]\d{1,2}|\d{1,5})\s?%?")
NUMBERED_ROW = re.compile(r"(\d{1,3})[.)]")
EVENTS = ("acquaintances", "rewards", "complaints")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """One number of a table. `scope` are codes of whose answers the table has; `people` is the N of its row."""

    table: str
    scope: frozenset[str]
    subject: Subject
    column: str
    value: Decimal
    evidence: Evidence
    row: Evidence
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LostRow:
    """A row whose numbers cannot be told apart: fewer or more than the heading has columns, or no heading is whole."""

    table: str
    subject: Subject
    values: tuple[Decimal, ...]
    columns: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with those that continue it; `headings` are the rows of words that name columns, of each part."""

    name: str
    scope: frozenset[str]
    parts: tuple[Grid, ...]


def read_printed(document: Document, clauses: Sequence[Clause], names: Names) -> Iterator[PrintedFigure | LostRow]:
    """Every number of the tables among the clauses whose row and column are named, and each row that is damaged."""
    for table in _tables(document, clauses):
        columns = _best_columns(table, names) or _told_column(table)
        numbered = _is_numbered(table, names)
        for grid in table.parts:
            for row in grid.rows:
                yield from _read_row(table, grid, row, columns, names if numbered else names.without_numbers())


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


@dataclass(frozen=True, slots=True)
class _Columns:
    """The codes of a whole heading by the place of their column, and how many cells its line has."""

    codes: dict[int, str]
    width: int

    @property
    def figures(self) -> dict[int, str]:
        """Without the column of services' numbers."""
        return {place: code for place, code in self.codes.items() if code not in NO_FIGURES}


def _best_columns(table: _Table, names: Names) -> _Columns | None:
    """The heading with most labels among the parts of a table, each of which is told and differs from the others: a
    part whose own heading lost a label is read by it."""
    found: _Columns | None = None
    for grid in table.parts:
        for place, row in enumerate(grid.rows):
            columns = _heading(row, grid, names)
            if columns is None and place:
                columns = _double_heading(grid.rows[place - 1], row, grid, names)
            if columns and (found is None or len(columns.codes) > len(found.codes)):
                found = columns
    return found


def _heading(row: tuple[Cell, ...], grid: Grid, names: Names) -> _Columns | None:
    if any(number_of(cell) is not None for cell in row):
        return None
    codes = _codes(row, grid, names)
    told = [code for code in codes if code]
    if len(told) < len(codes) or len(set(told)) < len(told) or set(told) <= NO_FIGURES:
        return None
    if len(told) < LEAST_HEADED and len(grid.rows) <= LEAST_HEADED:
        return None
    return _Columns({cell.column: code for cell, code in zip(row, told, strict=True)}, _width(grid, row))


def _double_heading(above: tuple[Cell, ...], row: tuple[Cell, ...], grid: Grid, names: Names) -> _Columns | None:
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
    return _Columns({cell.column: code for cell, code in zip(row, codes, strict=True)}, _width(grid, row))


def _codes(row: Sequence[Cell], grid: Grid, names: Names) -> list[str | None]:
    shares = any(cell.is_share for other in grid.rows for cell in other if cell.number is not None)
    codes = [column_code(cell.words, shares=shares) or _region_column(cell, names) for cell in row]
    if any(code == "mean" or code in EVENTS for code in codes):  # beside these, satisfaction is a share
        return ["share" if code == "overall" else code for code in codes]
    return codes


def _region_column(cell: Cell, names: Names) -> str | None:
    region = names.region(cell.words)
    return f"region:{region}" if region else None


def _told_column(table: _Table) -> _Columns | None:
    """The one column of a table without heading whose caption tells what it has."""
    told = sorted(code for code in WHOLE_TABLES if code in table.scope)
    if len(told) != 1:
        return None
    last = {row[-1].column for grid in table.parts for row in grid.rows}
    row = table.parts[0].rows[0]
    return _Columns({last.pop(): told[0]}, _width(table.parts[0], row)) if len(last) == 1 else None


def number_of(cell: Cell) -> Decimal | None:
    """The number of a cell, negative ones too; None for words."""
    if cell.number is not None:
        return cell.number
    found = NEGATIVE_CELL.fullmatch(cell.words)
    return -to_number(found[1]) if found else None


def _width(grid: Grid, row: tuple[Cell, ...]) -> int:
    """How many cells the line has, blank ones too."""
    text = grid.document.text
    end = text.find("\n", row[-1].end)
    start = text.rfind("\n", 0, row[0].start) + 1
    return text.count("\t", start, end if end >= 0 else len(text)) + 1


def _read_row(
    table: _Table, grid: Grid, row: tuple[Cell, ...], columns: _Columns | None, names: Names
) -> Iterator[PrintedFigure | LostRow]:
    parts = _parts(row)
    numbers = parts.numbers
    if not numbers or columns is None or (not parts.labels and SERVICE_CODE not in columns.codes.values()):
        return
    label = parts.labels[-1] if parts.labels else None
    subject = names.subject(label.words, parts.number) if label else _numbered(names, parts.number)
    values = tuple(number for cell in numbers if (number := number_of(cell)) is not None)
    evidence = grid.cite_row(row)
    codes = _match(columns, numbers, _width(grid, row))
    if codes is None or not subject.is_known or len(parts.labels) > 1:
        yield LostRow(table=table.name, subject=subject, values=values, columns=len(columns.figures), evidence=evidence)
        return
    people = report_pattern("people").search(fold_plain(label.words)) if label else None
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
                people=int(next(group for group in people.groups() if group)) if people else None,
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


def _match(columns: _Columns, numbers: Sequence[Cell], width: int) -> list[str] | None:
    """The code of each number: by the place of its column where the line has as many cells as the heading, else in
    order where there are as many numbers as columns; None where a cell was lost and nobody can tell which."""
    headed = columns.figures
    lost_total = headed.get(max(headed)) == TOTAL and numbers[-1].column != max(headed)
    if width == columns.width and all(cell.column in headed for cell in numbers) and not lost_total:
        return [headed[cell.column] for cell in numbers]
    if len(numbers) == len(headed):
        return [code for _, code in sorted(headed.items())]
    return None
