"""Tables of requirements: which column holds the number, which the label, which cells the value."""

import re
from dataclasses import dataclass

from kb.model import Block, Cell
from kb.read.act_wording import any_match, requirement_labels
from kb.read.words import words_of
from kb.text import fold

_NUMBER = re.compile(r"(\d{1,3}(?:[-.]\d{1,3})*)[.)]?")
_ENOUGH_LABELS = 3
# A table that has not shown so many labels in these rows is a register or a price list.
_SOON = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A row of requirements: number as printed, label in words, spans of its value cells in reading order."""

    number: str | None
    label: str
    values: tuple[tuple[int, int], ...]
    start: int


@dataclass(frozen=True, slots=True)
class Caption:
    """A row that spans the table: a title, or the name of one of several services."""

    start: int
    end: int


def read_requirements(text: str, block: Block) -> tuple[Row | Caption, ...] | None:
    """Rows of a requirement table; None when the table is another one.

    A label that spans several grid rows makes one row with several values; value cells without a
    label go on with the row before.
    """
    lines = _lines(block)
    numbered = _has_numbers(text, lines)
    rows: list[Row | Caption] = []
    hits = 0
    for place, line in enumerate(lines):
        if place == _SOON and hits < _ENOUGH_LABELS:
            return None
        caption = _caption(text, line)
        if caption:
            rows.append(caption)
            continue
        label_column = _label_column(line, numbered)
        label = next((cell for cell in line if cell.column == label_column), None)
        words = words_of(text[label.start : label.end]) if label else ""
        behind = label.column + label.colspan if label else label_column
        values = tuple((cell.start, cell.end) for cell in line if cell.column >= behind)
        if not words:
            if rows and isinstance(rows[-1], Row):
                last = rows[-1]
                rows[-1] = Row(last.number, last.label, last.values + values, last.start)
            continue
        hits += any_match(requirement_labels(), fold(words).text) is not None
        number = _number(text, line) if numbered else None
        rows.append(Row(number, words, values, line[0].start))
    return tuple(rows) if hits >= _ENOUGH_LABELS else None


def _lines(block: Block) -> list[list[Cell]]:
    lines: dict[int, list[Cell]] = {}
    for cell in block.cells:
        lines.setdefault(cell.row, []).append(cell)
    return [sorted(lines[row], key=lambda cell: cell.column) for row in sorted(lines)]


def _has_numbers(text: str, lines: list[list[Cell]]) -> bool:
    """True when the first column holds numbers, with holes at most."""
    first = [words_of(text[line[0].start : line[0].end]) for line in lines if line[0].column == 0 and len(line) > 1]
    numbers = sum(1 for words in first if _NUMBER.fullmatch(words))
    return numbers > 0 and numbers * 2 >= sum(1 for words in first if words)


def _label_column(line: list[Cell], numbered: bool) -> int:
    """Where the label stands: behind the number cell, which may itself span columns."""
    if not numbered:
        return 0
    return line[0].colspan if line[0].column == 0 else 1


def _caption(text: str, line: list[Cell]) -> Caption | None:
    """The only cell with words in a row that begins at the left edge, unless it is a number or a lone value."""
    if line[0].column != 0:
        return None
    filled = [cell for cell in line if text[cell.start : cell.end].strip()]
    if len(filled) != 1 or (len(line) > 1 and filled[0].colspan == 1):
        return None
    if _NUMBER.fullmatch(words_of(text[filled[0].start : filled[0].end])):
        return None
    return Caption(filled[0].start, filled[0].end)


def _number(text: str, line: list[Cell]) -> str | None:
    if line[0].column != 0:
        return None
    found = _NUMBER.fullmatch(words_of(text[line[0].start : line[0].end]))
    return found[1] if found else None
