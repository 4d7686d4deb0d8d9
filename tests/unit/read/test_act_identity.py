from datetime import date

import pytest

from kb.model import ActStatus, ActType, Language
from kb.read import Requisites, act_of, divide_act, force_of, in_force_from, read_plain, read_requisites, title_of

LINE = "Приказ Министра парков от 5 мая 2021 года № 17. Зарегистрирован в Министерстве юстиции 9 мая 2021 года № 22001"


def test_an_act_has_what_its_line_tells() -> None:
    act = act_of(read_requisites(LINE), ids=("zan:1",), title_ru="О  лавках", status=ActStatus.IN_FORCE)
    assert (act.id, act.ids, act.title_ru) == ("zan:1", ("zan:1", "V2100022001"), "О лавках")
    assert (act.type, act.number, act.date) == (ActType.ORDER, "17", date(2021, 5, 5))
    assert (act.issuers, act.status) == (("Министра парков",), ActStatus.IN_FORCE)
    assert (act.registered_number, act.registered_on) == ("22001", date(2021, 5, 9))


def test_what_the_line_does_not_tell_comes_from_the_source() -> None:
    act = act_of(Requisites(), ids=("zan:1",), type=ActType.LAW, date=date(2021, 5, 5))
    assert (act.type, act.date, act.title_kk, act.status) == (ActType.LAW, date(2021, 5, 5), None, ActStatus.UNKNOWN)


@pytest.mark.parametrize(
    ("words", "status"),
    [("Утратил силу приказом от 6 июня 2022 года № 3", ActStatus.REPEALED), ("Приостановлен", ActStatus.SUSPENDED)],
)
def test_a_line_knows_better_than_a_status(words: str, status: ActStatus) -> None:
    assert act_of(read_requisites(f"{LINE}. {words}"), ids=("a",), status=ActStatus.IN_FORCE).status is status


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Орындық\n туралы (Тақырыбы жаңа редакцияда – министрдің (м.а.) 2022 жылғы № 3)", "Орындық туралы"),
        ("О лавках (Заголовок в редакции приказа)", "О лавках"),
        ("О парках (ЛЕСНОЙ КОДЕКС)", "О парках (ЛЕСНОЙ КОДЕКС)"),
        (" ", None),
        (None, None),
    ],
)
def test_titles(title: str | None, clean: str | None) -> None:
    assert title_of(title) == clean


ADOPTED = date(2021, 5, 5)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Настоящий приказ вводится в действие с 1 июля 2021 года.", date(2021, 7, 1)),
        ("Настоящий Закон вводится в действие с 1 июля 2021 года, за исключением статьи 3.", date(2021, 7, 1)),
        ("Осы бұйрық 2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі.", date(2021, 7, 1)),
        ("Настоящее постановление вводится в действие со дня его подписания.", ADOPTED),
        ("Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.", ADOPTED),
        ("Настоящий приказ вводится в действие по истечении десяти дней после дня опубликования.", None),
        ("Закон о садах вводится в действие с 1 июля 2021 года.", None),
    ],
)
def test_day_of_force_in_the_text(sentence: str, day: date | None) -> None:
    text = f"1. Утвердить лавки.\n2. {sentence}\n\nПриложение 1\n1. Лавка вводится в действие с 1 мая 2031 года.\n"
    clauses = divide_act(text, read_plain(text).blocks, language=Language.RU)
    assert force_of(text, clauses, adopted=ADOPTED) == day


def test_day_of_force_joins_an_act_that_has_none() -> None:
    act = in_force_from(act_of(Requisites(), ids=("a",)), ADOPTED)
    assert act.in_force_on == ADOPTED
    assert in_force_from(act, date(2022, 1, 1)).in_force_on == ADOPTED
