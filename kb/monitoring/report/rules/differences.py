"""Columns of differences, by the two figures that are subtracted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from kb.model import SurveyChannel, SurveyPlace
from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import PARTIAL
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span

DIFFERENCE, OVERALL = "difference", "overall"
CHANNELS = {
    "group:corporation": SurveyChannel.STATE_CORPORATION,
    "channel:state_corporation": SurveyChannel.STATE_CORPORATION,
    "channel:provider_office": SurveyChannel.PROVIDER_OFFICE,
    "channel:egov_portal": SurveyChannel.EGOV_PORTAL,
}
NOT_SUBTRACTED, SECTION = "is_not_the_difference", "section_says_otherwise"


def check_differences(ground: ReportGround) -> Iterator[Recomputed]:
    """The difference of two places of service by the shares of its row; that of a body or region without other channels
    by its mean there and its mean in the table of all channels."""
    rows: dict[tuple[str, int], list[PrintedFigure]] = defaultdict(list)
    for figure in ground.figures:
        rows[figure.table, figure.row.start].append(figure)
    for row in rows.values():
        told = next((one for one in row if one.column == DIFFERENCE), None)
        if told is None:
            continue
        places = [one for one in row if one.column in CHANNELS]
        whole = _whole_mean(told, ground)
        own = next((one for one in row if one.column == OVERALL), None)
        if len(places) == 2:
            yield _subtract(told, places)
        elif own and whole:
            yield _subtract(told, (own, whole))


def check_places(ground: ReportGround) -> Iterator[Recomputed]:
    """Satisfaction of a service by place in a table of all services, by the table of the service's own section."""
    sections = {
        (row.service, row.channel): row
        for row in ground.survey
        if row.source is SurveyPlace.SECTION and row.satisfaction_pct is not None
    }
    for figure in ground.figures:
        channel = CHANNELS.get(figure.column)
        if channel is None or figure.subject.kind != "service" or "%" not in figure.evidence.quote:
            continue
        row = sections.get((figure.subject.code or "", channel))
        if row is not None and row.satisfaction_pct is not None:
            span = Span.exactly(Fraction(str(row.satisfaction_pct)))
            by = Settled(rule="share_by_place", span=span, ground=[row.evidence], reason=SECTION)
            yield settle(Told.of(figure), by)


def _subtract(told: PrintedFigure, parts: Sequence[PrintedFigure]) -> Recomputed:
    one, other = parts
    span = Span.printed(one.value) - Span.printed(other.value)
    by = Settled(rule=DIFFERENCE, span=span, ground=[one.evidence, other.evidence], reason=NOT_SUBTRACTED)
    return settle(Told.of(told), by)


def _whole_mean(told: PrintedFigure, ground: ReportGround) -> PrintedFigure | None:
    """The mean of the same body or region in the table of all channels."""
    local = "local" in told.scope
    found = [
        one
        for one in ground.figures
        if one.subject.code == told.subject.code
        and one.column == "mean"
        and not one.scope & PARTIAL
        and ("local" in one.scope) == local
    ]
    return found[0] if len(found) == 1 else None
