"""HTML → readable text and blocks."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from kb.model import BlockKind
from kb.read.builder import CellText, TextBuilder
from kb.read.errors import ReadError
from kb.read.line import line_kind
from kb.read.reading import Reading
from kb.read.select import TOO_DEEP, parse_page, words_in

_HIDDEN = {
    "script", "style", "noscript", "nav", "header", "footer", "form", "button", "iframe", "svg", "template", "head",
    "select", "aside",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "html", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul", "center",
    "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_ROLE = "role=main"
_TABLE_PARTS = {"thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"}
_MAX_TABLES = 30
_HEADING = re.compile(r"h[1-6]")


def read_html(html: str) -> Reading:
    """Readable text of a page: its `article` or `main` when there is exactly one, else its body."""
    page = parse_page(html)
    landmarks = _landmarks(page)
    return read_tag(_content(page, landmarks), title=_title(landmarks))


def read_tag(root: Tag, *, title: str | None = None) -> Reading:
    """Readable text of one element."""
    builder = TextBuilder()
    _walk(builder, root)
    return builder.finish(title)


def add_html(builder: TextBuilder, html: str) -> None:
    """Adds what a piece of HTML holds to a text under construction."""
    _walk(builder, parse_page(html))


def _walk(builder: TextBuilder, root: Tag, depth: int = 0) -> None:
    try:
        _Walk(builder, depth).visit(root)
    except RecursionError as error:
        raise ReadError(TOO_DEEP) from error


def _title(landmarks: dict[str, list[Tag]]) -> str | None:
    return next((words for name in ("h1", "title") if (words := _first_words(landmarks[name]))), None)


def _first_words(tags: list[Tag]) -> str:
    return words_in(tags[0]) if tags else ""


def _content(page: BeautifulSoup, landmarks: dict[str, list[Tag]]) -> Tag:
    for name in ("article", "main", _ROLE):
        found = landmarks[name]
        if len(found) == 1 and found[0].get_text(strip=True):
            return found[0]
    # What stands behind a body that is closed too early is not in it.
    return page.body if page.body and len(landmarks["html"]) == 1 else page


def _landmarks(page: BeautifulSoup) -> dict[str, list[Tag]]:
    """The elements that may hold title and content, found in one walk: a selector for each takes as many."""
    found: dict[str, list[Tag]] = {name: [] for name in ("html", "h1", "title", "article", "main", _ROLE)}
    for tag in page.descendants:
        if isinstance(tag, Tag):
            if tag.name in found:
                found[tag.name].append(tag)
            if tag.attrs.get("role") == "main":
                found[_ROLE].append(tag)
    return found


class _Walk:
    """Goes through elements in order and gathers running text until a block ends it."""

    def __init__(self, builder: TextBuilder, depth: int) -> None:
        self._builder = builder
        self._depth = depth
        self._running: list[str] = []
        self._bold = True
        self._anchor: str | None = None

    def visit(self, tag: Tag) -> None:
        self._children(tag)
        self._flush()

    def _children(self, tag: Tag) -> None:
        for child in tag.children:
            if isinstance(child, Tag):
                self._tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._text(str(child), bold=False)

    def _tag(self, tag: Tag) -> None:
        name = tag.name.lower()
        if name in _HIDDEN or "hidden" in tag.attrs:
            return
        if name == "br":
            self._flush()
        elif name == "table":
            self._flush()
            for stray in _strays(tag):
                self._text(stray, bold=False)
                self._flush()
            self._builder.add_table(_rows(tag, self._depth + 1), anchor=self._take_anchor(tag))
        elif name == "pre":
            self._flush()
            self._builder.add(tag.get_text(), BlockKind.FENCE, anchor=self._take_anchor(tag))
        elif _HEADING.fullmatch(name):
            self._flush()
            self._builder.add(words_in(tag), BlockKind.HEADING, level=int(name[1]), anchor=self._take_anchor(tag))
        elif name in _BLOCKS:
            self._flush()
            self._note_anchor(tag)
            self._children(tag)
            self._flush(BlockKind.LIST_ITEM if name == "li" else BlockKind.NOTE if name == "blockquote" else None)
        elif name in ("b", "strong"):
            self._note_anchor(tag)
            for anchor in tag.find_all("a"):
                self._note_anchor(anchor)
            self._text(tag.get_text(), bold=True)
        else:
            self._note_anchor(tag)
            self._children(tag)

    def _text(self, text: str, *, bold: bool) -> None:
        if text.strip("\u00a0 \t\r\n\f"):
            self._bold = self._bold and bold
        self._running.append(text)

    def _note_anchor(self, tag: Tag) -> None:
        if self._anchor is not None or not tag.attrs:
            return
        if value := tag.attrs.get("id") or (tag.attrs.get("name") if tag.name == "a" else None):
            self._anchor = str(value)

    def _take_anchor(self, tag: Tag | None = None) -> str | None:
        if tag is not None:
            self._note_anchor(tag)
        anchor, self._anchor = self._anchor, None
        return anchor

    def _flush(self, kind: BlockKind | None = None) -> None:
        text = " ".join("".join(self._running).split())
        bold, self._bold = self._bold, True
        self._running.clear()
        if not text:
            return
        if kind is None:
            kind = BlockKind.HEADING if bold else line_kind(text)
        self._builder.add(text, kind, anchor=self._take_anchor())


def _rows(table: Tag, depth: int) -> list[list[CellText]]:
    """Cells of a table's own rows; a table that only wraps another in its one cell gives way to it."""
    if depth > _MAX_TABLES:
        raise ReadError(TOO_DEEP)
    cells = _own_cells(table)
    flat = [cell for row in cells for cell in row]
    if len(flat) == 1 and (inner := flat[0].find("table")) and inner.get_text(strip=True) == table.get_text(strip=True):
        return _rows(inner, depth + 1)
    return [[_cell(cell, depth) for cell in row] for row in cells]


