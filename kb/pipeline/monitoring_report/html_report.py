"""The report as one page of HTML."""

from collections.abc import Iterator

from kb.charts import draw_bars
from kb.pipeline.monitoring_report.shown import shown_cell, shown_counts
from kb.pipeline.monitoring_report.tables import Column, MonitoringReport, ReportCell, Section
from kb.pipeline.printing import HtmlPage

_PAGE = HtmlPage("kb.pipeline.monitoring_report")
MONITORING_POLICY = _PAGE.policy


def monitoring_html(report: MonitoringReport) -> Iterator[str]:
    """The page in portions; words of surveys are escaped."""

    def shown(cell: ReportCell) -> str:
        return shown_cell(cell, report.language)

    def counts(cell: ReportCell) -> str:
        return shown_counts(cell, report.language)

    return _PAGE.portions(report=report, shown=shown, counts=counts, drawn=_drawn, kind=_kind)


def _kind(column: Column) -> str:
    """The class of its cells."""
    return "number" if column.numeric else "name" if column.named else "words"


def _drawn(section: Section) -> tuple[str, ...]:
    """The drawings, made by this program of escaped words."""
    return tuple(draw_bars(drawing) for drawing in section.drawings)
