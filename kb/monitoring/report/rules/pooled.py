"""Rows of a total: whatever the sizes of its parts, it lies between the lowest and the highest of them."""

from collections import defaultdict
from collections.abc import Iterator

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.headings import EVENTS
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import ASPECTS
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, hull

LEAST_PARTS = 2
POOLED = (*MARK_COLUMNS, *EVENTS, "overall", *ASPECTS)
OUTSIDE = "total_outside_of_parts"


def check_totals(ground: ReportGround) -> Iterator[Recomputed]:
    """Totals of shares and means by the parts of their column. A part that a damaged row hides leaves it open, and so
    does a table that has a row's name twice, in groups of its own."""
    columns: dict[tuple[str, str | None, str], list[PrintedFigure]] = defaultdict(list)
    for figure in ground.figures:
        columns[figure.table, figure.group, figure.column].append(figure)
    damaged = {lost.table for lost in ground.lost}
    for (table, _, column), figures in columns.items():
        totals = [one for one in figures if one.subject.kind == TOTAL]
        parts = [one for one in figures if one.subject.kind != TOTAL]
        if column not in POOLED or not totals or len(parts) < LEAST_PARTS:
            continue
        twice = len({one.subject.code for one in parts}) < len(parts) or len(totals) > 1
        hidden = table in damaged or twice
        span = None if hidden else hull([Span.printed(one.value) for one in parts])
        reason = "groups_not_told_apart" if twice else "cells_lost" if hidden else OUTSIDE
        for total in totals:
            by = Settled(rule="between_parts", span=span, ground=[one.evidence for one in parts], reason=reason)
            yield settle(Told.of(total), by)
