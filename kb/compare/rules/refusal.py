"""Why a service may be refused: a ground of one closed list that another closed list lacks."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.denials.denied_sentences import denied_sentences
from kb.compare.item_words import identity, likeness
from kb.compare.list_matching import pair_items
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.stating_texts import text_pairs
from kb.compare.within_act import act_rules
from kb.model import Attribute, FindingClass, FindingSeverity, Statement, Text

SHORTEST = 2  # grounds: what names one is no closed list


def refusal_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """The grounds of one text's list that the other's lacks, each with the first ground of that list; lists without a
    common ground are of other things."""
    for left, right in text_pairs(material, Attribute.REFUSAL_GROUND, cards=cards):
        paired = pair_items(left, right, likeness=_likeness, identity=_identity)
        if min(len(left), len(right)) < SHORTEST or not paired.pairs:
            continue
        for grounds, others in ((paired.only_left, right), (paired.only_right, left)):
            yield from ((one, others[0]) for one in grounds if reach(one, others[0]) is Reach.SAME)


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Grounds for refusal that only one of two norms has."""
    for one, other in refusal_differences(material, cards=False):
        yield Clash(kind=FindingClass.REFUSAL, a=Point.of(one), b=Point.of(other), reason="missing")
    yield from denied_sentences(material, Attribute.REFUSAL_GROUND, FindingClass.REFUSAL, cards=False)


def _likeness(one: Statement, other: Statement) -> float:
    return likeness(_words(one), _words(other), one.evidence.language)


def _identity(one: Statement, other: Statement) -> float:
    return identity(_words(one), _words(other), one.evidence.language)


def _words(statement: Statement) -> str:
    return statement.value.text if isinstance(statement.value, Text) else statement.evidence.quote


RULES = (
    ServiceRule(kind=FindingClass.REFUSAL, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.REFUSAL),
)
