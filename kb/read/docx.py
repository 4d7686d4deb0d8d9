"""DOCX → readable text and blocks."""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.table import CT_Tc
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kb.model import BlockKind
from kb.read.builder import CellText, TextBuilder
from kb.read.data_file import load_data
from kb.read.errors import ReadError
from kb.read.grid import MAX_COLSPAN
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


@dataclass(slots=True)
class _Held:
    """A cell that rows below may still go on with (`vMerge`)."""

    text: str
    colspan: int
    rowspan: int = 1


def _rows(table: Table) -> list[list[CellText]]:
    """Rows with merged cells once, at their upper left place.

    Read from the elements: the library repeats a merged cell for each column that it claims to span.
    """
    above: dict[int, _Held] = {}
    rows: list[list[_Held]] = []
    for line in table._tbl.tr_lst:
        row: list[_Held] = []
        here: dict[int, _Held] = {}
        column = min(line.grid_before, MAX_COLSPAN)
        for element in line.tc_lst:
            held = above.get(column) if element.vMerge == "continue" else None
            if held:
                held.rowspan += 1
            else:
                held = _Held(_cell_text(_Cell(element, table)), _width(element))
                row.append(held)
            if element.vMerge:
                here[column] = held
            column += _width(element)
        rows.append(row)
        above = here
    return [[CellText(held.text, held.rowspan, held.colspan) for held in row] for row in rows]


def _width(element: CT_Tc) -> int:
    return max(1, min(element.grid_span, MAX_COLSPAN))


def _cell_text(cell: _Cell) -> str:
    return "\n".join(line.strip() for line in cell.text.replace("\t", " ").split("\n") if line.strip())
