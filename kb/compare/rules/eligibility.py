"""Who may get a service: other numbers in a condition, other recipients."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.recipients.conditions import condition_differences
from kb.compare.recipients.persons import person_differences
from kb.compare.rule import ServiceRule
from kb.compare.within_act import act_rules
from kb.model import FindingClass, FindingSeverity


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Ages, quantities and experience of two norms that no one number satisfies, and persons whom only one of them
    serves."""
    for one, other in condition_differences(material, cards=False):
        yield Clash(kind=FindingClass.ELIGIBILITY, a=Point.of(one), b=Point.of(other), reason="number")
    for one, other in person_differences(material, cards=False):
        yield Clash(kind=FindingClass.ELIGIBILITY, a=Point.of(one), b=Point.of(other), reason="recipients")


RULES = (
    ServiceRule(kind=FindingClass.ELIGIBILITY, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.ELIGIBILITY),
)
