"""Text of another service that stands under a service."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.compare.clash import Clash, Point
from kb.compare.material import BaseMaterial
from kb.compare.rule import BaseRule
from kb.compare.within_act import act_rules
from kb.model import Document, Evidence, FindingClass, FindingSeverity, Language, Service, SourceKind
from kb.model.overlap import RepeatedPlace

if TYPE_CHECKING:
    from kb.compare.overlap import PastedText

NAMED = ("name", "passage")  # kinds of pasted text whose words name the other service


def check(material: BaseMaterial) -> Iterator[tuple[str, Clash]]:
    """What was pasted: beside the own name where the words name the other service, else beside its other place."""
    # Loaded late: what measures repeats takes a second and much memory, and most runs of the program do without it.
    from kb.compare.overlap import find_pasted  # noqa: PLC0415

    services = {one.id: one for one in material.services}
    for found in find_pasted(material.overlap, material.services, material.read_texts, text_of=material.text_of):
        clash = _clash(material, found, services)
        if clash:
            yield found.service, clash


def _clash(material: BaseMaterial, found: "PastedText", services: dict[str, Service]) -> Clash | None:
    pasted, twin = _cite(material, found.a), _cite(material, found.b)
    if pasted is None or twin is None:
        return None
    own = material.name_of(found.service) if found.kind.value in NAMED else None
    first, second = (own, pasted) if own else (pasted, twin)
    other = services.get(found.other)
    return Clash(
        kind=FindingClass.PASTED_TEXT,
        a=_point(first, material.text_of(first.snapshot)),
        b=_point(second, material.text_of(second.snapshot)),
        reason=found.kind.value,
        words={"other": _name(other) if other else found.other, "words": ", ".join(found.words)},
    )


def _cite(material: BaseMaterial, place: RepeatedPlace) -> Evidence | None:
    document = material.text_of(place.snapshot)
    return document.cite(place.start, place.end, place.clause) if document else None


def _point(evidence: Evidence, document: Document | None) -> Point:
    kind = SourceKind.ACT if document and document.act else SourceKind.STANDARD
    return Point(evidence=evidence, source_kind=kind)


def _name(service: Service) -> dict[Language, str]:
    kazakh, russian = service.name_kk or service.name_ru or service.id, service.name_ru or service.name_kk or service.id
    return {Language.KK: kazakh, Language.RU: russian, Language.EN: russian}


RULES = (
    BaseRule(kind=FindingClass.PASTED_TEXT, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.PASTED_TEXT),
)
