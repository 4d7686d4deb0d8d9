"""The social tension index, as far as its five indicators are printed."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from kb.model.monitoring import Recomputed, Standing
from kb.monitoring.measures import TENSION_INDICATORS
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.headings import EVENTS
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, add_up

WORST = ("mark_1", "mark_2")
TENSION = "tension"
NOT_PRINTED, TOO_LOW = "distrust_not_printed", "below_its_printed_indicators"
HUNDRED = 100  # what a share that is not printed may be at most
CORPORATION = "group:corporation"  # its table of marks has all services in its last row, not its own
TABLES_OF = {
    "group:central": frozenset[str](),
    "group:local": frozenset(("local",)),
    CORPORATION: frozenset(("corporation",)),
}


def check_tension(ground: ReportGround) -> Iterator[Recomputed]:
    """The index is the mean of five indicators, and distrust is printed nowhere: the other four give the least that it
    can be. An index below that DIFFERS; any other is OPEN, with that least value as `low`."""
    for figure in ground.figures:
        if TENSION not in figure.scope or figure.column not in TABLES_OF:
            continue
        told = {one.column: one for one in reversed(ground.figures) if _belongs(one, figure)}
        events = [told[column] for column in EVENTS if column in told]
        worst = [told[column] for column in WORST if column in told]
        rated = any(column.startswith("mark_") for column in told)
        evidence = [one.evidence for one in (*events, *worst)]
        if len(events) < len(EVENTS):
            yield settle(
                Told.of(figure), Settled(rule=TENSION, span=None, ground=evidence, reason="indicators_missing")
            )
            continue
        known = add_up(Span.printed(one.value) for one in (*events, *worst))
        least = Span(max(known.low, Fraction(0)), known.high + HUNDRED * (1 if rated else 2))
        index = Span(least.low / TENSION_INDICATORS, least.high / TENSION_INDICATORS)
        found = settle(Told.of(figure), Settled(rule=TENSION, span=index, ground=evidence, reason=TOO_LOW))
        if found.standing is not Standing.DIFFERS:
            found = replace(found, standing=Standing.OPEN, reason=NOT_PRINTED)
        yield found


def _belongs(one: PrintedFigure, index: PrintedFigure) -> bool:
    """Whether a figure is of the same subject and of the same people as the index."""
    return (
        one.subject.code == index.subject.code
        and one.scope == TABLES_OF[index.column]
        and (one.column in EVENTS or (index.column != CORPORATION and one.column.startswith("mark_")))
    )
