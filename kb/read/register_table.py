"""A table of the register → its services: which cells tell what of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.model import Block, Cell
from kb.read.register_wording import column_of, needed_columns
from kb.read.words import words_of
from kb.text import fold

# Eight digits by the rules of the register (section, life situation, number), nine in its older editions.
_CODE = re.compile(r"\d{8,9}")
_COUNT = re.compile(r"\d{1,3}")
# Heads above each other: of a group of columns, of a column, and the count of the columns.
_MOST_HEAD_ROWS = 4


@dataclass(frozen=True, slots=True)
class Caption:
    """A row that names a section or a life situation, `text[start:end]`."""

    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """A service of the register: its code, and its cells by what their column holds.

    A cell that several services share (merged over their rows) stands in each of them.
    """

    code: str
    cells: dict[str, list[Cell]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that has no code and continues no service."""

    cell: Cell


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, by grid column; the heads that nobody knows; the rows that heads stand in."""

    held: dict[int, str]
    unknown: tuple[str, ...] = ()
    heads: frozenset[int] = frozenset()

    @property
    def complete(self) -> bool:
        """Whether these are columns of the register."""
        return needed_columns() <= set(self.held.values())


def read_columns(text: str, block: Block) -> Columns:
    """The columns by the heads above the first row with a code; a head over several columns counts for each."""
    words: dict[int, list[str]] = {}
    rows = set()
    for row, cells in enumerate(_rows(block)):
        if row >= _MOST_HEAD_ROWS or _code_in(text, cells):
            break
        if len(_filled(text, cells)) <= 1:
            continue
        rows.add(row)
        for cell in cells:
            if cell.row == row and not _COUNT.fullmatch(head := words_of(text[cell.start : cell.end])):
                for column in range(cell.column, cell.column + cell.colspan):
                    words.setdefault(column, []).append(head)
    held: dict[int, str] = {}
    unknown = []
    for column, heads in sorted(words.items()):
        # The head nearest to the values is the more particular one.
        code = next((code for head in reversed(heads) if head and (code := column_of(head))), None)
        if code:
            held[column] = code
        elif any(heads):
            unknown.append(" ".join(head for head in heads if head))
    return Columns(held, tuple(dict.fromkeys(unknown)), frozenset(rows))


def read_entries(text: str, block: Block, columns: Columns) -> Iterator[Caption | Entry | Stray]:
    """Captions, services and strays in reading order; rows without a code go on with the service before them."""
    codes = {column for column, code in columns.held.items() if code == "code"}
    entry: Entry | None = None
    for row, cells in enumerate(_rows(block)):
        own = _filled(text, [cell for cell in cells if cell.row == row])
        if not own or row in columns.heads or _is_head(text, cells):
            continue
        code = _code_in(text, [cell for cell in cells if cell.column in codes])
        if code is None and len(own) == 1 and (len(cells) == 1 or own[0].colspan > 1):
            if entry:
                yield entry
            entry = None
            yield Caption(own[0].start, own[0].end)
            continue
        if code is None and (entry is None or any(cell.column in codes for cell in own)):
            yield Stray(own[0])  # a code of another length, or no service above
            continue
        if code and (entry is None or any(cell.column in codes for cell in own)):
            if entry:
                yield entry
            entry = Entry(code)
        if entry:
            _add_cells(text, entry, cells, columns)
    if entry:
        yield entry


def _add_cells(text: str, entry: Entry, cells: list[Cell], columns: Columns) -> None:
    for cell in cells:
        held = columns.held.get(cell.column)
        if held is None or held == "number" or not text[cell.start : cell.end].strip():
            continue
        if held == "name" and cell not in (names := entry.cells.get("name", [cell])) and names:
            held = "subservices"  # a second name beside one code
        known = entry.cells.setdefault(held, [])
        if cell not in known:
            known.append(cell)


def _rows(block: Block) -> Iterator[list[Cell]]:
    """For each row of the grid the cells that cover it, those that began further up too, by column."""
    covering: dict[int, list[Cell]] = {}
    for cell in block.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            covering.setdefault(row, []).append(cell)
    for row in range(max(covering, default=-1) + 1):
        yield sorted(covering.get(row, ()), key=lambda cell: cell.column)


def _filled(text: str, cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if words_of(text[cell.start : cell.end])]


def _is_head(text: str, cells: list[Cell]) -> bool:
    """Whether a row repeats the heads (a table that goes on on the next page) or counts the columns."""
    words = [words for cell in cells if (words := words_of(text[cell.start : cell.end]))]
    if len(words) > 2 and all(_COUNT.fullmatch(word) for word in words):
        return True
    return len(words) > 2 and not _code_in(text, cells) and needed_columns() <= {column_of(word) for word in words}


def _code_in(text: str, cells: list[Cell]) -> str | None:
    for cell in cells:
        digits = re.sub(r"\s", "", fold(words_of(text[cell.start : cell.end])).text)
        if _CODE.fullmatch(digits):
            return digits
    return None
