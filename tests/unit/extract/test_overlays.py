"""Sentences that set, change, close or plan values."""

from datetime import date

import pytest

from kb.model import ActType
from tests.unit.extract.overlay_texts import in_words, read_sentence

SENTENCES = {
    "Өтініш стандарт бойынша Мемкорпорация мен кеңсеге беріледі, алайда 2031 жылдың мамыр айынан бастап тек "
    "Мемкорпорация арқылы ғана қабылданады.": ["overlay state_corporation only from 2031-05-01"],
    "По стандарту документы принимаются в канцелярии услугодателя, однако с мая 2031 года услуга оказывается "
    "исключительно через Госкорпорацию.": ["overlay state_corporation only from 2031-05-01"],
    "2031 жылдың мамырынан бастап қызмет электрондық үкімет порталы арқылы ғана ұсынылады.": [
        "overlay egov_portal only from 2031-05-01"
    ],
    "С 1 мая 2031 года услуга оказывается только через портал и Госкорпорацию.": [
        "overlay state_corporation from 2031-05-01",
        "overlay egov_portal from 2031-05-01",
    ],
    "2031 жылдың шілде айынан бастап бұл қызметті Мемкорпорация ұсына бастады.": [
        "overlay state_corporation from 2031-07-01"
    ],
    "С июня 2031 года услуга также оказывается через портал egov.kz.": ["overlay egov_portal from 2031-06-01"],
    "С апреля 2031 года услуга переведена в электронный формат и доступна на портале egov.kz.": [
        "overlay egov_portal from 2031-04-01"
    ],
    "На период пилотного проекта до 31 декабря 2031 года услуга оказывается исключительно через Государственную "
    "корпорацию в городе Астане.": ["overlay state_corporation only KZ-71 to 2032-01-01"],
    "С 1 мая по 31 июля 2031 года услуга оказывается в пилотном режиме в Госкорпорации, срок – 2 рабочих дня.": [
        "overlay state_corporation from 2031-05-01 to 2031-08-01",
        "overlay 2 working_day from 2031-05-01 to 2031-08-01",
    ],
    "Ақмола және Қостанай облыстарында 2031 жылғы 1 мамырдан бастап қызмет портал арқылы ғана көрсетіледі.": [
        "overlay egov_portal only KZ-11 from 2031-05-01",
        "overlay egov_portal only KZ-39 from 2031-05-01",
    ],
    "В Карагандинской области с 1 мая 2031 года услуга оказывается только в Госкорпорации.": [
        "overlay state_corporation only KZ-35 from 2031-05-01"
    ],
    "С 1 мая 2031 года прием документов через канцелярию услугодателя прекращён.": [
        "overlay provider_office closed from 2031-05-01"
    ],
    "2031 жылғы 1 мамырдан бастап қызмет берушінің кеңсесі арқылы өтініштерді қабылдау тоқтатылды.": [
        "overlay provider_office closed from 2031-05-01"
    ],
    "С 1 мая 2031 года оказание услуги через портал приостановлено до 1 июля 2031 года.": [
        "overlay egov_portal closed from 2031-05-01 to 2031-07-01"
    ],
    "Қызмет көрсету мерзімі 8 жұмыс күніне дейін қысқартылды (2031 жылдың сәуір айынан бастап).": [
        "overlay 8 working_day from 2031-04-01"
    ],
    "Қызмет көрсету мерзімі 2031 жылдың мамырынан бастап 15 жұмыс күнінен 8 жұмыс күніне дейін қысқартылды.": [
        "former 15 working_day to 2031-05-01",
        "overlay 8 working_day from 2031-05-01",
    ],
    "2031 жылғы 1 мамырдан бастап мерзім он бес күннен он күнге дейін азайды.": [
        "former 15 day to 2031-05-01",
        "overlay 10 day from 2031-05-01",
    ],
    "С 1 января 2031 года срок оказания услуги сокращён с 15 до 10 рабочих дней.": [
        "former 15 working_day to 2031-01-01",
        "overlay 10 working_day from 2031-01-01",
    ],
    "Вместо 20 календарных дней услуга оказывается за 3 рабочих дня, срок изменён с 2031 года.": [
        "former 20 calendar_day to 2031-01-01",
        "overlay 3 working_day from 2031-01-01",
    ],
    "Срок сокращен с 15 до 10 рабочих дней.": ["former 15 working_day"],
    "2031 жылғы 1 мамырдан бастап төлем 2 АЕК-тен 1 АЕК-ке дейін төмендетілді.": [
        "former 2 mrp to 2031-05-01",
        "overlay 1 mrp from 2031-05-01",
    ],
    "С 1 мая 2031 года размер сбора снижен с 2 до 1 МРП.": [
        "former 2 mrp to 2031-05-01",
        "overlay 1 mrp from 2031-05-01",
    ],
    "2031 жылдың екінші жартысында мерзімді 3 жұмыс күніне дейін қысқарту жоспарлануда.": [
        "planned 3 working_day from 2031-07-01"
    ],
    "Планируется сократить срок оказания услуги с 10 до 3 рабочих дней в III квартале 2031 года.": [
        "stated 10 working_day",
        "planned 3 working_day from 2031-07-01",
    ],
    "С 2032 года услуга будет оказываться только через портал.": ["planned egov_portal only from 2032-01-01"],
    "2032 жылдан бастап қызмет Мемлекеттік корпорация арқылы көрсетілетін болады.": [
        "planned state_corporation from 2032-01-01"
    ],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=[text[:50] for text in SENTENCES])
