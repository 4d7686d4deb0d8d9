"""Sentences that deny a value or speak of something else state none; invented wording."""

import pytest

from kb.extract import extract_text
from kb.model import Attribute, Channel, Deadline, Fee, FeeKind, Language

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Услуга не является бесплатной.", RU),
        ("Услуга небесплатна.", RU),
        ("Услуга не оказывается бесплатно.", RU),
        ("Қызмет тегін көрсетілмейді.", KK),
        ("Қызмет тегін емес.", KK),
    ],
)
def test_what_is_denied_to_be_free_is_not_free(text: str, language: Language) -> None:
    fees = [item.value for item in extract_text(text, language).statements if isinstance(item.value, Fee)]
    assert FeeKind.FREE not in [fee.kind for fee in fees]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Возраст ребёнка до 3 лет.", RU),
        ("Опыт работы не менее 5 лет.", RU),
        ("Стаж работы по специальности 2 года.", RU),
        ("Үш жылдан аса жұмыс өтілі бар.", KK),
    ],
)
def test_ages_and_experience_are_no_terms(text: str, language: Language) -> None:
    assert [item for item in extract_text(text, language).statements if item.attribute is Attribute.DEADLINE] == []


def terms(text: str, language: Language) -> list[tuple[int | None, str]]:
    values = [item.value for item in extract_text(text, language).statements]
    return [
        (None if value.value is None else int(value.value), value.purpose.value)
        for value in values
        if isinstance(value, Deadline)
    ]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Срок оказания: не 3 рабочих дня, а 5 рабочих дней.", RU, [(5, "service")]),
        ("Көрсету мерзімі: 3 жұмыс күні емес, 5 жұмыс күні.", KK, [(5, "service")]),
        ("Срок оказания: не более 3 рабочих дней.", RU, [(3, "service")]),
        ("Көрсету мерзімі: 3 жұмыс күнінен көп емес.", KK, [(3, "service")]),
    ],
)
def test_a_term_that_is_denied_is_none_and_a_bound_is_no_denial(
    text: str, language: Language, found: list[tuple[int, str]]
) -> None:
    assert terms(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"), [("Срок оказания: 1 месяц 10 дней.", RU), ("Көрсету мерзімі: 1 ай 15 күн.", KK)]
)
def test_months_with_days_are_one_gap(text: str, language: Language) -> None:
    assert terms(text, language) == [(None, "service")]
    assert [gap.reason for gap in extract_text(text, language).gaps] == ["mixed_units"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Кезекте күтудің ең ұзақ уақыты – 15 минут, қызмет көрсетудің ең ұзақ уақыты – 20 минут.",
            KK,
            [(15, "queue"), (20, "serving")],
        ),
        ("Время обслуживания – 20 минут, время ожидания – 15 минут.", RU, [(20, "serving"), (15, "queue")]),
    ],
)
def test_a_sentence_may_go_on_from_one_time_at_the_office_to_the_other(
    text: str, language: Language, found: list[tuple[int, str]]
) -> None:
    assert terms(text, language) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Приём заявлений: не через канцелярию услугодателя, а через портал egov.kz.", RU),
        ("Өтініш қабылдау: қызмет берушінің кеңсесі арқылы емес, egov.kz порталы арқылы.", KK),
        ("Приём заявлений: через портал egov.kz, кроме канцелярии услугодателя.", RU),
        ("Өтініш қабылдау: қызмет берушінің кеңсесін қоспағанда, egov.kz порталы арқылы.", KK),
    ],
)
def test_a_channel_that_is_denied_is_not_offered(text: str, language: Language) -> None:
    values = [item.value for item in extract_text(text, language).statements if isinstance(item.value, Channel)]
    assert {value.code.value: value.offered for value in values} == {"provider_office": False, "egov_portal": True}


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("Перечень документов:\n1) заявление;\n2) справка с места жительства не требуется.\n", RU, ["заявление"]),
        ("Құжаттар тізбесі:\n1) өтініш;\n2) анықтама талап етілмейді.\n", KK, ["өтініш"]),
    ],
)
def test_a_document_that_is_not_needed_is_none(text: str, language: Language, kept: list[str]) -> None:
    found = [item.evidence.quote for item in extract_text(text, language).statements]
    assert found == kept


def test_free_beside_a_price_is_free_for_those_it_names() -> None:
    statements = extract_text("Стоимость: бесплатно физическим лицам, юридическим лицам – 2 МРП.", RU).statements
    told = {
        item.value.kind: item.scope.recipient and item.scope.recipient.code
        for item in statements
        if isinstance(item.value, Fee)
    }
    assert told == {FeeKind.FREE: "individual", FeeKind.MRP: "legal_entity"}
