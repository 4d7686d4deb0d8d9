"""Who pays by two texts; the services and the wording are invented."""

from decimal import Decimal

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, Fee, FeeKind, Finding, FindingClass, Scope, ScopeField, SourceKind
from tests.unit.compare.compared import document, material, stated

FREE, PAID = Fee(kind=FeeKind.FREE), Fee(kind=FeeKind.PAID_UNSPECIFIED)
TWO, THREE = (Fee(kind=FeeKind.MRP, amount=Decimal(number)) for number in (2, 3))
ALL = Scope()
PEOPLE = Scope(recipient=ScopeField(text="жителям", code="individual"))
FIRMS = Scope(recipient=ScopeField(text="фирмам", code="legal_entity"))
COPY = Scope(case=ScopeField(text="за копию"))
BOTH = "физическим и юридическим лицам бесплатно"
Fees = tuple[tuple[str, Fee, Scope], ...]


def told(one: Fees, other: Fees, *, card: bool = False) -> list[Finding]:
    """What is found between an act and another act, or the card of a portal."""
    statements, texts = [], []
    for number, fees in enumerate((one, other)):
        text = document([words for words, *_ in fees], name=f"{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        of_card = card and number == 1
        statements += [
            stated(
                text, words, fee, attribute=Attribute.FEE, scope=scope, act=None if of_card else f"V{number}",
                service=f"text/{number}", kind=SourceKind.PORTAL_CARD if of_card else SourceKind.STANDARD,
            )
            for words, fee, scope in fees
        ]  # fmt: skip
    kind = FindingClass.PORTAL_DRIFT if card else FindingClass.FEE
    return list(check_service(material(statements, *texts), kinds=[kind]).findings)


@pytest.mark.parametrize("card", [False, True])
def test_a_price_for_some_beside_free_for_all_who_are_named(card: bool) -> None:
    parted: Fees = (("жителям бесплатно", FREE, PEOPLE), ("фирмам платно", PAID, FIRMS))
    (found,) = told(((BOTH, FREE, ALL),), parted, card=card)
    assert (found.a.evidence.quote, found.b.evidence.quote) == (BOTH, "фирмам платно")


def test_a_price_for_some_is_an_exception_where_nobody_is_named() -> None:
    parted: Fees = (("жителям бесплатно", FREE, PEOPLE), ("фирмам платно", PAID, FIRMS))
    assert told((("услуга бесплатна", FREE, ALL),), parted) == []


def test_the_only_price_of_a_text_is_no_exception() -> None:
    assert len(told((("всем 2 МРП", TWO, ALL),), (("жителям 3 МРП", THREE, PEOPLE),))) == 1
    assert told((("всем 2 МРП", TWO, ALL),), (("жителям 2 МРП", TWO, PEOPLE),)) == []


@pytest.mark.parametrize("card", [False, True])
def test_fees_for_different_persons(card: bool) -> None:
    people: Fees = (("жителям бесплатно", FREE, PEOPLE),)
    firms: Fees = (("фирмам бесплатно", FREE, FIRMS),)
    assert len(told(people, firms, card=card)) == 1
    assert told(people, people, card=card) == []
    assert told(people, (*people, *firms), card=card) == []


def test_a_text_that_is_free_and_one_with_prices_alone() -> None:
    free: Fees = (("услуга бесплатна", FREE, ALL),)
    assert len(told(free, (("за копию 2 МРП", TWO, COPY),))) == 1
    assert told(free, (("бесплатно в остальном", FREE, ALL), ("за копию 2 МРП", TWO, COPY))) == []
