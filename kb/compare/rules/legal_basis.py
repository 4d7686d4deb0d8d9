"""References of an act that lead nowhere or to what does not hold."""

from collections.abc import Iterator
from datetime import date

from kb.compare.clash import Clash, Point
from kb.compare.legal_basis import BasisFault, BasisKind, find_basis_faults
from kb.compare.material import ActMaterial
from kb.compare.rule import ActRule
from kb.compare.within_act import act_rules
from kb.model import ActStatus, Document, FindingClass, FindingSeverity, SourceKind

LOW = (BasisKind.TWO_NUMBERS, BasisKind.ANNEX_TWICE)


def check(material: ActMaterial) -> Iterator[Clash]:
    """Each fault of each text in force. The other side is the clause that shows it, else the same clause in the other
    language where that has the fault too, else the clause itself."""
    found = [
        (document, fault)
        for document in material.texts
        for fault in find_basis_faults(document, day=_asked_day(material, document), known=material.known)
    ]
    twins: dict[tuple[str, str, str], tuple[Document, BasisFault]] = {}
    for document, fault in found:
        key = (fault.kind.value, fault.clause, repr(fault.path))
        first = twins.setdefault(key, (document, fault))
        if first[0].language is not document.language and fault.other is None:
            continue
        twin = next((other for other in found if _is_twin(other, document, fault)), None)
        yield _clash(document, fault, twin)


def _asked_day(material: ActMaterial, document: Document) -> date:
    """The day on which cited acts must hold: that of the edition, where no source tells that the act is in force (the
    base may lack a later edition, which cites otherwise)."""
    begun = document.edition.date if document.edition else None
    if begun is None or material.act.status is ActStatus.IN_FORCE:
        return material.day
    return min(begun, material.day)


def _is_twin(other: tuple[Document, BasisFault], document: Document, fault: BasisFault) -> bool:
    return (
        fault.other is None
        and other[0].language is not document.language
        and (other[1].kind, other[1].clause, other[1].path) == (fault.kind, fault.clause, fault.path)
    )


def _clash(document: Document, fault: BasisFault, twin: tuple[Document, BasisFault] | None) -> Clash:
    spans = {clause.id: (clause.start, clause.end) for clause in document.clauses}
    start, end = spans.get(fault.other or "", spans.get(fault.clause, (fault.start, fault.end)))
    named = fault.act
    told = (
        " ".join(part for part in (named.title or "", f"№ {named.number}" if named.number else "") if part)
        if named
        else ""
    )
    return Clash(
        kind=FindingClass.LEGAL_BASIS,
        a=_point(document, fault.start, fault.end, fault.clause),
        b=_point(twin[0], twin[1].start, twin[1].end, twin[1].clause)
        if twin
        else _point(document, start, end, fault.other if fault.other in spans else fault.clause),
        reason="repealed_by" if fault.kind is BasisKind.REPEALED_ACT and fault.law else fault.kind.value,
        words={"act": told, "since": fault.since or "—", "law": fault.law or "—"},
        severity=FindingSeverity.LOW if fault.kind in LOW else None,
    )


def _point(document: Document, start: int, end: int, clause: str | None) -> Point:
    return Point(evidence=document.cite(start, end, clause), source_kind=SourceKind.ACT)


RULES = (
    ActRule(kind=FindingClass.LEGAL_BASIS, severity=FindingSeverity.MEDIUM, check=check),
    *act_rules(FindingClass.LEGAL_BASIS),
)
