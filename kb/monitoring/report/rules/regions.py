"""Regions: what tables by region tell of each other. Their counts are not printed, so shares give bounds."""

from collections.abc import Iterator
from fractions import Fraction

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import LOCAL_BODY, PARTIAL
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, mean_of_shares

TEN_POINT = 2
OTHER_TABLE, NO_TABLE, IMPOSSIBLE = "other_table_says_otherwise", "no_shares_of_marks", "mean_impossible_for_shares"


def check_regions(ground: ReportGround) -> Iterator[Recomputed]:
    """Satisfaction of a region by the shares of its marks in the other table, its mean and its ten-point mark by the
    means that those shares allow, its number of people by the services of the local bodies that were asked there."""
    for figure in ground.figures:
        if figure.subject.kind not in ("region", TOTAL) or "local" not in figure.scope:
            continue
        ten = "ten_point" in figure.scope
        if figure.scope & PARTIAL and not ten:
            continue
        if figure.column in ("mean", "ten_point") or (figure.column == "share" and figure.subject.kind == "region"):
            yield _by_marks(figure, ground)
        elif figure.column == "n" and figure.subject.kind == "region":
            yield _by_services(figure, ground)


def _by_marks(figure: PrintedFigure, ground: ReportGround) -> Recomputed:
    marks = _marks_of(figure, ground)
    ground_of = [one.evidence for one in marks]
    if not marks:
        return settle(Told.of(figure), Settled(rule=figure.column, span=None, reason=NO_TABLE))
    if figure.column == "share":
        best = next((one for one in marks if one.column == MARK_COLUMNS[-1]), None)
        span = Span.exactly(0) if best is None else Span(_whole(best), _whole(best))
        return settle(Told.of(figure), Settled(rule="share_in_tables", span=span, ground=ground_of, reason=OTHER_TABLE))
    shares = [_share(column, marks) for column in MARK_COLUMNS]
    allowed = mean_of_shares(shares)
    if allowed is not None and figure.column == "ten_point":
        allowed = allowed.times(TEN_POINT)
    rule = "ten_point" if figure.column == "ten_point" else "mean_by_shares"
    return settle(Told.of(figure), Settled(rule=rule, span=allowed, ground=ground_of, reason=IMPOSSIBLE))


def _marks_of(figure: PrintedFigure, ground: ReportGround) -> list[PrintedFigure]:
    return [
        one
        for one in ground.figures
        if one.subject.code == figure.subject.code
        and one.column in MARK_COLUMNS
        and "local" in one.scope
        and not one.scope & PARTIAL
    ]


def _share(column: str, marks: list[PrintedFigure]) -> Span:
    """The share of a mark; a blank cell is a mark that nobody gave."""
    found = next((one for one in marks if one.column == column), None)
    return Span.printed(found.value) if found else Span.exactly(0)


def _by_services(figure: PrintedFigure, ground: ReportGround) -> Recomputed:
    """N of a region by the table of people by service and region, for the services of the local bodies."""
    services = ground.services_of.get(LOCAL_BODY, frozenset())
    column = f"region:{figure.subject.code}"
    cells = [one for one in ground.figures if one.column == column and one.subject.code in services]
    whole = services and {one.subject.code for one in cells} == services
    span = Span.exactly(int(sum(one.value for one in cells))) if whole else None
    by = Settled(
        rule="people_by_region",
        span=span,
        ground=[one.evidence for one in cells],
        reason=OTHER_TABLE if whole else "cells_lost",
    )
    return settle(Told.of(figure), by)


def _whole(figure: PrintedFigure) -> Fraction:
    return Fraction(figure.value)
