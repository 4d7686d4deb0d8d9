"""Shares, means and numbers of people against the counts of marks that the sections print."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kb.model import Evidence, SurveyRow
from kb.model.monitoring import Answers, Recomputed, Standing
from kb.monitoring.measures import BEST, mean, share
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span
from kb.monitoring.rounding import decimals, half_up

LOCAL_BODY = "local-body"
PARTIAL = frozenset(("without", "corporation", "tension", "ten_point", "places"))
SHIFTED, OTHERWISE = "labels_shifted", "counts_say_otherwise"
# A number of a summary, whole: the figures of a section stand within 410 characters of its summary in 2017.
SUMMARY_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?(?![\d]|[.,]\d)")
SUMMARY = 800
NO_NUMBER = "number_not_printed"
PLACES_SAY, LABEL_LOST = "people_by_place_say_otherwise", "label_lost"
ASPECTS = ("access", "clarity", "documents", "term", "qualification", "speed", "courtesy", "trust")


def _per_cent(values: tuple[Decimal, ...]) -> Callable[[Answers], Fraction]:
    return lambda answers: 100 * share(answers, values)


MEASURES: Mapping[str, Callable[[Answers], Fraction]] = {
    "share": _per_cent(BEST),
    "mean": mean,
    **{column: _per_cent((Decimal(column[-1]),)) for column in MARK_COLUMNS},
}


def check_own_shares(ground: ReportGround) -> Iterator[Recomputed]:
    """The five shares of each section's table of marks, by the counts below them."""
    for key, shares in ground.own_shares.items():
        for column, (value, evidence) in zip(MARK_COLUMNS, shares, strict=True):
            told = Told(subject=f"{key}: {column}", value=value, evidence=evidence)
            yield settle(told, _by_counts(ground, column, {key}))


def check_sections(ground: ReportGround) -> Iterator[Recomputed]:
    """Satisfaction and mean that the text of each section tells, by its own counts."""
    for key, row in ground.sections.items():
        for column, value in (("share", row.satisfaction_pct), ("mean", row.mean)):
            told = _find_printed(f"{key}: {column}", value, row, ground) if value is not None else None
            if told:
                yield settle(told, _by_counts(ground, column, {key}))


def check_tables(ground: ReportGround) -> Iterator[Recomputed]:
    """Shares, means and marks of services, bodies and all services in tables of all channels, by the pooled counts."""
    everything = frozenset(ground.sections)
    for figure in ground.figures:
        if figure.column not in MEASURES or figure.scope & PARTIAL:
            continue
        services = _services(figure, ground, everything)
        if services:
            by = _by_counts(ground, figure.column, services)
            yield settle(Told.of(figure), _with_owner(by, figure, ground))


def check_people(ground: ReportGround) -> Iterator[Recomputed]:
    """How many people tables name: for a service by the number that its section tells, for a body or all by the table
    of people by place of service, where the report has one, else by the sections."""
    everything = frozenset(ground.sections)
    for figure in ground.figures:
        in_places = figure in ground.samples.values()
        if not in_places and (figure.column != "n" or figure.scope & PARTIAL):
            continue
        services = sorted(_services(figure, ground, everything))
        one = figure.subject.kind == "service"
        told = [_people(key, ground, by_section=one) for key in services]
        if services and not any(found and found[1] == figure.evidence for found in told):
            known = [found for found in told if found]
            span = Span.exactly(sum(count for count, _ in known)) if len(known) == len(services) else None
            reason = (OTHERWISE if one else PLACES_SAY) if span else NO_NUMBER
            by = Settled(rule="people", span=span, ground=[evidence for _, evidence in known], reason=reason)
            yield settle(Told.of(figure), _with_owner(by, figure, ground))


