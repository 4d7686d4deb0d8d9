"""Conditions on who may get a service, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Attribute, Language, Text
from kb.norms import codes

KK, RU = Language.KK, Language.RU
WHO = {RU: "Кто может получить услугу: ", KK: "Қызметті кімдер ала алады: "}
OTHER = {RU: "Иные требования: ", KK: "Өзге талаптар: "}


def conditions(text: str, language: Language) -> list[tuple[str | None, str]]:
    statements = extract_text(text, language).statements
    values = [item.value for item in statements if item.attribute is Attribute.ELIGIBILITY]
    return [(value.code, value.text) for value in values if isinstance(value, Text)]


PEOPLE = [
    ("пчеловоды, достигшие 16 лет.", RU, "age"),
    ("пчеловоды в возрасте от 18 до 60 лет.", RU, "age"),
    ("18 жасқа толған ара өсірушілер.", KK, "age"),
    ("63 жастан асқан ара өсірушілер.", KK, "age"),
    ("пчеловоды, постоянно проживающие в ауле.", RU, "residence"),
    ("ауылда тұрақты тұратын ара өсірушілер.", KK, "residence"),
    ("пчеловоды, состоящие на учёте опылителей.", RU, "status"),
    ("пчеловоды, зарегистрированные в качестве опылителей.", RU, "status"),
    ("Қазақстан Республикасының азаматтары.", KK, "status"),
    ("опылитель ретінде тіркелген ара өсірушілер.", KK, "status"),
    ("владельцы не более двух ульев.", RU, "quantity"),
    ("кемінде үш ара ұясы бар ара өсірушілер.", KK, "quantity"),
    ("пчеловоды со стажем работы не менее трёх лет.", RU, "experience"),
    ("кемінде үш жыл жұмыс өтілі бар ара өсірушілер.", KK, "experience"),
    ("пчеловоды при условии переезда.", RU, "other"),
    ("көшкен болған жағдайда ара өсірушілер.", KK, "other"),
]


@pytest.mark.parametrize(("text", "language", "code"), PEOPLE)
def test_a_condition_in_a_block_on_recipients_has_its_code_and_words(text: str, language: Language, code: str) -> None:
    assert conditions(WHO[language] + text, language) == [(code, text.rstrip("."))]
    assert code in codes("eligibility")


def test_parts_of_a_block_keep_their_own_conditions() -> None:
    text = "Кто может получить услугу: физические лица; пчеловоды, достигшие 16 лет; владельцы не более двух ульев."
    assert conditions(text, RU) == [
        ("age", "пчеловоды, достигшие 16 лет"),
        ("quantity", "владельцы не более двух ульев"),
    ]


QUALIFICATIONS = [
    ("пчеловод-заявитель должен иметь стаж работы не менее трёх лет.", RU, ["experience"]),
    ("право на получение пособия имеют пчеловоды, достигшие 60 лет.", RU, ["age"]),
    ("өтініш беруші ауылда тұрақты тұратын болуы тиіс.", KK, ["residence"]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), QUALIFICATIONS)
def test_other_sentences_count_when_they_speak_of_the_recipient(
    text: str, language: Language, wanted: list[str]
) -> None:
    assert [code for code, _ in conditions(OTHER[language] + text, language)] == wanted


NONE = [
    (WHO[RU] + "физические и юридические лица.", RU),
    (WHO[KK] + "жеке және заңды тұлғалар.", KK),
    (WHO[RU] + "физические лица; документ о достижении 16 лет.", RU),
    (OTHER[RU] + "прибывшие пчёлы, достигшие 16 дней, проживают в улье.", RU),
    ("Срок оказания услуги: не более 5 рабочих дней.", RU),
    ("Кезек күту уақыты: кемінде 15 минут.", KK),
    ("Перечень документов:\n1) свидетельства детей, не достигших 16 лет;\n2) заявление.", RU),
    ("Размер платы: пчеловодам, достигшим 60 лет, бесплатно.", RU),
]


@pytest.mark.parametrize(("text", "language"), NONE)
def test_terms_documents_and_fees_set_no_condition(text: str, language: Language) -> None:
    assert conditions(text, language) == []


FEES = [
    ("Услуга оказывается бесплатно физическим и юридическим лицам.", RU, {"individual", "legal_entity"}),
    ("Қызмет жеке және заңды тұлғаларға тегін көрсетіледі.", KK, {"individual", "legal_entity"}),
    ("Размер платы: для физических лиц - 2 МРП, для юридических лиц - 4 МРП.", RU, set()),
    ("Услуга оказывается платно, пенсионеры освобождаются от оплаты.", RU, set()),
    ("Услуга оказывается бесплатно Государственной корпорацией «Правительство для граждан».", RU, set()),
]


@pytest.mark.parametrize(("text", "language", "wanted"), FEES)
def test_a_sentence_on_the_fee_names_recipients_only_when_it_says_whom_the_service_is_given_to(
    text: str, language: Language, wanted: set[str]
) -> None:
    statements = extract_text(text, language).statements
    values = [item.value for item in statements if item.attribute is Attribute.RECIPIENT]
    assert {value.code for value in values if isinstance(value, Text)} == wanted


PAYERS = [
    ("Размер платы: инвалидам - 2 МРП.", RU, "disabled"),
    ("Размер платы: работодателям - 2 МРП.", RU, "employer"),
    ("Құны: студенттерге - 2 АЕК.", KK, "student"),
    ("Размер платы: за выдачу карты улья родителям студента - 2 МРП.", RU, None),
]


@pytest.mark.parametrize(("text", "language", "code"), PAYERS)
def test_those_whom_a_rate_is_for_are_its_scope(text: str, language: Language, code: str | None) -> None:
    (fee,) = (item for item in extract_text(text, language).statements if item.attribute is Attribute.FEE)
    assert (fee.scope.recipient and fee.scope.recipient.code) == code
