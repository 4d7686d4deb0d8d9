"""How a report is sent over HTTP."""

from kb.pipeline.finding_report.html_report import STYLE_DIGEST

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_FINDINGS = 500  # of one report: a longer one nobody reads, and it holds the server for a minute
# A page that loads nothing and runs nothing: its own style alone is taken.
REPORT_POLICY = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src '{STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
