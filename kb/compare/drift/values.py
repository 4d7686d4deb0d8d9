"""Terms and fees of a card against those of the norms in force."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.fees.amounts import opposed as opposed_fees
from kb.compare.fees.set_fees import outside_table
from kb.compare.fees.text_day import text_day
from kb.compare.material import ServiceMaterial
from kb.compare.rules import stale_index
from kb.compare.stating_texts import text_pairs
from kb.compare.terms.opposed import opposed as opposed_terms
from kb.model import Attribute, Deadline, Fee, FindingClass, Issue, Statement
from kb.norms import NormsError


def term_differences(material: ServiceMaterial) -> Iterator[tuple[Statement, Statement]]:
    """Terms for one case that cannot both be kept; where a text has several terms for it, none of them fits."""
    for left, right in text_pairs(material, Attribute.DEADLINE, cards=True):
        for card in right:
            facing = [one for one in left if reach(one, card) is Reach.SAME]
            if facing and all(_oppose(one, card) for one in facing):
                yield facing[0], card


def fee_differences(material: ServiceMaterial) -> Iterator[tuple[Statement, Statement] | Issue]:
    """Fees for one case that cannot both be paid; a sum by an old index is told by the rule of that."""
    stale = {
        clash.b.statement.id for clash in stale_index.check(material) if isinstance(clash, Clash) and clash.b.statement
    }
    for left, right in text_pairs(material, Attribute.FEE, cards=True):
        for card in right:
            facing = [one for one in left if reach(one, card) is Reach.SAME]
            try:
                apart = bool(facing) and all(_cannot_both(material, one, card) for one in facing)
            except NormsError as problem:
                yield outside_table(card, problem)
                continue
            if apart and card.id not in stale:
                yield facing[0], card


def _oppose(one: Statement, other: Statement) -> bool:
    left, right = one.value, other.value
    return isinstance(left, Deadline) and isinstance(right, Deadline) and opposed_terms(left, right) is not None


def _cannot_both(material: ServiceMaterial, one: Statement, other: Statement) -> bool:
    left, right = one.value, other.value
    if not isinstance(left, Fee) or not isinstance(right, Fee):
        return False
    return opposed_fees(left, right, text_day(material, other)) is not None


def clash_of(pair: tuple[Statement, Statement], reason: str) -> Clash:
    """The norm and the card as sides."""
    one, other = pair
    return Clash(kind=FindingClass.PORTAL_DRIFT, a=Point.of(one), b=Point.of(other), reason=reason)