def _people(key: str, ground: ReportGround, *, by_section: bool) -> tuple[int, Evidence] | None:
    """How many people were asked of a service, and where that is told: for the service itself those who gave a mark
    and those whom the note below the table counts as undecided, where there is one."""
    marks, noted = ground.marks.get(key), ground.undecided.get(key)
    if by_section and marks and noted and marks.least == marks.most:
        return marks.most.rated + noted[0], marks.evidence
    section, sample = ground.sections.get(key), ground.samples.get(key)
    in_section = (section.n, section.evidence) if section and section.n is not None else None
    in_sample = (int(sample.value), sample.evidence) if sample else None
    return (in_section or in_sample) if by_section else (in_sample or in_section)


def check_lost_labels(ground: ReportGround) -> Iterator[Recomputed]:
    """Tables of aspects whose first column has the means of the services themselves: its label was lost, and all others
    stand one column too far. The first column is held against the counts; of the rest nothing is said."""
    tables: dict[str, list[PrintedFigure]] = {}
    for figure in ground.figures:
        if figure.subject.kind == "service" and figure.column in ASPECTS:
            tables.setdefault(figure.table, []).append(figure)
    for figures in tables.values():
        rows: dict[int, PrintedFigure] = {}
        for figure in figures:
            first = rows.setdefault(figure.row.start, figure)
            if figure.evidence.start < first.evidence.start:
                rows[figure.row.start] = figure
        settled = [
            settle(Told.of(one), _by_counts(ground, "mean", {one.subject.code or ""}, LABEL_LOST))
            for one in rows.values()
        ]
        if 2 * sum(one.standing is Standing.EQUAL for one in settled) > len(settled):
            yield from (replace(one, reason=LABEL_LOST) for one in settled)


def _services(figure: PrintedFigure, ground: ReportGround, everything: frozenset[str]) -> frozenset[str]:
    """Whose marks a row pools: one service, those of a body, those of the local bodies, all."""
    match figure.subject.kind:
        case "service":
            return frozenset((figure.subject.code or "",)) & everything
        case "body":
            return ground.services_of.get(figure.subject.code or "", frozenset())
        case "total":
            return ground.services_of.get(LOCAL_BODY, frozenset()) if "local" in figure.scope else everything
    return frozenset()


def _by_counts(
    ground: ReportGround, column: str, services: frozenset[str] | set[str], reason: str = OTHERWISE
) -> Settled:
    span = ground.pooled(services, MEASURES[column])
    return Settled(
        rule=column if column in ("share", "mean") else "mark_share",
        span=span,
        ground=ground.places_of(services),
        reason=reason if span else "counts_not_printed",
    )


def _with_owner(by: Settled, figure: PrintedFigure, ground: ReportGround) -> Settled:
    """Where all figures of a service's row are those of exactly one other service, its label slipped: that reason, and
    the place of the marks of that service too."""
    row = [one for one in ground.figures if one.row == figure.row and one.column in ("share", "mean", "n")]
    if by.span is None or figure.subject.kind != "service" or len(row) < 2:
        return by
    owners = [key for key, section in ground.sections.items() if all(_fits(one, key, section, ground) for one in row)]
    if len(owners) != 1 or owners == [figure.subject.code]:
        return by
    return replace(by, reason=SHIFTED, ground=[*by.ground, *ground.places_of(owners)])


def _fits(figure: PrintedFigure, key: str, section: SurveyRow, ground: ReportGround) -> bool:
    if figure.column == "n":
        sample = ground.samples.get(key)
        return figure.value in (section.n, sample.value if sample else None)
    span = ground.pooled({key}, MEASURES[figure.column])
    digits = decimals(figure.value)
    return span is not None and half_up(span.low, digits) <= figure.value <= half_up(span.high, digits)


def _find_printed(subject: str, value: float, row: SurveyRow, ground: ReportGround) -> Told | None:
    """A figure with the digits and at the place where the section prints it («65» and «65,0» round differently); None
    where its summary does not."""
    text = ground.document.text
    for found in SUMMARY_NUMBER.finditer(text, row.evidence.start, row.evidence.start + SUMMARY):
        printed = Decimal(found[0].replace(",", "."))
        if printed == Decimal(str(value)):
            evidence = ground.document.cite(found.start(), found.end(), row.evidence.clause)
            return Told(subject=subject, value=printed, evidence=evidence)
    return None
