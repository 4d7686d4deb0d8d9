"""What is free and what is paid, for whom and for whom not; invented wording."""

import pytest

from kb.extract import extract_text
from kb.model import Fee, Language

KK, RU = Language.KK, Language.RU
Told = list[tuple[str, str | None]]


def fees(text: str, language: Language) -> Told:
    """The kinds of the fees of a text with the payer of each."""
    return [
        (one.value.kind.value, one.scope.recipient.code if one.scope.recipient else None)
        for one in extract_text(text, language).statements
        if isinstance(one.value, Fee)
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Услуга не оказывается бесплатно.", RU),
        ("Государственная услуга не оказывается жителям посёлка бесплатно.", RU),
        ("Төлемақы мөлшері: тегін емес.", KK),
        ("Төлемақы мөлшері: тегін көрсетілмейді.", KK),
        ("Размер платы: взимается.", RU),
        ("Размер платы: плата взимается при подаче.", RU),
        ("Төлемақы мөлшері: алым алынады.", KK),
    ],
)
def test_what_is_denied_to_be_free_and_what_is_charged_is_paid(text: str, language: Language) -> None:
    assert [kind for kind, _ in fees(text, language)] == ["paid_unspecified"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Размер платы: не взимается.", RU),
        ("Размер платы: без взимания платы.", RU),
        ("Размер платы: плата не требуется.", RU),
        ("Төлемақы мөлшері: алынбайды.", KK),
    ],
)
def test_what_is_not_charged_is_free(text: str, language: Language) -> None:
    assert fees(text, language) == [("free", None)]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Государственная услуга оказывается бесплатно физическим лицам.", RU, [("free", "individual")]),
        ("Государственная услуга оказывается на бесплатной основе юридическим лицам.", RU, [("free", "legal_entity")]),
        ("Государственная услуга оказывается бесплатно физическим и юридическим лицам.", RU, [("free", None)]),
        (
            "Государственная услуга оказывается бесплатно физическим лицам и платно юридическим лицам.",
            RU,
            [("free", "individual"), ("paid_unspecified", "legal_entity")],
        ),
        (
            "Размер платы: бесплатно, за исключением юридических лиц.",
            RU,
            [("free", None), ("paid_unspecified", "legal_entity")],
        ),
        (
            "Төлемақы мөлшері: заңды тұлғаларды қоспағанда, тегін.",
            KK,
            [("free", None), ("paid_unspecified", "legal_entity")],
        ),
    ],
)
def test_for_whom_it_is_free(text: str, language: Language, told: Told) -> None:
    assert fees(text, language) == told


def test_the_words_that_name_all_payers_are_quoted() -> None:
    text = "Государственная услуга оказывается бесплатно физическим и юридическим лицам."
    (fee,) = (one for one in extract_text(text, RU).statements if isinstance(one.value, Fee))
    assert fee.evidence.quote.endswith("физическим и юридическим лицам")
