"""Plain text → blocks: headings, paragraphs, lists, tables drawn with tabs or bars."""

import re
from collections.abc import Iterator

from kb.model import Block, BlockKind
from kb.read.grid import Placed, place_cells
from kb.read.line import indent_of, line_kind
from kb.read.reading import Reading
from kb.read.words import words_of

_BAR = re.compile(r"[ \t]{0,200}\|[ \t]{0,200}")
_LETTERS = re.compile(r"[^\W\d_]")
_MARKED_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+\S")
_MAX_HEADING = 150
# Table marks of text recognition (OTSL): a cell with text, without, part of the one to the left or above, end of row.
_OTSL = re.compile(r"<(fcel|ched|rhed|srow|ecel|lcel|ucel|xcel|nl)>")


def read_plain(text: str) -> Reading:
    """Blocks of a plain text, a line each; neighbouring lines with tabs or two bars make one table.

    A heading is a line marked with `#`, or a short line in capitals, or a short line between blank
    lines that ends without a stop. The title is the first of them, else the first line.
    """
    if _OTSL.match(text.lstrip()):
        return Reading(text=text, blocks=(_marked_table(text),))
    lines = list(_lines(text))
    blocks: list[Block] = []
    position = 0
    while position < len(lines):
        start, end = lines[position]
        line = text[start:end]
        count = _table_length(text, lines, position)
        if count:
            blocks.append(_table(text, lines[position : position + count]))
            position += count
            continue
        if line.strip(" \t\ufeff\u00a0"):
            blocks.append(_block(text, start, end, alone=_stands_alone(text, lines, position)))
        position += 1
    title = next((b for b in blocks if b.kind is BlockKind.HEADING), blocks[0] if blocks else None)
    words = words_of(text[title.start : title.end])[:300] if title else None
    return Reading(text=text, blocks=tuple(blocks), title=words or None)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _block(text: str, start: int, end: int, *, alone: bool) -> Block:
    line = text[start:end]
    first = start + len(line) - len(line.lstrip(" \t\ufeff\u00a0"))
    last = end - (len(line) - len(line.rstrip()))
    if found := _MARKED_HEADING.match(line):
        return Block(kind=BlockKind.HEADING, start=start + found.end() - 1, end=last, level=len(found[1]))
    kind = line_kind(line)
    if kind is BlockKind.PARAGRAPH and _is_heading(text[first:last], alone=alone):
        return Block(kind=BlockKind.HEADING, start=first, end=last, level=2)
    return Block(kind=kind, start=first, end=last, level=indent_of(line))


def _is_heading(line: str, *, alone: bool) -> bool:
    letters = _LETTERS.findall(line)
    if len(letters) < 4 or len(line) > _MAX_HEADING or line.endswith((".", ";", ",", ":", "!")) or "…" in line:
        return False
    if sum(letter.isupper() for letter in letters) * 10 >= len(letters) * 8:
        return True
    return alone and line[0].isupper() and len(line) <= 100 and len(line.split()) <= 12


def _stands_alone(text: str, lines: list[tuple[int, int]], position: int) -> bool:
    def blank(index: int) -> bool:
        return not 0 <= index < len(lines) or not text[lines[index][0] : lines[index][1]].strip()

    return blank(position - 1) and blank(position + 1)


def _table_length(text: str, lines: list[tuple[int, int]], position: int) -> int:
    """How many lines from here on make a table; a single line with one tab is none."""
    count = 0
    while position + count < len(lines) and _is_row(text[slice(*lines[position + count])]):
        count += 1
    if count == 1 and len(_split(text, *lines[position])) < 3:
        return 0
    return count


def _is_row(line: str) -> bool:
    words = line.strip(" \ufeff")
    return bool(words.strip()) and ("\t" in words or words.count("|") >= 2)


def _table(text: str, lines: list[tuple[int, int]]) -> Block:
    rows = [_split(text, start, end) for start, end in lines]
    return Block(kind=BlockKind.TABLE, start=lines[0][0], end=lines[-1][1], cells=place_cells(rows))


def _marked_table(text: str) -> Block:
    """The table of a recognised page; a row without its end mark counts."""
    marks = list(_OTSL.finditer(text))
    rows: list[list[Placed]] = [[]]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[1] == "nl":
            rows.append([])
        elif mark[1] == "lcel" and rows[-1]:
            left = rows[-1][-1]
            rows[-1][-1] = Placed(left.start, left.end, left.rowspan, left.colspan + 1)
        else:
            rows[-1].append(_cell(text, mark.end(), following.start() if following else len(text)))
    return Block(kind=BlockKind.TABLE, start=marks[0].start(), end=len(text), cells=place_cells([r for r in rows if r]))


def _split(text: str, start: int, end: int) -> list[Placed]:
    """Cells of a line: between tabs (also empty ones), else between bars."""
    line = text[start:end]
    if "\t" in line:
        marks = [(start + i, start + i + 1) for i, letter in enumerate(line) if letter == "\t"]
    else:
        marks = [found.span() for found in _BAR.finditer(text, start, end)]
    edges = [start, *(edge for mark in marks for edge in mark), end]
    cells = [_cell(text, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    if "\t" not in line:  # outer bars frame the row
        cells = cells[bool(cells[0].start == cells[0].end) :]
        cells = cells[: len(cells) - bool(cells and cells[-1].start == cells[-1].end)]
    return cells


def _cell(text: str, start: int, end: int) -> Placed:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return Placed(min(first, end), max(min(first, end), end - (len(piece) - len(piece.rstrip()))))
