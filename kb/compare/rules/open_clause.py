"""A list of documents that does not close: it lets the body ask for what it does not name."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.documents.wording import pattern
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.compare.within_act import act_rules
from kb.model import Attribute, FindingClass, FindingSeverity, SourceKind, Statement
from kb.resolve.effective import RuledStanding
from kb.text import fold, fold_kazakh

NORMS = (SourceKind.ACT, SourceKind.STANDARD)


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Items such as «and other documents» in the lists of acts in force; both sides cite the clause, since nothing
    stands against it but its own list."""
    yield from told_once(_open_items(material))


def _open_items(material: ServiceMaterial) -> Iterator[Clash]:
    for one in material.of(Attribute.DOCUMENT):
        if one.source_kind in NORMS and material.standing(one) is RuledStanding.IN_FORCE and _is_open(one):
            own = Point(evidence=one.evidence, source_kind=one.source_kind)
            yield Clash(kind=FindingClass.OPEN_CLAUSE, a=Point.of(one), b=own, reason="other_documents")


def _is_open(statement: Statement) -> bool:
    plain = fold_kazakh(fold(statement.evidence.quote).text)
    return bool(pattern("open_item").search(plain)) and not pattern("closed_elsewhere").search(plain)


RULES = (
    ServiceRule(kind=FindingClass.OPEN_CLAUSE, severity=FindingSeverity.MEDIUM, check=check),
    *act_rules(FindingClass.OPEN_CLAUSE),
)
