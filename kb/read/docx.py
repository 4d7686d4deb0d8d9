"""DOCX → readable text and blocks."""

import re
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kb.model import BlockKind
from kb.read.builder import CellText, TextBuilder
from kb.read.data_file import load_data
from kb.read.errors import ReadError
from kb.read.line import line_kind
from kb.read.reading import Reading

_STYLE = re.compile(rf"(?:{'|'.join(load_data('office.yaml')['heading_styles'])})\s*(\d)?", re.IGNORECASE)


def read_docx(body: bytes) -> Reading:
    """Paragraphs, headings (by style) and tables of a DOCX; raises ReadError when it is not one."""
    try:
        document = docx.Document(BytesIO(body))
    except (OpcError, BadZipFile, KeyError, ValueError) as error:
        raise ReadError(f"not a DOCX file that can be opened ({error}); save it again as DOCX") from error
    builder = TextBuilder()
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            builder.add_table(_rows(part))
        else:
            _add_paragraph(builder, part)
    return builder.finish(document.core_properties.title or None)


def _add_paragraph(builder: TextBuilder, paragraph: Paragraph) -> None:
    style = paragraph.style.name if paragraph.style else None
    found = _STYLE.match(style or "")
    bold = bool(paragraph.text.strip()) and all(run.bold for run in paragraph.runs if run.text.strip())
    for line in paragraph.text.split("\n"):
        if found or style == "Title":
            builder.add(line, BlockKind.HEADING, level=int(found[1] or 1) if found else 1)
        else:
            builder.add(line, BlockKind.HEADING if bold else line_kind(line))


def _rows(table: Table) -> list[list[CellText]]:
    """Rows with merged cells once, at their upper left place."""
    grid = [list(row.cells) for row in table.rows]
    seen: set[int] = set()
    rows: list[list[CellText]] = []
    for number, line in enumerate(grid):
        row: list[CellText] = []
        for place, cell in enumerate(line):
            key = id(cell._tc)
            if key in seen:
                continue
            seen.add(key)
            row.append(
                CellText(_cell_text(cell), _repeats([r[place:] for r in grid[number:]], cell), _run(line[place:], cell))
            )
        rows.append(row)
    return rows


def _run(cells: list[_Cell], first: _Cell) -> int:
    """How many of the first cells are the same merged cell."""
    count = 0
    while count < len(cells) and cells[count]._tc is first._tc:
        count += 1
    return count


def _repeats(below: list[list[_Cell]], first: _Cell) -> int:
    count = 0
    while count < len(below) and below[count] and below[count][0]._tc is first._tc:
        count += 1
    return count


def _cell_text(cell: _Cell) -> str:
    return "\n".join(line.strip() for line in cell.text.replace("\t", " ").split("\n") if line.strip())
