"""Terms that cannot both be kept, between texts and between texts and what is told or was met."""

from collections.abc import Iterable

from kb.compare.clash import Clash
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.broken_terms import between_broken
from kb.compare.terms.heard_terms import between_heard
from kb.compare.terms.norm_terms import between_norms
from kb.compare.terms.speaker_names import name_apart
from kb.compare.terms.told_once import told_once
from kb.compare.terms.waits import between_waits
from kb.compare.within_act import act_rules
from kb.model import FindingClass, FindingSeverity


def check(material: ServiceMaterial) -> Iterable[Clash]:
    """Set terms against set terms, then what is told of them, then what waiting was measured."""
    told = (*between_heard(material), *between_broken(material), *between_waits(material))
    return [name_apart(clash) for clash in told_once((*between_norms(material), *told))]


RULES = (
    ServiceRule(kind=FindingClass.DEADLINE, severity=FindingSeverity.HIGH, check=check),
    *act_rules(FindingClass.DEADLINE),
)
