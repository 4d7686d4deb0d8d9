"""Waiting in queues that was measured, against what is set for it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.terms.norm_terms import is_general, set_terms
from kb.model import Attribute, Deadline, FindingClass, Purpose, Remark, SourceKind, Statement, Unit
from kb.resolve.speakers import is_norm
from kb.text import find_numbers, fold

LONGER_WAIT = "longer_wait"
PROMISED_WAIT = "promised_wait"
ALL_WAITS_KEPT = "all_waits_kept"
Wait = tuple[Statement, Decimal | None]
MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: 8 * 60}  # a day in a queue is one of work


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
    denied = [one for _, one in longer] or _longer_than_claimed(waits, claim, terms)
    if denied and claim:
        yield _clash(Point.of(denied[0]), _point(claim), "waits_claimed_kept")
    for statement in material.of(Attribute.DEADLINE):
        told = _told_minutes(statement)
        if told is not None and (term := _exceeded(terms, told)):
            yield _clash(Point.of(term), Point.of(statement), "told_wait")
    promised = [one for one in material.remarks if one.subject == PROMISED_WAIT]
    if not terms:
        yield from _longer_than_promised(waits, promised)
    for remark in material.remarks:
        if remark.subject != LONGER_WAIT:
            continue
        share = _point(remark)
        near = [one for one in promised if one.evidence.clause == remark.evidence.clause]
        own = next(iter(near or ([] if terms else promised)), None)
        if own is not None and own.value is None and (short := _short_term(material)):
            yield _clash(Point.of(short), share, "share_waits")  # «than the standard says»: the line that says it
        elif own is not None and (remark.value is None or own.value is None or remark.value >= own.value):
            yield _clash(_point(own), share, "share_waits")
        elif remark.value is not None and (term := _exceeded(terms, remark.value, reached=True)):
            yield _clash(Point.of(term), share, "share_waits")


def _longer_than_claimed(
    waits: Sequence[Wait], claim: Remark | None, terms: Sequence[tuple[Statement, Decimal]]
) -> list[Statement]:
    """The waiting that took longer than an overview says of all services, where the standard of this one sets none."""
    if terms or claim is None or claim.value is None:
        return []
    return [one for one, number in waits if number is not None and number > claim.value]


def _longer_than_promised(waits: Sequence[Wait], promised: Sequence[Remark]) -> Iterator[Clash]:
    """The waiting that took longer than a report says in another place that the standard allows."""
    allowed = max((one for one in promised if one.value is not None), key=lambda one: one.value or 0, default=None)
    for one, number in waits:
        if allowed and number is not None and allowed.value is not None and number > allowed.value:
            yield _clash(_point(allowed), Point.of(one), "mean_wait")


def _short_term(material: ServiceMaterial) -> Statement | None:
    """The longest term of the standard in minutes or hours, whatever it is the time of; None where it has none."""
    short = [
        (one, minutes)
        for one, term in set_terms(material)
        if one.source_kind is SourceKind.STANDARD and is_general(one) and (minutes := _minutes(term)) is not None
    ]
    return max(short, key=lambda one: one[1])[0] if short else None


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
