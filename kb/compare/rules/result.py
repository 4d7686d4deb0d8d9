"""What a service gives: another document in two texts."""

from collections.abc import Iterator, Sequence

from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.stating_texts import text_pairs
from kb.compare.within_act import act_rules
from kb.model import Attribute, FindingClass, FindingSeverity, Language, Statement, Text
from kb.norms import find_document_types
from kb.text import fold

# How a result is asked for, signed and handed over is no other result.
NO_RESULTS = frozenset({"application", "esignature", "digital_document", "identity_document", "power_of_attorney"})


def result_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """The results of two texts that name known types of documents, and none in common."""
    for left, right in text_pairs(material, Attribute.RESULT, cards=cards):
        mine, theirs = _types(left), _types(right)
        if mine and theirs and not mine & theirs and reach(left[0], right[0]) is Reach.SAME:
            yield left[0], right[0]


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Results of two norms that cannot be one document."""
    for one, other in result_differences(material, cards=False):
        yield Clash(kind=FindingClass.RESULT, a=Point.of(one), b=Point.of(other), reason="document")


def _types(statements: Sequence[Statement]) -> frozenset[str]:
    found: set[str] = set()
    for one in statements:
        if isinstance(one.value, Text):
            language = Language.RU if one.evidence.language is Language.RU else Language.KK
            found |= {named.code for named in find_document_types(fold(one.value.text).text, language)}
    return frozenset(found) - NO_RESULTS


RULES = (
    ServiceRule(kind=FindingClass.RESULT, severity=FindingSeverity.MEDIUM, check=check),
    *act_rules(FindingClass.RESULT),
)
