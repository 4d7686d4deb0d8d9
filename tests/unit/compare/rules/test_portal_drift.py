"""Cards of portals against acts; the services are invented."""

from datetime import date
from decimal import Decimal

from kb.compare.checking import check_service
from kb.model import (
    Attribute,
    Channel,
    ChannelCode,
    Fee,
    FeeKind,
    Finding,
    FindingClass,
    Prevailing,
    RequiredDocument,
    Scope,
    ScopeField,
    SourceKind,
    Text,
    Unit,
    Value,
)
from tests.unit.compare.compared import document, material, stated, term

PORTAL = Scope(channel=ScopeField(text="портал", code="egov_portal"))
OFFICE = Scope(channel=ScopeField(text="канцелярия", code="provider_office"))
OFFICE_ONLY = (Channel(code=ChannelCode.PROVIDER_OFFICE),)
EGOV_ONLY = (Channel(code=ChannelCode.EGOV_PORTAL),)


def drift(
    attribute: Attribute,
    act: tuple[Value, ...],
    card: tuple[Value, ...],
    *,
    scopes: tuple[Scope, Scope] = (Scope(), Scope()),
    until: date | None = None,
    kind: FindingClass = FindingClass.PORTAL_DRIFT,
) -> list[Finding]:
    statements, texts = [], []
    for number, values in enumerate((act, card)):
        words = [f"строка {row} текста {number}" for row in range(len(values))]
        text = document(words, name=f"text-{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        statements += [
            stated(
                text,
                printed,
                value,
                attribute=attribute,
                kind=SourceKind.PORTAL_CARD if number else SourceKind.STANDARD,
                act=None if number else "V1",
                service=f"text/{number}",
                scope=scopes[number],
                until=None if number else until,
            )
            for printed, value in zip(words, values, strict=True)
        ]
    return list(check_service(material(statements, *texts), kinds=[kind]).findings)


def mrp(amount: str) -> Fee:
    return Fee(kind=FeeKind.MRP, amount=Decimal(amount))


def test_another_term_on_the_card_and_the_act_prevails() -> None:
    (found,) = drift(Attribute.DEADLINE, (term(5),), (term(3),))
    assert (found.prevails, found.rule) == (Prevailing.A, "normative_text")
    assert drift(Attribute.DEADLINE, (term(5),), (term(3),), kind=FindingClass.DEADLINE) == []


def test_terms_that_agree_or_are_of_other_channels_are_silent() -> None:
    assert drift(Attribute.DEADLINE, (term(5),), (term(5),)) == []
    assert drift(Attribute.DEADLINE, (term(5),), (term(3),), scopes=(OFFICE, PORTAL)) == []
    assert drift(Attribute.DEADLINE, (term(5),), (term(3),), until=date(2030, 1, 1)) == []
    assert len(drift(Attribute.DEADLINE, (term(5),), (term(5, Unit.CALENDAR_DAY),))) == 1


def test_fees_are_compared_as_values() -> None:
    half = Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(50))
    assert len(drift(Attribute.FEE, (mrp("1"),), (mrp("2"),))) == 1
    assert len(drift(Attribute.FEE, (mrp("1"),), (Fee(kind=FeeKind.FREE),))) == 1
    assert drift(Attribute.FEE, (mrp("0.5"),), (half,)) == []
    assert drift(Attribute.FEE, (mrp("1"),), (mrp("2"),), kind=FindingClass.FEE) == []


def test_the_provider_of_the_card() -> None:
    act, card = Text(text="Министерство юстиции"), Text(text="Министерство сельского хозяйства")
    (found,) = drift(Attribute.PROVIDER, (act,), (card,))
    assert found.prevails is Prevailing.A
    assert drift(Attribute.PROVIDER, (act,), (Text(text="Министерство юстиции Республики Казахстан"),)) == []
    assert drift(Attribute.PROVIDER, (act,), (Text(text="Общество любителей степи"),)) == []


def test_channels_of_the_card_that_the_act_lacks() -> None:
    both = (*OFFICE_ONLY, *EGOV_ONLY)
    assert len(drift(Attribute.CHANNEL, OFFICE_ONLY, both)) == 1
    assert len(drift(Attribute.CHANNEL, both, OFFICE_ONLY)) == 1
    assert drift(Attribute.CHANNEL, both, both) == []
    assert drift(Attribute.CHANNEL, both, EGOV_ONLY) == []  # a portal tells of its own way


def paper(words: str, code: str | None = None, *, obtained: bool = False) -> RequiredDocument:
    return RequiredDocument(text=words, code=code, obtained_by_state=obtained)


def test_documents_that_the_card_asks_for_beside_the_list() -> None:
    act = (paper("заявление", "application"), paper("план вольера"), paper("паспорт птицы"))
    more = (*act, paper("справка о доходах", "income_certificate"))
    assert len(drift(Attribute.DOCUMENT, act, more)) == 1
    assert len(drift(Attribute.DOCUMENT, more, act)) == 1
    assert drift(Attribute.DOCUMENT, act, act[1:]) == []  # the request on the portal is the application
    state = (*act, paper("сведения о доходах", "income_certificate", obtained=True))
    assert drift(Attribute.DOCUMENT, act, state) == []
