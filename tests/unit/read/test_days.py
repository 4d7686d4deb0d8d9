from datetime import date

import pytest

from kb.read.days import find_days
from kb.text import fold

DAY = date(2015, 4, 27)


def days(text: str) -> list[date | None]:
    return [day.date for day in find_days(fold(text).text)]


@pytest.mark.parametrize(
    "words",
    [
        "27 апреля 2015 года",
        "«27» апреля 2015 г.",
        "27-го апреля 2015 года",
        "2015 жылғы 27 сәуірдегі",
        "2015 ж. 27 сәуір",
        "27.04.2015",
        "2015-04-27",
        "2015.27.04",
        "2015.04.27",
        "двадцать седьмого апреля две тысячи пятнадцатого года",
        "двадцать седьмого апреля 2015 года",
        "екі мың он бесінші жылғы жиырма жетінші сәуірде",
        "2015 жылғы жиырма жетінші сәуірдегі",
    ],
)
def test_every_way_to_print_a_day(words: str) -> None:
    assert days(f"от {words}, № 9") == [DAY]


def test_years_of_the_century_before() -> None:
    assert days("тридцатого августа тысяча девятьсот девяносто пятого года") == [date(1995, 8, 30)]
    assert days("мың тоғыз жүз тоқсан бесінші жылғы отызыншы тамызда") == [date(1995, 8, 30)]


def test_order_of_day_and_month_stays_open_when_both_are_possible() -> None:
    assert days("2015.04.05 № 9") == [None]
    assert days("2015.05.05 № 9") == [date(2015, 5, 5)]


@pytest.mark.parametrize("words", ["31 февраля 2015 года", "31.02.2015", "2015 жылғы 31 ақпанда", "2015.13.14"])
def test_days_that_are_none(words: str) -> None:
    assert days(words) == [None]


@pytest.mark.parametrize("words", ["в мае 2015 года", "2015 жылғы сәуірде", "1.27.04.2015", "онлайн", "12 марта"])
def test_no_day(words: str) -> None:
    assert days(words) == []


def test_places_of_several() -> None:
    text = fold("с 1 мая 2015 года по 02.05.2015").text
    assert [text[day.start : day.end] for day in find_days(text)] == ["1 мая 2015 года", "02.05.2015"]
