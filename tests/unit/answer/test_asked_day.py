import time
from datetime import date

import pytest

from kb.answer.days.asked_day import find_named_day

ASKED = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Апостиль 12.03.2018 күні қанша болды?", date(2018, 3, 12)),
        ("Сколько стоил паспорт на 2019-05-01?", date(2019, 5, 1)),
        ("2018 жылғы 1 қаңтардан бастап алым қанша?", date(2018, 1, 1)),
        ("Какая пошлина с 1 февраля 2027 года?", date(2027, 2, 1)),
        ("2019 жылы апостиль қанша тұрды?", date(2019, 12, 31)),
        ("Сколько стоило в 2022 году?", date(2022, 12, 31)),
        ("Пошлина с 2025 года какая?", date(2025, 1, 1)),
        ("Былтыр лицензия қанша болды?", date(2025, 12, 31)),
        ("Сколько стоил апостиль в прошлом году?", date(2025, 12, 31)),
        ("Биыл паспорт қанша?", ASKED),
        ("Келесі жылы алым қанша болады?", date(2027, 1, 1)),
        ("С 1 января сколько будет стоить?", date(2027, 1, 1)),
        ("1 сәуірде алым қанша болды?", date(2026, 4, 1)),
        ("2022 жылдың мамырында баж қанша?", date(2022, 5, 1)),
        ("В мае 2022 года сколько платили?", date(2022, 5, 1)),
    ],
)
def test_day_that_is_named(text: str, day: date) -> None:
    named = find_named_day(text, asked_on=ASKED)

    assert named is not None
    assert named.day == day


@pytest.mark.parametrize(
    "text",
    [
        "Апостиль қазір қанша тұрады?",
        "2017 жылғы № 85 бұйрық бойынша лицензия қанша?",
        "По приказу от 21.04.2017 № 153 куда сдавать?",
        "2017 жылғы 21 сәуірдегі № 153 бұйрық бар ма?",
        "1985 жылы туған едім, қандай құжат керек?",
        "Диплом 2015 года, сколько стоит апостиль?",
        "18 жасқа толған баланың паспорты неше күн?",
        "Сколько ждать, 10 дней или 15?",
        "Дом построен в 1970 году, какая справка нужна?",
        "5 мың теңге төледім, дұрыс па?",
    ],
)
def test_other_numbers_and_dates_of_other_things(text: str) -> None:
    assert find_named_day(text, asked_on=ASKED) is None


@pytest.mark.parametrize(
    "text", ["31 ақпанда тапсырсам?", "30 февраля подам", "35.13.2020 күні", "29 февраля 2025 года"]
)
def test_day_that_no_calendar_has(text: str) -> None:
    named = find_named_day(text, asked_on=ASKED)

    assert named is not None
    assert named.impossible
    assert named.day is None


@pytest.mark.parametrize("text", ["2050 жылы қанша болады?", "Сколько стоило в 2005 году?", "1 января 1999 года цена?"])
def test_year_that_cannot_be_known_is_never_moved(text: str) -> None:
    named = find_named_day(text, asked_on=ASKED)

    assert named is not None
    assert not named.impossible
    assert named.day is None


@pytest.mark.parametrize("piece", ["1 ", "2019 жыл ", "12.03.", "с 1 янв ", "2022 жылдың ", "ма", "1"])
def test_long_texts_take_no_time(piece: str) -> None:
    begun = time.process_time()
    find_named_day(piece * (100_000 // len(piece)), asked_on=ASKED)
    assert time.process_time() - begun < 5.0
