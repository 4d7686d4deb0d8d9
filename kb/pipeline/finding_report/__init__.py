"""Findings in words with both clauses side by side, and the printable report of them."""

from kb.pipeline.finding_report.docx_report import report_docx
from kb.pipeline.finding_report.html_report import STYLE_DIGEST, report_html
from kb.pipeline.finding_report.report import Report, ReportRequest, open_report
from kb.pipeline.finding_report.telling import FindingTeller, ToldFinding, ToldNote, ToldSide
from kb.pipeline.finding_report.word_differences import Piece

__all__ = [
    "STYLE_DIGEST",
    "FindingTeller",
    "Piece",
    "Report",
    "ReportRequest",
    "ToldFinding",
    "ToldNote",
    "ToldSide",
    "open_report",
    "report_docx",
    "report_html",
]
