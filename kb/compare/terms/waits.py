"""Waiting in queues that was measured, against what is set for it."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.terms.norm_terms import set_terms
from kb.model import Attribute, Deadline, FindingClass, Purpose, Remark, SourceKind, Statement, Unit
from kb.resolve.speakers import is_norm
from kb.text import find_numbers, fold

LONGER_WAIT = "longer_wait"
PROMISED_WAIT = "promised_wait"
ALL_WAITS_KEPT = "all_waits_kept"
MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}


def between_waits(material: ServiceMaterial) -> Iterator[Clash]:
    """Waiting that took longer on the mean, or for a share of people, than every queue may take."""
    terms = [
        (one, minutes)
        for one, term in set_terms(material)
        if term.purpose is Purpose.QUEUE and is_norm(one) and (minutes := _minutes(term)) is not None
    ]
    waits = [(one, _first_number(one.evidence.quote)) for one in material.of(Attribute.WAITING)]
    longer = [(term, one) for one, number in waits if number is not None and (term := _exceeded(terms, number))]
    for term, statement in longer:
        yield _clash(Point.of(term), Point.of(statement), "mean_wait")
    claim = next((one for one in material.remarks if one.subject == ALL_WAITS_KEPT), None)
    if longer and claim:
        yield _clash(Point.of(longer[0][1]), _point(claim), "waits_claimed_kept")
    for statement in material.of(Attribute.DEADLINE):
        told = _told_minutes(statement)
        if told is not None and (term := _exceeded(terms, told)):
            yield _clash(Point.of(term), Point.of(statement), "told_wait")
    promised = [one for one in material.remarks if one.subject == PROMISED_WAIT]
    for remark in material.remarks:
        if remark.subject != LONGER_WAIT:
            continue
        share = _point(remark)
        own = next((one for one in promised if one.evidence.clause == remark.evidence.clause), None)
        if own is not None and (remark.value is None or own.value is None or remark.value >= own.value):
            yield _clash(_point(own), share, "share_waits")
        elif remark.value is not None and (term := _exceeded(terms, remark.value, reached=True)):
            yield _clash(Point.of(term), share, "share_waits")


def _told_minutes(statement: Statement) -> Decimal | None:
    """The minutes that somebody tells of having waited in a queue."""
    told = statement.value
    if statement.source_kind is not SourceKind.PRACTICE or not isinstance(told, Deadline):
        return None
    return _minutes(told) if told.purpose is Purpose.QUEUE else None


def _exceeded(terms: list[tuple[Statement, Decimal]], minutes: Decimal, *, reached: bool = False) -> Statement | None:
    """The longest of the terms where the minutes are more than it («longer than 20» is more than 20)."""
    if not terms:
        return None
    term, longest = max(terms, key=lambda one: one[1])
    return term if minutes > longest or (reached and minutes == longest) else None


def _minutes(term: Deadline) -> Decimal | None:
    return None if term.value is None or term.unit not in MINUTES else term.value * MINUTES[term.unit]


def _first_number(quote: str) -> Decimal | None:
    return next((number.value for number in find_numbers(fold(quote).text)), None)


def _point(remark: Remark) -> Point:
    return Point(evidence=remark.evidence, source_kind=remark.source_kind)


def _clash(term: Point, wait: Point, reason: str) -> Clash:
    return Clash(kind=FindingClass.DEADLINE, a=term, b=wait, reason=reason)
