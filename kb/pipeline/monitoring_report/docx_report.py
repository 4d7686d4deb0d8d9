"""The report as a DOCX file."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kb.pipeline.monitoring_report.shown import shown_cell, shown_counts
from kb.pipeline.monitoring_report.tables import MonitoringReport, Table
from kb.pipeline.printing import docx_bytes, open_docx
from kb.text.xml_text import xml_text

SMALL = Pt(8)
ROOM = 265  # millimetres between the margins of a turned page
NAME, WORDS = 5, 2  # times the room of a number, seen with the wave of the report of 2017


def monitoring_docx(report: MonitoringReport) -> bytes:
    """The file, on A4 turned; the heading of a table stands on each of its pages."""
    file = open_docx(report.title, report.language, page_word=report.words("page"), landscape=True)
    file.add_heading(xml_text(report.title), level=0)
    for name, value in report.head:
        line = file.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.add_run(xml_text(f"{name}: "))
        line.add_run(xml_text(value)).bold = True
    for section in report.sections:
        file.add_heading(xml_text(section.title), level=1)
        if section.table:
            _add_table(file, section.table, report)
        for note in section.notes:
            file.add_paragraph(xml_text(note))
    return docx_bytes(file)


def _add_table(file: Any, table: Table, report: MonitoringReport) -> None:
    written = file.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    written.autofit = False
    widths = _widths(table)
    # Reaching a cell by its place walks through the table; rows are walked through once.
    rows = iter(written.rows)
    head = next(rows)
    _mark_row(head, "w:tblHeader")
    for cell, column, width in zip(head.cells, table.columns, widths, strict=True):
        cell.width = width
        _write(cell, column.name, numeric=column.numeric, bold=True)
    for row, values in zip(rows, table.rows, strict=True):
        _mark_row(row, "w:cantSplit")
        for cell, value, column, width in zip(row.cells, values, table.columns, widths, strict=True):
            cell.width = width
            counts = shown_counts(value, report.language)
            shown = shown_cell(value, report.language)
            _write(cell, f"{shown} ({counts})" if counts else shown, numeric=column.numeric)


def _widths(table: Table) -> list[Any]:
    """The room of each column: names have most, then words and figures with counts."""
    shares = [NAME if one.named else WORDS if not one.numeric or one.parts else 1 for one in table.columns]
    return [Mm(ROOM * share / sum(shares)) for share in shares]


def _mark_row(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(name, {qn("w:val"): "true"}))


def _write(cell: Any, text: str, *, numeric: bool, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    if numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(xml_text(text))
    run.font.size = SMALL
    run.bold = bold or None
