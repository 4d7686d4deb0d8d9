"""Shares of complaints, rewards, acquaintances and inconveniences of a total, by those of its services or regions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.headings import EVENTS, INCONVENIENCES
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.places import people_by_region
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import LOCAL_BODY
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span, add_up

OTHERWISE, MISSING = "shares_of_services_say_otherwise", "indicators_missing"
REGIONS_SAY = "shares_of_regions_say_otherwise"
LOCAL = frozenset(("local",))


def check_events(ground: ReportGround) -> Iterator[Recomputed]:
    """A share of a body, of the local bodies or of all is that of the people of their services together: the shares of
    the services are rounded, so it lies between two bounds."""
    shares: dict[tuple[str, str], PrintedFigure] = {}
    for one in ground.figures:
        if one.column in EVENTS and one.subject.kind == "service" and one.subject.code and not one.scope:
            shares.setdefault((one.subject.code, one.column), one)
    for one in ground.figures:
        services = _services(one, ground) if one.column in EVENTS else frozenset()
        if services:
            parts = {key: shares[key, one.column] for key in sorted(services) if (key, one.column) in shares}
            span = _pooled(parts, ground) if set(parts) == services else None
            ground_of = [part.evidence for part in parts.values()]
            by = Settled(rule="event_share", span=span, ground=ground_of, reason=OTHERWISE if span else MISSING)
            yield settle(Told.of(one), by)


def check_region_events(ground: ReportGround) -> Iterator[Recomputed]:
    """The total of a table by region is the share of the people of its regions together; a blank cell is nobody."""
    tables: dict[tuple[str, str], list[PrintedFigure]] = defaultdict(list)
    for one in ground.figures:
        if one.column in (*EVENTS, *INCONVENIENCES) and one.scope:
            tables[one.table, one.column].append(one)
    for figures in tables.values():
        total = next((one for one in figures if one.subject.kind == TOTAL), None)
        parts = {one.subject.code: one for one in figures if one.subject.kind == "region"}
        people = people_by_region(ground, total.scope) if total else {}
        if total is None or not parts or not set(parts) <= set(people):
            continue
        asked = sum(count for count, _ in people.values())
        summed = add_up(Span.printed(one.value).times(people[code or ""][0]) for code, one in parts.items())
        span = Span(max(summed.low / asked, Fraction(0)), summed.high / asked)
        ground_of = [one.evidence for one in parts.values()]
        yield settle(Told.of(total), Settled(rule="event_share", span=span, ground=ground_of, reason=REGIONS_SAY))


def _services(one: PrintedFigure, ground: ReportGround) -> frozenset[str]:
    if one.subject.kind == "body" and not one.scope:
        return ground.services_of.get(one.subject.code or "", frozenset())
    if one.subject.kind == TOTAL and not one.scope:
        return frozenset(ground.sections)
    if one.subject.kind == TOTAL and one.scope == LOCAL:
        return ground.services_of.get(LOCAL_BODY, frozenset())
    return frozenset()


def _pooled(parts: Mapping[str, PrintedFigure], ground: ReportGround) -> Span | None:
    """Σ share × people / Σ people; None where the people of a service are not told."""
    samples = ground.samples
    if any(key not in samples for key in parts):
        return None
    people = {key: int(samples[key].value) for key in parts}
    total = sum(people.values())
    if not total:
        return None
    summed = add_up(Span.printed(one.value).times(people[key]) for key, one in parts.items())
    return Span(max(summed.low / total, Fraction(0)), summed.high / total)
