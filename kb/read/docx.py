"""DOCX → readable text and blocks."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import XMLSyntaxError

from kb.model import BlockKind
from kb.read.builder import CellText, TextBuilder
from kb.read.data_file import load_data
from kb.read.errors import ReadError
from kb.read.grid import MAX_COLSPAN
from kb.read.line import line_kind
from kb.read.package import check_package
from kb.read.reading import Reading
from kb.read.select import TOO_DEEP

_STYLE = re.compile(rf"(?:{'|'.join(load_data('office.yaml')['heading_styles'])})\s*(\d)?", re.IGNORECASE)
_RUNS = "./w:r | ./w:hyperlink/w:r | ./w:ins/w:r | ./w:smartTag//w:r | ./w:sdt/w:sdtContent//w:r"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MAX_TABLES = 30
# What the library lets through when a file is not what it says.
_BROKEN = (
    OpcError, BadZipFile, LargeZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError, IndexError,
    NotImplementedError, OSError, zlib.error,
)  # fmt: skip


def read_docx(body: bytes) -> Reading:
    """Paragraphs, headings (by style), tables and footnotes of a DOCX, the footnotes behind the text.

    Raises ReadError when it is not one, is locked with a password, or is made to harm its reader.
    """
    check_package(body)
    try:
        return _read(docx.Document(BytesIO(body)))
    except _BROKEN as error:
        raise ReadError(f"not a DOCX file that can be opened ({error}); save it again as DOCX") from error


def _read(document: WordDocument) -> Reading:
    builder = TextBuilder()
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            _add_table(builder, part)
        else:
            _add_paragraph(builder, part)
    for note in _footnotes(document):
        builder.add(note, BlockKind.PARAGRAPH)
    return builder.finish(document.core_properties.title or None)


def _add_paragraph(builder: TextBuilder, paragraph: Paragraph) -> None:
    style = paragraph.style.name if paragraph.style else None
    found = _STYLE.match(style or "")
    bold = bool(paragraph.text.strip()) and all(run.bold for run in paragraph.runs if run.text.strip())
    for line in _words(paragraph).split("\n"):
        if found or style == "Title":
            builder.add(line, BlockKind.HEADING, level=int(found[1] or 1) if found else 1)
        else:
            builder.add(line, BlockKind.HEADING if bold else line_kind(line))


def _words(paragraph: Paragraph) -> str:
    """Text of a paragraph with its links and insertions; a footnote is a raised number."""
    return "".join(_run_words(Run(element, paragraph)) for element in paragraph._p.xpath(_RUNS))


def _run_words(run: Run) -> str:
    notes = run._r.findall(qn("w:footnoteReference"))
    return run.text + "".join(str(note.get(qn("w:id"))).translate(_RAISED) for note in notes)


def _footnotes(document: WordDocument) -> list[str]:
    """Each footnote behind its raised number."""
    notes: list[str] = []
    for relation in document.part.rels.values():
        if relation.is_external or relation.reltype != RELATIONSHIP_TYPE.FOOTNOTES:
            continue
        for note in parse_xml(relation.target_part.blob).findall(qn("w:footnote")):
            words = " ".join("".join(text.text or "" for text in note.iter(qn("w:t"))).split())
            if words and note.get(qn("w:type")) is None:
                notes.append(f"{str(note.get(qn('w:id'))).translate(_RAISED)} {words}")
    return notes


def _add_table(builder: TextBuilder, table: Table) -> None:
    """A table; one that only wraps others in its one cell gives way to them."""
    for _ in range(_MAX_TABLES):
        lines = table._tbl.tr_lst
        cells = [cell for line in lines for cell in line.tc_lst]
        if len(cells) != 1 or not cells[0].tbl_lst:
            builder.add_table(_rows(table, depth=1))
            return
        parts = list(_Cell(cells[0], table).iter_inner_content())
        tables = [part for part in parts if isinstance(part, Table)]
        if len(tables) == 1 and all(isinstance(part, Table) or not part.text.strip() for part in parts):
            table = tables[0]
            continue
        for part in parts:
            if isinstance(part, Table):
                builder.add_table(_rows(part, depth=2))
            else:
                _add_paragraph(builder, part)
        return
    raise ReadError(TOO_DEEP)


@dataclass(slots=True)
class _Held:
    """A cell that rows below may still go on with (`vMerge`)."""

    text: str
    colspan: int
    rowspan: int = 1


def _rows(table: Table, *, depth: int) -> list[list[CellText]]:
    """Rows with merged cells once, at their upper left place.

    Read from the elements: the library repeats a merged cell for each column that it claims to span.
    """
    if depth > _MAX_TABLES:
        raise ReadError(TOO_DEEP)
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
                held = _Held(_cell_text(_Cell(element, table), depth), _width(element))
                row.append(held)
            if element.vMerge:
                here[column] = held
            column += _width(element)
        rows.append(row)
        above = here
    return [[CellText(held.text, held.rowspan, held.colspan) for held in row] for row in rows]


def _width(element: CT_Tc) -> int:
    return max(1, min(element.grid_span, MAX_COLSPAN))


def _cell_text(cell: _Cell, depth: int) -> str:
    """Lines of a cell, those of the tables inside it with a blank between cells."""
    lines: list[str] = []
    for part in cell.iter_inner_content():
        if isinstance(part, Table):
            lines += (" ".join(inner.text for inner in row) for row in _rows(part, depth=depth + 1))
        else:
            lines += _words(part).replace("\t", " ").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
