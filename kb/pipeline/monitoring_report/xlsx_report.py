"""The report as a workbook: a sheet for the head, one for each section."""

from collections.abc import Iterator

from kb.monitoring.sheets.written_xlsx import SheetCell, WrittenSheet, write_xlsx
from kb.pipeline.monitoring_report.tables import Column, Counted, MonitoringReport, ReportCell, Section


def monitoring_xlsx(report: MonitoringReport) -> bytes:
    """The workbook; figures are numbers, and the counts behind them have columns of their own."""
    head = WrittenSheet(title=report.words("wave"), lines=(report.title,), heading=("", ""), rows=report.head)
    return write_xlsx([head, *(_sheet(section) for section in report.sections)], title=report.title)


def _sheet(section: Section) -> WrittenSheet:
    lines = (section.title, *section.notes)
    if section.table is None:
        return WrittenSheet(title=section.title, lines=lines)
    columns = section.table.columns
    return WrittenSheet(
        title=section.title,
        lines=lines,
        heading=tuple(name for column in columns for name in _names(column)),
        rows=tuple(
            tuple(value for column, cell in zip(columns, row, strict=True) for value in _values(column, cell))
            for row in section.table.rows
        ),
    )


def _names(column: Column) -> Iterator[str]:
    yield f"{column.name}, %" if column.parts else column.name
    for part in column.parts:
        yield f"{column.name}: {part}"


def _values(column: Column, cell: ReportCell) -> Iterator[SheetCell]:
    if not column.parts:
        yield cell.figure if isinstance(cell, Counted) else cell
        return
    counted = cell if isinstance(cell, Counted) else Counted(figure=None, counts=())
    yield counted.figure
    for place in range(len(column.parts)):
        yield counted.counts[place] if counted.counts else None
