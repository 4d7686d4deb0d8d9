"""How a report is sent over HTTP."""

from kb.pipeline.finding_report.html_report import REPORT_POLICY
from kb.pipeline.printing.docx_file import DOCX

__all__ = ["DOCX", "MOST_FINDINGS", "REPORT_POLICY"]

MOST_FINDINGS = 500  # of one report: a longer one nobody reads, and it holds the server for a minute
