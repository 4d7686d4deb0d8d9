"""The day of filing that a question names."""

import re
from datetime import date

import pytest

from kb.answer.days import relative_day
from kb.answer.days.filing_day import FilingDay, read_filing_day
from kb.answer.wording import read_wording
from tests.patterns.time_patterns import stopwatch
from tests.patterns.worst_cases import worst_texts

WEDNESDAY = date(2026, 4, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Бүгін тапсырсам, қашан дайын болады?", date(2026, 4, 22)),
        ("Ертен апарсам кашан шыгады?", date(2026, 4, 23)),
        ("Сдам 5 мая через ЦОН – когда забирать?", date(2026, 5, 5)),
        ("Если подать 28 декабря, к какому числу успеют?", date(2026, 12, 28)),
        ("Егер 2026 жылғы 3 тамызда өтініш берсем, неше күн күтемін?", date(2026, 8, 3)),
        ("Подам 04.05.2026, когда ответят?", date(2026, 5, 4)),
        ("Жұмада тапсырсам, қашан аламын?", date(2026, 4, 24)),
        ("Отнесу в среду, когда будет готово?", date(2026, 4, 29)),
        ("Сдадим в следующий понедельник, когда ждать?", date(2026, 4, 27)),
        ("Келесі жұмада апарамын, қашан дайын болады?", date(2026, 5, 1)),
        ("Кеше тапсырдым, қашан шығады?", date(2026, 4, 21)),
        ("В пятницу сдал, когда идти?", date(2026, 4, 17)),
        ("Сдали 5 марта, сколько ждать?", date(2026, 3, 5)),
        ("Подам 15-го, когда заберу?", date(2026, 5, 15)),
        ("31-го сдал, когда будет готово?", date(2026, 3, 31)),
        ("15-інде тапсырсам, қашан дайын?", date(2026, 5, 15)),
        ("Через 3 дня подам, когда будет готово?", date(2026, 4, 25)),
        ("Подам через две недели, какого числа забирать?", date(2026, 5, 6)),
        ("Через месяц сам отнесу, сколько ждать?", date(2026, 5, 22)),
        ("3 күннен кейін тапсырамын, қашан дайын болады?", date(2026, 4, 25)),
        ("Екі аптадан соң апарсам, қай күні шығады?", date(2026, 5, 6)),
        ("5 күн бұрын тапсырдым, қашан аламын?", date(2026, 4, 17)),
        ("Неделю назад сдал, когда идти?", date(2026, 4, 15)),
    ],
)
def test_the_day_beside_the_word_of_filing(text: str, day: date) -> None:
    found = read_filing_day(text, asked_on=WEDNESDAY)
    assert found is not None
    assert found.day == day
    assert not found.supposed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Сдал 15 апреля, 5 мая будет готово?", date(2026, 4, 15)),
        ("5 мая улетаю, успею, если подам завтра?", date(2026, 4, 23)),
        ("Диплом на апостиль: сдам 5 мая, когда готово?", date(2026, 5, 5)),
    ],
)
def test_of_several_days_the_one_of_filing_is_meant(text: str, day: date) -> None:
    found = read_filing_day(text, asked_on=WEDNESDAY)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "Когда выдадут паспорт?",
        "Завтра работает ЦОН?",
        "Бүгін доллар қанша?",
        "Тестті ертең тапсырамын ба?",
        "Экзамен сдаю в пятницу, где он будет?",
        "Жұмыс күні тапсырсам бола ма?",
        "Сколько дней ждать, если сдать в ЦОН?",
        "Сдам средства измерений на поверку",
        "Сдам и через 3 дня заберу?",
        "После подачи через 3 дня ответят?",
        "Тапсырғаннан 3 күннен кейін хабарлама келе ме?",
        "Тестті 3 күннен кейін тапсырамын ба?",
    ],
)
def test_no_day_of_filing(text: str) -> None:
    assert read_filing_day(text, asked_on=WEDNESDAY) is None


@pytest.mark.parametrize("text", ["Какого числа будет готово?", "Апостиль қай күні дайын болады?"])
def test_who_asks_for_a_day_alone_is_taken_to_file_on_the_day_of_asking(text: str) -> None:
    assert read_filing_day(text, asked_on=WEDNESDAY) == FilingDay(day=WEDNESDAY, asks_day=True, supposed=True)


def test_a_follow_up_may_name_the_day_alone_or_keep_the_one_before() -> None:
    before = "Бүгін тапсырсам, қашан дайын болады?"
    other = read_filing_day("Ал жұмада ше?", asked_on=WEDNESDAY, before=before)
    same = read_filing_day("А через портал?", asked_on=WEDNESDAY, before="Сдам 5 мая, когда готово?")
    unsaid = read_filing_day("Ал жұмада ше?", asked_on=WEDNESDAY, before="Апостиль қанша тұрады?")
    assert other is not None
    assert other.day == date(2026, 4, 24)
    assert same is not None
    assert same.day == date(2026, 5, 5)
    assert unsaid is None


def test_a_weekday_of_its_own_name_is_the_one_a_week_away() -> None:
    ahead = read_filing_day("Отнесу в среду", asked_on=WEDNESDAY)
    behind = read_filing_day("Отнёс в среду", asked_on=WEDNESDAY)
    assert ahead is not None
    assert behind is not None
    assert (ahead.day, behind.day) == (date(2026, 4, 29), date(2026, 4, 15))


def test_a_day_of_a_month_that_lacks_it_comes_in_a_later_one() -> None:
    found = read_filing_day("Подам 31-го", asked_on=date(2026, 6, 5))
    assert found is not None
    assert found.day == date(2026, 7, 31)
    assert read_filing_day("Подам 45-го", asked_on=WEDNESDAY) is None


def test_the_patterns_are_safe_against_their_worst_texts() -> None:
    data = read_wording("filing")
    relative = [pattern.pattern for _, _, pattern in relative_day._patterns()]
    assert len(relative) == 6
    patterns = [data["part_ends"], *data["day_of_month"], *relative]
    assert len(patterns) == 9
    with stopwatch(2.0) as is_slow:
        for pattern in patterns:
            assert not is_slow(re.compile(pattern), worst_texts(pattern, 0)), pattern
