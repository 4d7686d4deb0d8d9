"""Who provides a service: bodies that have nothing to do with each other, each named as the provider."""

from collections.abc import Iterator

from kb.compare.bodies.named_providers import named_providers
from kb.compare.bodies.told_providers import told_otherwise, within_one_text
from kb.compare.bodies.two_texts import provider_differences
from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.model import FindingClass, FindingSeverity


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """Two providers in the norms, and another one in the text around or in a table; a successor, a body above or below
    and local bodies of several levels are one provider."""
    named = named_providers(material)
    between = (
        Clash(kind=FindingClass.PROVIDER, a=Point.of(one), b=Point.of(other), reason="two")
        for one, other in provider_differences(material, cards=False)
    )
    yield from told_once((*between, *within_one_text(named)))
    yield from told_otherwise(material, named)


RULES = (ServiceRule(kind=FindingClass.PROVIDER, severity=FindingSeverity.HIGH, check=check),)
