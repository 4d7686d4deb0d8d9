"""The documents that a service asks for: lists against each other, and what people were asked for beyond them."""

from collections.abc import Iterator

from kb.compare.claims.broken_promises import broken_promise
from kb.compare.clash import Clash, Point
from kb.compare.denials.denied_sentences import denied_sentences
from kb.compare.documents.differences import differences
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.stating_texts import text_pairs
from kb.compare.within_act import act_rules
from kb.model import Attribute, FindingClass, FindingSeverity

OUTSIDE = "document_list"
SUBJECTS = (
    "right_list",
    "repeated_documents",
    "spared_documents",
    "full_list",
    "listed_additional",
    "few_documents",
    "other_list",
)
# Papers beyond what is needed, the more telling words first: one tale of them is one contradiction.
BEYOND = (OUTSIDE, "extra_papers", "needless_papers")


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Documents that one act's list has and another's lacks, another form of a document, papers asked for outside the
    list, lists told wrongly, papers to be brought again though nothing changed."""
    yield from between_lists(material)
    yield from denied_sentences(material, Attribute.DOCUMENT, FindingClass.DOCUMENTS, cards=False)
    told: set[int | None] = set()
    for subject in BEYOND:
        for clash in broken_promise(material, FindingClass.DOCUMENTS, subject, apart=subject == OUTSIDE):
            if clash.b.evidence.line not in told:
                yield clash
            told |= {clash.a.evidence.line, clash.b.evidence.line}
    for subject in SUBJECTS:
        yield from broken_promise(material, FindingClass.DOCUMENTS, subject)


def between_lists(material: ServiceMaterial) -> Iterator[Clash]:
    """What the lists of two norms do not have in common; portal cards are weighed by portal_drift."""
    for left, right in text_pairs(material, Attribute.DOCUMENT, cards=False):
        for found in differences(left, right):
            yield Clash(
                kind=FindingClass.DOCUMENTS,
                a=Point.of(found.one.statement),
                b=Point.of(found.other.statement),
                reason=found.kind,
                words={"document": found.named()},
            )


RULES = (
    ServiceRule(kind=FindingClass.DOCUMENTS, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.DOCUMENTS),
)
