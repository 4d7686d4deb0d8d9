"""In what form a service is given: paper, electronic, or either."""

from collections.abc import Iterator, Sequence

from kb.compare.channels.told_channels import ONLINE, told_channels
from kb.compare.claims.broken_promises import point_of, told_of
from kb.compare.clash import Clash, Point
from kb.compare.forms.form_sets import KINDS, form_differences, stated_forms
from kb.compare.forms.portal_results import given_by_portal
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.model import Attribute, FindingClass, FindingSeverity, Statement, Text
from kb.resolve.scope_meeting import Meeting, meet

ELECTRONIC, PAPER = "electronic", "paper"


def check(material: ServiceMaterial) -> Iterator[Clash]:
    """The forms of two acts in force, and the form asked for in practice against the one that is set."""
    for one, other in form_differences(material, cards=False):
        yield Clash(kind=FindingClass.FORM, a=Point.of(one), b=Point.of(other), reason="acts")
    stated = stated_forms(material)
    if set(stated) == {PAPER}:
        yield from _beside_paper(material, stated[PAPER][0])
    if ELECTRONIC in stated:
        for result, form in given_by_portal(material):
            yield Clash(kind=FindingClass.FORM, a=Point.of(result), b=Point.of(form), reason="portal_result")
    if set(stated) == {ELECTRONIC}:
        yield from _paper_result(material, stated[ELECTRONIC][0])
    yield from _complained(material, "only_electronic", stated.get(PAPER, ()))
    yield from _complained(material, "only_paper", stated.get(ELECTRONIC, ()))
    if len(stated) == 1:
        yield from _complained(material, "originals", stated.get(ELECTRONIC, ()))
        yield from _complained(material, "electronic_submission", stated.get(PAPER, ()))
        yield from _complained(material, "both_forms", next(iter(stated.values())))


def _beside_paper(material: ServiceMaterial, paper: Statement) -> Iterator[Clash]:
    """A portal among the channels, and an electronic result, in the text that gives the service on paper only."""
    for channel in told_channels(material).listed:
        if channel.code in ONLINE and _of_one_text(channel.statement, paper):
            yield Clash(
                kind=FindingClass.FORM, a=Point.of(channel.statement), b=Point.of(paper), reason="portal_on_paper"
            )
            break
    for result in material.of(Attribute.RESULT_FORM):
        if isinstance(result.value, Text) and result.value.code in KINDS and _of_one_text(result, paper):
            yield Clash(kind=FindingClass.FORM, a=Point.of(paper), b=Point.of(result), reason="result_form")
            break


def _paper_result(material: ServiceMaterial, electronic: Statement) -> Iterator[Clash]:
    """A result on paper only in the text that gives the service in electronic form only."""
    results = [
        one
        for one in material.of(Attribute.RESULT_FORM)
        if isinstance(one.value, Text) and one.value.code and _of_one_text(one, electronic)
    ]
    if results and all(isinstance(one.value, Text) and one.value.code == PAPER for one in results):
        yield Clash(kind=FindingClass.FORM, a=Point.of(electronic), b=Point.of(results[0]), reason="result_form")


def _of_one_text(one: Statement, other: Statement) -> bool:
    same = (one.service, one.evidence.snapshot) == (other.service, other.evidence.snapshot)
    return same and meet(one.scope, other.scope) is Meeting.EQUAL


def _complained(material: ServiceMaterial, subject: str, stated: Sequence[Statement]) -> Iterator[Clash]:
    complaints = told_of(material, subject)[1]
    if stated and complaints:
        yield Clash(kind=FindingClass.FORM, a=Point.of(stated[0]), b=point_of(complaints[0]), reason=subject)


RULES = (ServiceRule(kind=FindingClass.FORM, severity=FindingSeverity.MEDIUM, check=check),)
