"""The report as a DOCX file: one table of two columns a finding."""

from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt

from kb.pipeline.finding_report.report import Report
from kb.pipeline.finding_report.telling import ToldFinding, ToldSide
from kb.pipeline.printing import docx_bytes, open_docx
from kb.text.xml_text import xml_text


def report_docx(report: Report) -> bytes:
    """The file; all of the report is in memory at once."""
    file = open_docx(report.title, report.words.language, page_word=report.words("page"))
    file.add_heading(xml_text(report.title), level=0)
    for line in report.lines:
        file.add_paragraph(xml_text(line))
    for number, finding in enumerate(report.findings, start=1):
        _add_finding(file, finding, number, report)
    return docx_bytes(file)


def _add_finding(file: Any, finding: ToldFinding, number: int, report: Report) -> None:
    words = report.words
    file.add_heading(xml_text(f"{number}. {finding.kind} · {finding.severity} · {finding.verdict}"), level=2)
    file.add_paragraph(xml_text(finding.service_name + (f" [{finding.sample}]" if finding.sample else "")))
    if finding.until:
        file.add_paragraph().add_run(xml_text(finding.until)).italic = True
    file.add_paragraph().add_run(xml_text(finding.why)).bold = True
    cells = file.add_table(rows=1, cols=len(finding.sides), style="Table Grid").rows[0].cells
    for cell, side in zip(cells, finding.sides, strict=True):
        _fill(cell, side, words("prevailing_side"))
    if finding.prevails:
        file.add_paragraph(xml_text(finding.prevails))
    if finding.correction:
        line = file.add_paragraph()
        line.add_run(xml_text(f"{words('correction')}: ")).bold = True
        line.add_run(xml_text(finding.correction))
    if finding.returned:
        file.add_paragraph(xml_text(finding.returned))
    for note in finding.history:
        told = words("decided", verdict=note.verdict, reason=note.reason, author=note.author, day=note.day)
        file.add_paragraph(xml_text(told), style="List Bullet")


def _fill(cell: Any, side: ToldSide, prevailing: str) -> None:
    head = cell.paragraphs[0]
    head.add_run(xml_text(f"{side.name}: {side.speaker}{f' – {prevailing}' if side.prevails else ''}")).bold = True
    parts = [side.act, f"«{side.title}»" if side.title else None, side.edition, side.place, side.text_language]
    place = cell.add_paragraph().add_run(xml_text(", ".join(part for part in parts if part)))
    place.italic = True
    place.font.size = Pt(8)
    text = cell.add_paragraph()
    if side.cut_before:
        text.add_run("… ")
    for piece in side.pieces:
        run = text.add_run(xml_text(piece.text))
        run.underline = piece.differs or None
        run.bold = piece.differs or None
        if piece.quoted:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if side.cut_after:
        text.add_run(" …")
