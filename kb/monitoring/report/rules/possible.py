"""Means that cannot be, for the share that stands beside them."""

from collections import defaultdict
from collections.abc import Iterator

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, mean_of_best

IMPOSSIBLE = "mean_impossible_for_share"


def check_possible(ground: ReportGround) -> Iterator[Recomputed]:
    """Each mean of a row by the share of fives beside it: the other marks are 1 to 4."""
    rows: dict[tuple[str, int, str], dict[str, PrintedFigure]] = defaultdict(dict)
    for figure in ground.figures:
        group, _, measure = figure.column.rpartition("/")
        rows[figure.table, figure.row.start, group][measure] = figure
    for row in rows.values():
        if "mean" in row and "share" in row:
            yield check_pair(Told.of(row["mean"]), Told.of(row["share"]))


def check_pair(mean: Told, share: Told) -> Recomputed:
    """A mean beside a share of fives in per cent."""
    span = mean_of_best(Span.printed(share.value))
    return settle(mean, Settled(rule="mean_possible", span=span, ground=[share.evidence], reason=IMPOSSIBLE))
