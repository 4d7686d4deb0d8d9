"""In what form a service is given: paper, electronic, or either."""

from collections.abc import Iterator, Sequence

from kb.compare.claims.broken_promises import point_of, told_of
from kb.compare.clash import Clash, Point
from kb.compare.forms.form_sets import form_differences, stated_forms
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.model import FindingClass, FindingSeverity, Statement

ELECTRONIC, PAPER = "electronic", "paper"


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """The forms of two acts in force, and the form asked for in practice against the one that is set."""
    for one, other in form_differences(material, cards=False):
        yield Clash(kind=FindingClass.FORM, a=Point.of(one), b=Point.of(other), reason="acts")
    stated = stated_forms(material)
    yield from _complained(material, "only_electronic", stated.get(PAPER, ()))
    yield from _complained(material, "only_paper", stated.get(ELECTRONIC, ()))
    if len(stated) == 1:
        yield from _complained(material, "both_forms", next(iter(stated.values())))


def _complained(material: ServiceMaterial, subject: str, stated: Sequence[Statement]) -> Iterator[Clash]:
    complaints = told_of(material, subject)[1]
    if stated and complaints:
        yield Clash(kind=FindingClass.FORM, a=Point.of(stated[0]), b=point_of(complaints[0]), reason=subject)


RULES = (ServiceRule(kind=FindingClass.FORM, severity=FindingSeverity.MEDIUM, check=check),)