def _own_cells(table: Tag) -> list[list[Tag]]:
    """Cells by row; cells that stand outside a row, side by side, make one."""
    rows: list[list[Tag]] = []
    loose = False
    for child in _children(table, _TABLE_PARTS):
        if child.name in ("td", "th"):
            if not loose:
                rows.append([])
            rows[-1].append(child)
        elif child.name == "tr":
            rows.append(_children(child, {"td", "th"}))
        elif child.name in ("thead", "tbody", "tfoot"):
            rows += _own_cells(child)
        loose = child.name in ("td", "th")
    return rows


def _strays(table: Tag) -> list[str]:
    """What a table holds outside its cells: its caption, and words that a broken page has there."""
    strays: list[str] = []
    for child in table.children:
        if isinstance(child, Tag):
            if child.name in ("thead", "tbody", "tfoot", "tr"):
                strays += _strays(child)
            elif child.name not in _TABLE_PARTS | _HIDDEN:
                strays.append(child.get_text(" "))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString) and child.strip():
            strays.append(str(child))
    return strays


def _children(tag: Tag, names: set[str]) -> list[Tag]:
    return [child for child in tag.children if isinstance(child, Tag) and child.name in names]


def _cell(cell: Tag, depth: int) -> CellText:
    only = cell.contents[0] if len(cell.contents) == 1 else None
    if type(only) is NavigableString:
        return CellText(" ".join(only.split()), _span(cell, "rowspan"), _span(cell, "colspan"))
    builder = TextBuilder()
    _walk(builder, cell, depth)
    inner = builder.finish()
    lines = [line for line in inner.text.replace("\t", " ").split("\n") if line.strip()]
    return CellText("\n".join(lines), _span(cell, "rowspan"), _span(cell, "colspan"))


def _span(cell: Tag, name: str) -> int:
    value = str(cell.attrs.get(name) or "").strip()
    return int(value[:9]) if value.isdecimal() and int(value[:9]) else 1
