"""HTML tables inside raw text: cells with exact offsets into it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kb.read.grid import Placed

_MARK = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
_LINE_END = re.compile("\n")


@dataclass(slots=True)
class RawCell:
    """An open or closed cell; `tables` are the tables inside it."""

    start: int
    end: int = -1
    rowspan: int = 1
    colspan: int = 1
    tables: list["RawTable"] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """A table from `start` (its opening tag) to `end` (behind its closing tag)."""

    start: int
    end: int = -1
    rows: list[list[RawCell]] = field(default_factory=list)

    def placed(self) -> list[list[Placed]]:
        """Rows of cells, ready for the grid."""
        return [[Placed(c.start, c.end, c.rowspan, c.colspan) for c in row] for row in self.rows]


def read_raw_tables(text: str, start: int) -> tuple[list[RawTable], int]:
    """The outermost table that opens at `start` and the offset behind it; a table without its end takes the rest."""
    end = _table_end(text, start)
    parser = _TableParser(text, start, end)
    parser.feed(text[start:end])
    parser.close()
    return parser.finish(), end


def _table_end(text: str, start: int) -> int:
    depth = 0
    for found in _MARK.finditer(text, start):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return len(text)


class _TableParser(HTMLParser):
    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self._end = end
        self._line_starts = [start, *(found.end() for found in _LINE_END.finditer(text, start, end))]
        self._open: list[RawTable] = []
        self._done: list[RawTable] = []

    def finish(self) -> list[RawTable]:
        while self._open:
            self._close_table(self._end, self._end)
        return self._done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        here = self._offset()
        behind = here + len(self.get_starttag_text() or "")
        if tag == "table":
            table = RawTable(here)
            if self._open and (cell := self._cell()):
                cell.tables.append(table)
            self._open.append(table)
        elif tag == "tr" and self._open:
            self._close_cell(here)
            self._open[-1].rows.append([])
        elif tag in ("td", "th") and self._open:
            self._close_cell(here)
            if not self._open[-1].rows:
                self._open[-1].rows.append([])
            spans = {name: _number(value) for name, value in attrs if name in ("rowspan", "colspan")}
            self._open[-1].rows[-1].append(
                RawCell(behind, rowspan=spans.get("rowspan", 1), colspan=spans.get("colspan", 1))
            )

    def handle_endtag(self, tag: str) -> None:
        if self._done or not self._open:
            return
        here = self._offset()
        if tag in ("td", "th", "tr"):
            self._close_cell(here)
        elif tag == "table":
            self._close_table(here, here + len("</table>"))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _cell(self) -> RawCell | None:
        rows = self._open[-1].rows
        return rows[-1][-1] if rows and rows[-1] and rows[-1][-1].end < 0 else None

    def _close_cell(self, here: int) -> None:
        if cell := self._cell():
            cell.end = here

    def _close_table(self, here: int, behind: int) -> None:
        self._close_cell(here)
        table = self._open.pop()
        table.end = min(behind, self._end)
        table.rows = [row for row in table.rows if row]
        if not self._open:
            self._done.append(table)


def _number(value: str | None) -> int:
    return int(value) if value and value.strip().isdecimal() else 1
