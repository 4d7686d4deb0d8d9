"""The report as one page of HTML."""

from collections.abc import Iterator

from kb.pipeline.finding_report.report import Report
from kb.pipeline.printing import HtmlPage

_PAGE = HtmlPage("kb.pipeline.finding_report")
STYLE_DIGEST = _PAGE.style_digest
REPORT_POLICY = _PAGE.policy


def report_html(report: Report) -> Iterator[str]:
    """The page in portions; what stands in the sources is escaped."""
    return _PAGE.portions(report=report, words=report.words)
