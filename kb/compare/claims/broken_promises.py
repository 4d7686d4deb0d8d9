"""A promise and the complaint that it was not kept."""

from collections.abc import Iterator
from itertools import product

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.model import FindingClass, Remark, RemarkKind


def broken_promise(
    material: ServiceMaterial, kind: FindingClass, subject: str, *, apart: bool = False
) -> Iterator[Clash]:
    """One clash of the subject at most, its code as the reason: the promise and the complaint next to each other; with
    `apart` the first promise and a complaint from another line where there is one, which tells more than the words
    around the promise."""
    promises, complaints = told_of(material, subject)
    if promises and complaints:
        nearest = min(product(promises[:1] if apart else promises, complaints), key=lambda pair: _distance(*pair))
        promise, complaint = nearest
        if apart:
            complaint = next((one for one in complaints if one.evidence.line != promise.evidence.line), complaint)
        yield Clash(kind=kind, a=point_of(promise), b=point_of(complaint), reason=subject)


def told_of(material: ServiceMaterial, subject: str) -> tuple[list[Remark], list[Remark]]:
    """The promises and the complaints about a subject, in reading order."""
    told = [one for one in material.remarks if one.subject == subject]
    promises = [one for one in told if one.kind is RemarkKind.PROMISE]
    return promises, [one for one in told if one.kind is RemarkKind.COMPLAINT]


def point_of(remark: Remark) -> Point:
    """A remark as a side of a clash."""
    return Point(evidence=remark.evidence, source_kind=remark.source_kind)


def _distance(one: Remark, other: Remark) -> int:
    return abs(one.evidence.start - other.evidence.start)
