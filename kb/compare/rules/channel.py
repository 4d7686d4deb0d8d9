"""Where a service is given: what is set, what is told, and where people were served."""

from collections.abc import Iterator

from kb.compare.channels.heard_channels import between_told
from kb.compare.channels.listed_channels import list_differences
from kb.compare.channels.served_people import beyond_list
from kb.compare.channels.told_channels import told_channels
from kb.compare.claims.broken_promises import broken_promise
from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.within_act import act_rules
from kb.model import FindingClass, FindingSeverity


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Channels that texts and people set against each other, and advance registration that is promised and missing."""
    for one, other in list_differences(material, cards=False):
        yield Clash(kind=FindingClass.CHANNEL, a=Point.of(one), b=Point.of(other), reason="lists")
    told = told_channels(material)
    yield from between_told(told)
    yield from beyond_list(material, told)
    yield from broken_promise(material, FindingClass.CHANNEL, "advance_registration")


RULES = (
    ServiceRule(kind=FindingClass.CHANNEL, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.CHANNEL),
)
