"""A fee for several copies: the number in the question and the sums."""

from datetime import date

import pytest

from kb.answer.values.copies import read_copies
from kb.model import Card, Intent, Language
from tests.unit.answer.replying import plain, reply

DAY = date(2026, 4, 20)


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("Екі данаға қанша?", 2),
        ("10 құжатқа неше теңге?", 10),
        ("За три копии сколько?", 3),
        ("Сколько стоят 2 дубликата?", 2),
        ("Паспорт на 10 лет сколько стоит?", 1),
        ("Сколько стоит 1 копия?", 1),
        ("0,5 справки", 1),
        ("За 100500 копий", 1),
        ("Сколько стоит апостиль?", 1),
    ],
)
def test_the_number_stands_before_what_is_counted(text: str, copies: int) -> None:
    assert read_copies(text) == copies


def fees(card: Card, text: str, day: date = DAY, language: Language = Language.RU) -> str:
    return plain(reply(card, text, day=day, language=language, intents=(Intent.FEE,)).text)


def test_the_sum_stands_beside_the_fee(licence: Card) -> None:
    told = fees(licence, "Сколько стоят три дубликата лицензии?")

    assert "Количество – 3, посчитано как отдельные заявления: 1 МРП = 4 325 тенге – всего 12 975 тенге." in told


def test_both_sums_stand_where_the_index_is_disputed(licence: Card) -> None:
    told = fees(licence, "Лицензияның телнұсқасы екі данаға қанша тұрады?", date(2022, 5, 1), Language.KK)

    assert "барлығы 6 126 теңге немесе 6 360 теңге" in told


def test_one_copy_and_free_services_get_no_sum(licence: Card, apostille: Card) -> None:
    assert "Количество" not in fees(licence, "Сколько стоит дубликат лицензии?")
    assert "Количество" not in fees(licence, "Сколько стоят три дубликата?", date(2030, 1, 1))
