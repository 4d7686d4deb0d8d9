"""The fields of a page: labels with what stands behind, beside or below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.model import Block, BlockKind, Cell
from kb.read import Reading
from kb.text import fold
from scrapers.body_site.wording import label_at

_LABEL_END = re.compile(r"[ ]*(?:\([^()]{0,60}\))?[ ]*(?::|-|№)?[ ]*")
_NEXT = re.compile(r"[;,.\n][ ]+|[;\n]")
_LONGEST_LABEL = 80
_EDGES = " \t\n;,:-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the text: its code, its label as printed, the place of its value in the text."""

    code: str
    label: str
    start: int
    end: int


def fields_of(reading: Reading, place: int) -> tuple[tuple[Field, ...], int]:
    """The fields of the block at a place, and how many blocks they take: a label alone takes the block behind it."""
    block = reading.blocks[place]
    if block.kind is BlockKind.TABLE:
        return tuple(_in_table(reading, block)), 1
    label = _whole_label(reading.text[block.start : block.end])
    following = reading.blocks[place + 1] if place + 1 < len(reading.blocks) else None
    if label:
        if following is None or following.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            return (), 1
        if _whole_label(reading.text[following.start : following.end]):
            return (), 1
        return tuple(_field(reading.text, label, (block.start, block.end), (following.start, following.end))), 2
    if block.kind is BlockKind.HEADING and block.level:
        return (), 1
    return tuple(_in_line(reading.text, block.start, block.end)), 1


def _whole_label(words: str) -> str | None:
    """The field that the words are the label of, with nothing behind it."""
    folded = fold(words).text.strip(_EDGES)
    if len(folded) > _LONGEST_LABEL:
        return None
    found = label_at(folded, 0)
    if found is None:
        return None
    end = _LABEL_END.match(folded, found[1])
    return found[0] if end and end.end() == len(folded) else None


def _in_table(reading: Reading, block: Block) -> Iterator[Field]:
    """A label a row with its value beside it, or labels in the first row with values below."""
    rows: dict[int, list[Cell]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell)
    first, *others = rows.values()
    heads = {cell.column: (code, cell) for cell in first if (code := _whole_label(_words(reading, cell)))}
    if len(heads) == len(first) > 1 and others:
        for cell in (cell for row in others for cell in row):
            if cell.column in heads:
                code, head = heads[cell.column]
                yield from _field(reading.text, code, (head.start, head.end), (cell.start, cell.end))
        return
    for row in rows.values():
        for label, value in pairwise(row):
            code = _whole_label(_words(reading, label))
            if code and _whole_label(_words(reading, value)) is None:
                yield from _field(reading.text, code, (label.start, label.end), (value.start, value.end))
                break


def _words(reading: Reading, cell: Cell) -> str:
    return reading.text[cell.start : cell.end]


def _in_line(text: str, start: int, end: int) -> Iterator[Field]:
    """Labels at the beginning of a line or behind a comma or semicolon, each with the words up to the next one."""
    folded = fold(text[start:end])
    places = [0, *(found.end() for found in _NEXT.finditer(folded.text))]
    found = [(place, label) for place in places if (label := label_at(folded.text, place))]
    for (place, (code, label_end)), following in zip(found, [*found, None][1:], strict=True):
        value = _LABEL_END.match(folded.text, label_end)
        first = value.end() if value else label_end
        last = following[0] if following else len(folded.text)
        if first >= last or not re.search(r"[:№-]|\d", folded.text[label_end:last]):
            continue
        yield from _field(
            text, code, _moved(folded.span(place, label_end), start), _moved(folded.span(first, last), start)
        )


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def _field(text: str, code: str, label: tuple[int, int], value: tuple[int, int]) -> Iterator[Field]:
    """The field with its value shrunk to its words; none when there are no words."""
    start, end = value
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        words = " ".join(text[slice(*label)].split()).rstrip(_EDGES)
        yield Field(code=code, label=words, start=start, end=end)
