"""Rows and columns of counts that must add up, and shares that must add up to 100."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, add_up
from kb.monitoring.rounding import decimals

HUNDRED = Decimal("100.00")  # the digits in which a sum of shares is told
NO_SUM, LOST = "does_not_add_up", "cells_lost"
COUNTED = ("n",)


def check_row_totals(ground: ReportGround) -> Iterator[Recomputed]:
    """The last column of tables of counts, by the other cells of its row; of a damaged row only the sum can be told."""
    for row in _rows(ground.figures):
        totals = [one for one in row if one.column == TOTAL]
        parts = [one for one in row if one.column != TOTAL]
        if len(totals) == 1 and parts and all(_is_count(one) for one in row):
            span = Span.exactly(int(sum(one.value for one in parts)))
            by = Settled(rule="row_total", span=span, ground=[one.evidence for one in parts], reason=NO_SUM)
            yield settle(Told.of(totals[0]), by)
    counted = {one.table for one in ground.figures if one.column == TOTAL and _is_count(one)}
    for lost in ground.lost:
        if lost.table in counted and all(not decimals(value) for value in lost.values):
            *parts_left, total = lost.values
            told = Told(subject=f"{lost.subject.code}: {lost.subject.words}", value=total, evidence=lost.evidence)
            span = Span.exactly(int(sum(parts_left)))
            yield settle(told, Settled(rule="row_total", span=span, ground=[lost.evidence], reason=LOST))


def check_column_totals(ground: ReportGround) -> Iterator[Recomputed]:
    """The last row of tables of counts, by the cells above; open where a row of the table lost cells."""
    tables: dict[str, list[PrintedFigure]] = defaultdict(list)
    for figure in ground.figures:
        tables[figure.table].append(figure)
    damaged = {lost.table for lost in ground.lost}
    for name, figures in tables.items():
        for total in (one for one in figures if one.subject.kind == TOTAL and _is_count(one)):
            parts = [one for one in figures if one.column == total.column and one.subject.kind != TOTAL]
            counts = total.column in (*COUNTED, TOTAL) or total.column.startswith(("region:", "abroad", "channel:"))
            enough = len(parts) > 1 or name in damaged
            if not counts or not enough or not all(_is_count(one) for one in parts):
                continue
            span = None if name in damaged else Span.exactly(int(sum(one.value for one in parts)))
            by = Settled(
                rule="column_total",
                span=span,
                ground=[one.evidence for one in parts],
                reason=NO_SUM if span else LOST,
            )
            yield settle(Told.of(total), by)


def check_hundred(ground: ReportGround) -> Iterator[Recomputed]:
    """The shares of marks of each row: 100 must be among the sums that the rounded shares can have."""
    for row in _rows(ground.figures):
        marks = [one for one in row if one.column in MARK_COLUMNS]
        if len(marks) > 1:
            told = Told(subject=f"{marks[0].subject.code}: 100 %", value=HUNDRED, evidence=marks[0].row)
            span = add_up(Span.printed(one.value) for one in marks)
            yield settle(
                told, Settled(rule="hundred", span=span, ground=[one.evidence for one in marks], reason=NO_SUM)
            )


def check_repeats(ground: ReportGround) -> Iterator[Recomputed]:
    """Marks of one place of service that a later table prints again, by the first table that has them."""
    first: dict[tuple[str | None, str], PrintedFigure] = {}
    for figure in ground.figures:
        if figure.subject.kind != "channel" or figure.column not in MARK_COLUMNS or not figure.people:
            continue
        earlier = first.setdefault((figure.subject.code, figure.column), figure)
        if earlier is not figure:
            by = Settled(
                rule="repeat",
                span=Span.exactly(Fraction(earlier.value)),
                ground=[earlier.evidence],
                reason="earlier_table_says_otherwise",
            )
            yield settle(Told.of(figure), by)


def _rows(figures: Sequence[PrintedFigure]) -> Iterator[list[PrintedFigure]]:
    rows: dict[tuple[str, int], list[PrintedFigure]] = defaultdict(list)
    for figure in figures:
        rows[figure.table, figure.row.start].append(figure)
    yield from rows.values()


def _is_count(figure: PrintedFigure) -> bool:
    return not decimals(figure.value) and "%" not in figure.evidence.quote
