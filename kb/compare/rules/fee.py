"""Fees that cannot both be paid, between texts and between texts and what is told."""

from collections.abc import Iterable

from kb.compare.clash import Clash
from kb.compare.fees.missing_numbers import told_in_other_records
from kb.compare.fees.set_fees import between_set, between_told
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.model import FindingClass, FindingSeverity, Issue


def check(material: ServiceMaterial) -> Iterable[Clash | Issue]:
    """Set fees against set fees, then what is told of them, then numbers left out."""
    seen = (*between_set(material), *between_told(material), *told_in_other_records(material))
    yield from told_once(one for one in seen if isinstance(one, Clash))
    yield from (one for one in seen if isinstance(one, Issue))


RULES = (ServiceRule(kind=FindingClass.FEE, severity=FindingSeverity.HIGH, check=check),)