def test_sentence(text: str, expected: list[str]) -> None:
    assert [in_words(one) for one in read_sentence(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Мерзімді 2031 жылдан бастап 5 күнге дейін қысқарту керек.",
        "Необходимо сократить срок до 5 дней с 2031 года.",
        "Срок оказания уменьшен на 5 дней с 1 января 2031 года.",
        "Мерзім 2031 жылғы 1 қаңтардан бастап 3 күнге қысқартылды.",
        "Срок оказания услуги – 5 рабочих дней со дня подачи заявления.",
        "Құжаттар Мемкорпорация және портал арқылы қабылданады.",
        "«С 2031 года услуга оказывается только через портал», – так называется брошюра.",
        "С 2031 года в Госкорпорации выросло число окон.",
        "Документ будет выдан в течение 5 рабочих дней через портал.",
    ],
)
def test_wishes_differences_and_plain_values_are_no_overlays(text: str) -> None:
    assert [in_words(one) for one in read_sentence(text)] == []


def test_the_order_that_sets_a_value_is_named_and_the_old_place_is_no_channel() -> None:
    (moved,) = read_sentence(
        "Приказом Министра № 77 от 2 марта 2031 года услуга передана из канцелярии услугодателя в Государственную "
        "корпорацию."
    )
    assert in_words(moved) == "overlay state_corporation"
    assert moved.by is not None
    assert (moved.by.type, moved.by.number, moved.by.date) == (ActType.ORDER, "77", date(2031, 3, 2))


def test_a_channel_without_alternative_by_an_order_is_the_only_one() -> None:
    (only,) = read_sentence(
        "Қызмет 2031 жылғы 2 наурыздағы № 77 бұйрыққа сәйкес баламасыз Мемлекеттік корпорация арқылы көрсетіледі."
    )
    assert in_words(only) == "overlay state_corporation only"


def test_changed_terms_bind_exactly_and_each_quotes_its_words() -> None:
    text = "С 1 мая 2031 года срок сокращен с 15 рабочих дней до 10 рабочих дней."
    former, new = read_sentence(text)
    assert {one.value.bound.value for one in (former, new)} == {"exact"}
    assert "15 рабочих дней" in former.evidence.quote
    assert "10 рабочих дней" in new.evidence.quote
    assert all(text[one.evidence.start : one.evidence.end] == one.evidence.quote for one in (former, new))
