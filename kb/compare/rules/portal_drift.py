"""A portal's card that says something else than the norms in force."""

from collections.abc import Iterator

from kb.compare.bodies.two_texts import provider_differences
from kb.compare.channels.listed_channels import list_differences
from kb.compare.clash import Clash, Point
from kb.compare.denials.denied_sentences import denied_sentences
from kb.compare.documents.differences import differences
from kb.compare.drift.values import clash_of, fee_differences, term_differences
from kb.compare.fees.payers import payer_differences
from kb.compare.forms.form_sets import form_differences
from kb.compare.material import ServiceMaterial
from kb.compare.recipients.conditions import condition_differences
from kb.compare.recipients.persons import person_differences
from kb.compare.rule import ServiceRule
from kb.compare.rules.refusal import refusal_differences
from kb.compare.rules.result import result_differences
from kb.compare.stating_texts import text_pairs
from kb.compare.terms.told_once import told_once
from kb.model import Attribute, FindingClass, FindingSeverity, Issue

DENIED = (Attribute.FEE, Attribute.DOCUMENT, Attribute.REFUSAL_GROUND)


def check(material: ServiceMaterial) -> Iterator[Clash | Issue]:
    """All values of cards, and what cards deny in the words of the norm."""
    yield from told_once(clash_of(pair, "term") for pair in term_differences(material))
    fees = list(fee_differences(material))
    yield from (one for one in fees if isinstance(one, Issue))
    payers = (
        clash_of((one.one, one.other), "fee" if one.kind == "amount" else "payers")
        for one in payer_differences(material, cards=True)
    )
    yield from told_once((*(clash_of(one, "fee") for one in fees if not isinstance(one, Issue)), *payers))
    yield from (clash_of(pair, "provider") for pair in provider_differences(material, cards=True))
    yield from (clash_of(pair, "channel") for pair in list_differences(material, cards=True))
    yield from (clash_of(pair, "form") for pair in form_differences(material, cards=True))
    yield from (clash_of(pair, "result") for pair in result_differences(material, cards=True))
    yield from (clash_of(pair, "recipients") for pair in person_differences(material, cards=True))
    yield from (clash_of(pair, "condition") for pair in condition_differences(material, cards=True))
    yield from (clash_of(pair, "refusal") for pair in refusal_differences(material, cards=True))
    yield from _documents(material)
    for attribute in DENIED:
        yield from denied_sentences(material, attribute, FindingClass.PORTAL_DRIFT, cards=True)


def _documents(material: ServiceMaterial) -> Iterator[Clash]:
    for left, right in text_pairs(material, Attribute.DOCUMENT, cards=True):
        for found in differences(left, right, portal=True):
            yield Clash(
                kind=FindingClass.PORTAL_DRIFT,
                a=Point.of(found.one.statement),
                b=Point.of(found.other.statement),
                reason=f"document_{found.kind}",
                words={"document": found.named()},
            )


RULES = (ServiceRule(kind=FindingClass.PORTAL_DRIFT, severity=FindingSeverity.HIGH, check=check),)
