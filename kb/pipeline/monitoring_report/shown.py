"""Cells of a report as people read them."""

from kb.model import Language
from kb.pipeline.monitoring_report.tables import Counted, ReportCell
from kb.pipeline.printing import shown_figure

NOTHING = "—"


def shown_cell(cell: ReportCell, language: Language) -> str:
    """The figure of a cell, or its words; a dash where there is nothing."""
    match cell:
        case str():
            return cell
        case Counted():
            return shown_cell(cell.figure, language)
        case None:
            return NOTHING
    return shown_figure(cell, language)


def shown_counts(cell: ReportCell, language: Language) -> str:
    """The counts behind a figure, `249/376`; empty for a cell without."""
    return "/".join(shown_figure(count, language) for count in cell.counts) if isinstance(cell, Counted) else ""
