"""Fees that cannot both be paid, between texts and between texts and what is told."""

from collections.abc import Iterable

from kb.compare.clash import Clash, Point
from kb.compare.denials.denied_sentences import denied_sentences
from kb.compare.fees.missing_numbers import told_in_other_records
from kb.compare.fees.payers import payer_differences
from kb.compare.fees.set_fees import between_set, between_told
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.model import Attribute, FindingClass, FindingSeverity, Issue


def check(material: ServiceMaterial) -> Iterable[Clash | Issue]:
    """Set fees against set fees, who pays them, then what is told of them, numbers left out, and what is denied."""
    payers = (
        Clash(kind=FindingClass.FEE, a=Point.of(found.one), b=Point.of(found.other), reason=found.kind)
        for found in payer_differences(material, cards=False)
    )
    seen = (*between_set(material), *payers, *between_told(material), *told_in_other_records(material))
    yield from told_once(one for one in seen if isinstance(one, Clash))
    yield from (one for one in seen if isinstance(one, Issue))
    yield from denied_sentences(material, Attribute.FEE, FindingClass.FEE, cards=False)


RULES = (ServiceRule(kind=FindingClass.FEE, severity=FindingSeverity.HIGH, check=check),)
