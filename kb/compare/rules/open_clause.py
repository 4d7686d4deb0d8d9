"""A list of documents that does not close: it lets the body ask for what it does not name."""

from collections.abc import Iterator

from kb.compare.claims.broken_promises import point_of, told_of
from kb.compare.clash import Clash, Point
from kb.compare.documents.wording import pattern
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.compare.within_act import act_rules
from kb.compare.within_act.told import Told, told_in
from kb.model import Attribute, FindingClass, FindingSeverity, SourceKind, Statement
from kb.resolve.effective import RuledStanding
from kb.text import fold_plain

TOLD_LIST, OPEN_LIST = "extra_papers", "open_list"
NORMS = (SourceKind.ACT, SourceKind.STANDARD)


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Items such as «and other documents» in the lists of acts in force, against the line that opens the list. What a
    report quotes stands against the words that tell of the list."""
    yield from told_once((*_open_items(material), *_told_open(material)))


def _open_items(material: ServiceMaterial) -> Iterator[Clash]:
    for one in material.of(Attribute.DOCUMENT):
        if one.source_kind in NORMS and material.standing(one) is RuledStanding.IN_FORCE and _is_open(one):
            b = _opening(material, one) or Point(evidence=one.evidence, source_kind=one.source_kind)
            yield Clash(kind=FindingClass.OPEN_CLAUSE, a=Point.of(one), b=b, reason="other_documents")


def _opening(material: ServiceMaterial, item: Statement) -> Point | None:
    """The line that opens the list of an item in a table: the last before it that ends in a colon, else the first of
    its row; None where the item opens it or stands in no table."""
    document = material.text_of(item.evidence.snapshot)
    told = told_in(document) if document else ()
    here = next((place for place, one in enumerate(told) if _holds(one, item)), None)
    if here is None or told[here].row is None:
        return None
    first = None
    for one in reversed(told[:here]):
        if one.row != told[here].row:
            break
        first = one
        if one.text.plain.rstrip().endswith(":"):
            break
    return first.point() if first else None


def _holds(told: Told, item: Statement) -> bool:
    start, end = told.text.whole()
    return start <= item.evidence.start < end


def _told_open(material: ServiceMaterial) -> Iterator[Clash]:
    lists, _ = told_of(material, TOLD_LIST)
    for remark in told_of(material, OPEN_LIST)[0][:1]:
        told = point_of(remark)
        listed = point_of(lists[0]) if lists else told
        yield Clash(kind=FindingClass.OPEN_CLAUSE, a=listed, b=told, reason="told_open" if lists else "other_documents")


def _is_open(statement: Statement) -> bool:
    plain = fold_plain(statement.evidence.quote)
    closed = pattern("closed_elsewhere").search(plain) or pattern("if_at_hand").search(plain)
    return bool(pattern("open_item").search(plain)) and not closed


RULES = (
    ServiceRule(kind=FindingClass.OPEN_CLAUSE, severity=FindingSeverity.MEDIUM, check=check),
    *act_rules(FindingClass.OPEN_CLAUSE),
)
