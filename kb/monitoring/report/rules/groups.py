"""The same means for groups of bodies: a total between its groups, and one mean in two tables."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import ASPECTS
from kb.monitoring.report.rules.pooled import OUTSIDE
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, hull
from kb.monitoring.rounding import decimals
from kb.monitoring.template import recomputed_words

MEANS = ("overall", *ASPECTS)
GROUPS = frozenset(("central", "local"))
GROUP_COLUMNS = {"group:central/mean": "central", "group:local/mean": "local", "total/mean": TOTAL}
OTHER_TABLE = "other_table_says_otherwise"
Cell = tuple[str, str | None, str | None, str]


def check_groups(ground: ReportGround) -> Iterator[Recomputed]:
    """A mean of all bodies, in a table that has the same rows for central and local bodies: between those of both."""
    cells: dict[tuple[str, str, str | None], dict[str, PrintedFigure]] = {}
    twice = _twice(ground)
    for one in ground.figures:
        if one.group and one.column in MEANS and _cell(one) not in twice:
            cells.setdefault((one.table, one.column, one.subject.code), {})[one.group] = one
    for groups in cells.values():
        total = groups.get(TOTAL)
        if total and set(groups) >= GROUPS:
            parts = [groups[name] for name in sorted(GROUPS)]
            span = hull([Span.printed(one.value) for one in parts])
            by = Settled(rule="between_groups", span=span, ground=[one.evidence for one in parts], reason=OUTSIDE)
            yield settle(_told(total, TOTAL, ground), by)


def check_group_means(ground: ReportGround) -> Iterator[Recomputed]:
    """The mean of a group in a row, where a later table of the same people prints it again: by the first table."""
    first: dict[tuple[object, ...], PrintedFigure] = {}
    for one, group in _means(ground):
        earlier = first.setdefault((one.scope, one.subject.code, group), one)
        if earlier.table != one.table and decimals(earlier.value) == decimals(one.value):
            by = Settled(
                rule="mean_in_tables",
                span=Span.exactly(Fraction(earlier.value)),
                ground=[earlier.evidence],
                reason=OTHER_TABLE,
            )
            yield settle(_told(one, group, ground), by)


def _means(ground: ReportGround) -> Iterator[tuple[PrintedFigure, str]]:
    """Means with their group, of tables that tell whose answers they have; a group is a column or the rows' own."""
    twice = _twice(ground)
    for one in ground.figures:
        group = GROUP_COLUMNS.get(one.column) or (one.group if one.column == "overall" else None)
        if group and one.scope and one.subject.code and _cell(one) not in twice:
            yield one, group


def _told(one: PrintedFigure, group: str, ground: ReportGround) -> Told:
    """The figure, its subject with the group."""
    told = Told.of(one)
    if one.subject.kind == group:
        return told
    words = recomputed_words("groups", group, ground.document.language)
    return replace(told, subject=f"{told.subject}, {words}")


def _twice(ground: ReportGround) -> frozenset[Cell]:
    """Cells that a table has twice: the name of one of their rows is damaged."""
    counted = Counter(map(_cell, ground.figures))
    return frozenset(cell for cell, count in counted.items() if count > 1)


def _cell(one: PrintedFigure) -> Cell:
    return one.table, one.group, one.subject.code, one.column
