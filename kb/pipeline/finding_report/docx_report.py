"""The report as a DOCX file: one table of two columns a finding."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kb.pipeline.finding_report.report import Report
from kb.pipeline.finding_report.telling import ToldFinding, ToldSide

# Characters that no XML document can hold.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_A4 = Mm(210), Mm(297)
_MARGIN = Mm(16)


def report_docx(report: Report) -> bytes:
    """The file; all of the report is in memory at once."""
    # The library's own names of its classes are functions; their types are not told.
    file: Any = Document()
    _set_page(file, report)
    file.add_heading(_plain(report.title), level=0)
    for line in report.lines:
        file.add_paragraph(_plain(line))
    for number, finding in enumerate(report.findings, start=1):
        _add_finding(file, finding, number, report)
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def _set_page(file: Any, report: Report) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    file.styles["Normal"].font.size = Pt(10)
    file.core_properties.title = _plain(report.title)
    file.core_properties.author = ""
    file.core_properties.comments = ""
    file.core_properties.language = report.words.language.value
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{report.words('page')} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _add_finding(file: Any, finding: ToldFinding, number: int, report: Report) -> None:
    words = report.words
    file.add_heading(_plain(f"{number}. {finding.kind} · {finding.severity} · {finding.verdict}"), level=2)
    file.add_paragraph(_plain(finding.service_name + (f" [{finding.sample}]" if finding.sample else "")))
    if finding.until:
        file.add_paragraph().add_run(_plain(finding.until)).italic = True
    file.add_paragraph().add_run(_plain(finding.why)).bold = True
    cells = file.add_table(rows=1, cols=len(finding.sides), style="Table Grid").rows[0].cells
    for cell, side in zip(cells, finding.sides, strict=True):
        _fill(cell, side, words("prevailing_side"))
    if finding.prevails:
        file.add_paragraph(_plain(finding.prevails))
    if finding.correction:
        line = file.add_paragraph()
        line.add_run(_plain(f"{words('correction')}: ")).bold = True
        line.add_run(_plain(finding.correction))
    if finding.returned:
        file.add_paragraph(_plain(finding.returned))
    for note in finding.history:
        told = words("decided", verdict=note.verdict, reason=note.reason, author=note.author, day=note.day)
        file.add_paragraph(_plain(told), style="List Bullet")


def _fill(cell: Any, side: ToldSide, prevailing: str) -> None:
    head = cell.paragraphs[0]
    head.add_run(_plain(f"{side.name}: {side.speaker}{f' – {prevailing}' if side.prevails else ''}")).bold = True
    parts = [side.act, f"«{side.title}»" if side.title else None, side.edition, side.place, side.text_language]
    place = cell.add_paragraph().add_run(_plain(", ".join(part for part in parts if part)))
    place.italic = True
    place.font.size = Pt(8)
    text = cell.add_paragraph()
    if side.cut_before:
        text.add_run("… ")
    for piece in side.pieces:
        run = text.add_run(_plain(piece.text))
        run.underline = piece.differs or None
        run.bold = piece.differs or None
        if piece.quoted:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if side.cut_after:
        text.add_run(" …")


def _plain(text: str) -> str:
    return _NO_XML.sub("", text)
