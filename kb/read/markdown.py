"""Markdown with raw HTML tables → blocks whose offsets point into the file as it is."""

import re
from collections.abc import Iterator

from kb.model import Block, BlockKind
from kb.read.grid import place_cells
from kb.read.line import indent_of, line_kind
from kb.read.raw_table import RawTable, read_raw_tables
from kb.read.reading import Reading
from kb.read.words import trim, words_of

_ANCHOR = re.compile(r"[ \t]{0,200}<a\s{1,20}(?:id|name)=\"([^\"\n]{0,300})\"\s{0,20}>\s{0,20}</a>[ \t]{0,200}")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_FENCE = re.compile(r"[ \t]*(```+|~~~+|<pre\b[^>]*>)")
_TABLE = re.compile(r"[ \t]*<table\b", re.IGNORECASE)
_MAX_WRAPPERS = 20
_QUOTE = re.compile(r"[ \t]*>")
_BOLD = re.compile(r"[ \t]*\*\*(?!\s)(?:(?!\*\*).)+\*\*[ \t]*$")


def read_markdown(text: str) -> Reading:
    """Blocks of a Markdown text: each line one, except block quotes (NOTE), fences and tables.

    `level` is the number of `#` of a heading (0 for a line that is all bold) and the indent in
    columns of other lines. The title is the first `#` heading.
    """
    blocks = tuple(_blocks(text))
    title = next((b for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    return Reading(text=text, blocks=blocks, title=words_of(text[title.start : title.end]) if title else None)


def _blocks(text: str) -> Iterator[Block]:
    position = 1 if text.startswith("\ufeff") else 0
    anchor: str | None = None
    while position < len(text):
        if found := _ANCHOR.match(text, position):
            anchor = found[1]
            position = found.end()
            continue
        end = _line_end(text, position)
        line = text[position:end]
        if not line.strip():
            position = end + 1
            continue
        if _TABLE.match(line):
            start = text.index("<", position)
            tables, position = read_raw_tables(text, start)
            for table in tables:
                yield from _table_blocks(text, table, anchor)
            anchor = None
            continue
        if found := _FENCE.match(line):
            end = _fence_end(text, position, found[1])
            yield Block(kind=BlockKind.FENCE, start=position, end=end, anchor=anchor)
        elif line.lstrip().startswith(">"):
            end = _quote_end(text, position)
            start, end = trim(text, position, end)
            yield Block(kind=BlockKind.NOTE, start=start, end=end, anchor=anchor)
        elif block := _line_block(text, position, end, anchor):
            yield block
        anchor = None
        position = end
        if position < len(text) and text[position] == "\n":
            position += 1


def _line_block(text: str, start: int, end: int, anchor: str | None) -> Block | None:
    """The block of a line; None for one that has tags and no words."""
    line = text[start:end]
    heading = _HEADING.match(line)
    first, last = trim(text, start + heading.end() if heading else start, end)
    if first == last:
        return None
    if heading:
        return Block(kind=BlockKind.HEADING, start=first, end=last, level=len(heading[1]), anchor=anchor)
    if _BOLD.match(line):
        return Block(kind=BlockKind.HEADING, start=first, end=last, level=0, anchor=anchor)
    return Block(kind=line_kind(line), start=first, end=last, level=indent_of(line), anchor=anchor)


def _table_blocks(text: str, table: RawTable, anchor: str | None, depth: int = 0) -> Iterator[Block]:
    """The table's block; a table that only wraps others in its one cell gives way to them."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) == 1 and cells[0].tables and depth < _MAX_WRAPPERS:
        position = cells[0].start
        for inner in cells[0].tables:
            yield from _lines_between(text, position, inner.start)
            yield from _table_blocks(text, inner, anchor, depth + 1)
            position = inner.end
        yield from _lines_between(text, position, cells[0].end)
        return
    places = place_cells(table.placed())
    yield Block(kind=BlockKind.TABLE, start=table.start, end=table.end, anchor=anchor, cells=places)


def _lines_between(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        stop = min(_line_end(text, start), end)
        first, last = trim(text, start, stop)
        if first < last:
            yield Block(kind=line_kind(text[first:last]), start=first, end=last)
        start = stop + 1


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _quote_end(text: str, position: int) -> int:
    end = _line_end(text, position)
    while end < len(text) and _QUOTE.match(text, end + 1):
        end = _line_end(text, end + 1)
    return end


def _fence_end(text: str, position: int, mark: str) -> int:
    closing = re.compile(r"</pre>" if mark.startswith("<") else rf"(?m)^[ \t]*{re.escape(mark[:3])}+[ \t]*$")
    found = closing.search(text, _line_end(text, position) if not mark.startswith("<") else position)
    return _line_end(text, found.end()) if found else len(text)
