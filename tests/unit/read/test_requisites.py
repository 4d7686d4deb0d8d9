from datetime import date

import pytest

from kb.model import ActType
from kb.read import act_type_of, find_requisites, read_markdown, read_requisites


@pytest.mark.parametrize(
    ("line", "kind", "number", "day"),
    [
        ("Приказ Министра парков от 5 мая 2021 года № 17", ActType.ORDER, "17", date(2021, 5, 5)),
        ("Саябақ министрінің 2021 жылғы 5 мамырдағы № 17 бұйрығы", ActType.ORDER, "17", date(2021, 5, 5)),
        (
            "Саябақ министрінің 2021 жылғы 5 мамырдағы № ҚР ПМ-17/2021 бұйрығына 1-қосымша",
            ActType.ORDER,
            "ҚР ПМ-17/2021",
            date(2021, 5, 5),
        ),
        ("Закон Республики от 15 апреля 2013 года № 88-V ЗРК.", ActType.LAW, "88-V ЗРК", date(2013, 4, 15)),
        ("Республиканың 2013 жылғы 15 сәуірдегі № 88-V Заңы", ActType.LAW, "88-V", date(2013, 4, 15)),
        ("Кодекс Республики от 1 января 2020 года № 7-VI (пример)", ActType.CODE, "7-VI", date(2020, 1, 1)),
        ("Решение маслихата от 18 марта 2026 года № 8С 37/13", ActType.DECISION, "8С 37/13", date(2026, 3, 18)),
        ("Үкіметтің 2014 жылғы 12 ақпандағы № 85 қаулысы", ActType.RESOLUTION, "85", date(2014, 2, 12)),
        ("Указ Президента от 30 июня 2022 года № 1-у", ActType.DECREE, "1-у", date(2022, 6, 30)),
        ("Постановление от 31 февраля 2022 года № 5", ActType.RESOLUTION, "5", None),
        ("Просто слова", None, None, None),
    ],
)
def test_kind_number_and_date(line: str, kind: ActType | None, number: str | None, day: date | None) -> None:
    found = read_requisites(line)
    assert (found.type, found.number, found.date) == (kind, number, day)
    assert not found.repealed


def test_registration_is_not_the_number_of_the_act() -> None:
    line = "Приказ от 5 мая 2021 года № 17. Зарегистрирован в Министерстве юстиции Республики 9 мая 2021 года № 22001"
    found = read_requisites(line)
    assert (found.number, found.registered_number, found.code) == ("17", "22001", "V2100022001")
    assert found.registered_on == date(2021, 5, 9)
    kazakh = "министрдің 2021 жылғы 5 мамырдағы № 17 бұйрығы. "
    kazakh += "Әділет министрлігінде 2021 жылғы 9 мамырда № 22001 болып тіркелді"
    assert read_requisites(kazakh).code == "V2100022001"


@pytest.mark.parametrize(
    ("words", "number", "day"),
    [
        ("Зарегистрирован в Министерстве юстиции Республики от 9 мая 2021 года № 22001", "22001", date(2021, 5, 9)),
        ("Зарегистрировано Департаментом юстиции области 9 мая 2021 года № 777", "777", date(2021, 5, 9)),
        ("(зарегистрирован в Реестре государственной регистрации под № 11)", "11", None),
        ("(зарегистрирован в Реестре под № 11 от 09.05.2021)", "11", date(2021, 5, 9)),
        ("Әділет министрлігінде 2021 жылғы 9 мамырда № 22001 болып тіркелді", "22001", date(2021, 5, 9)),
        ("(Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 11 болып тіркелген)", "11", None),
        ("Опубликован в газете 9 мая 2021 года № 5", None, None),
    ],
)
def test_registration(words: str, number: str | None, day: date | None) -> None:
    found = read_requisites(f"Приказ Министра парков от 5 мая 2021 года № 17. {words}")
    assert (found.number, found.registered_number, found.registered_on) == ("17", number, day)


def test_acts_of_local_bodies_have_other_codes() -> None:
    line = "Постановление акимата от 5 мая 2021 года № 17. Зарегистрировано в Министерстве юстиции 9 мая 2021 года № 22"
    found = read_requisites(line)
    assert (found.registered_number, found.code) == ("22", None)


@pytest.mark.parametrize(
    ("line", "issuers"),
    [
        ("Приказ Министра парков от 5 мая 2021 года № 17", ["Министра парков"]),
        ("Приказ № 17 и.о. Министра парков от 05.05.2021 г.", ["и.о. Министра парков"]),
        ("Приложение 2 к приказу Министра парков от 5 мая 2021 года № 17", ["Министра парков"]),
        ("Саябақ министрінің 2021 жылғы 5 мамырдағы № 17 бұйрығына 3-қосымша", ["Саябақ министрінің"]),
        ("Республика Үкіметінің Қаулысы 2010 жылғы 20 шілдедегі N 745", ["Республика Үкіметінің"]),
        ("«Орындық туралы» Саябақ министрінің 2021 жылғы 5 мамырдағы № 17 бұйрығы", ["Саябақ министрінің"]),
        (
            "Совместный приказ Министра парков от 5 мая 2021 года № ПМ-17 и Министра садов от 7 мая 2021 года № 3",
            ["Министра парков", "Министра садов"],
        ),
        (
            "Саябақ министрінің 2021 жылғы 5 мамырдағы № 17 және Бақ министрінің 2021 жылғы 7 мамырдағы № 3 бұйрығы",
            ["Саябақ министрінің", "Бақ министрінің"],
        ),
        ("Закон Республики от 15 апреля 2013 года № 88-V ЗРК", []),
        ("Республиканың 2013 жылғы 15 сәуірдегі № 88-V Заңы", []),
    ],
)
def test_issuers_are_as_printed(line: str, issuers: list[str]) -> None:
    assert list(read_requisites(line).issuers) == issuers


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Приказ Министра парков от 5 мая 2021 года 17", "17"),
        ("Саябақ министрінің 2021 жылғы 5 мамырдағы 17-п бұйрығы", "17-п"),
        ("Приказ Министра парков N 17-ө от 5 мая 2021 года", "17-ө"),
        ("Приказ Министра парков от 5 мая 2021 года", None),
        ("Приказ Министра парков от 5 мая 2021 года 3 отдела", None),
    ],
)
def test_number_without_its_sign(line: str, number: str | None) -> None:
    assert read_requisites(line).number == number


def test_code_is_not_built_across_years() -> None:
    line = "Приказ от 30 декабря 2020 года № 17. Зарегистрирован в Министерстве юстиции 5 января 2021 года № 22001"
    assert read_requisites(line).code is None


@pytest.mark.parametrize(
    ("line", "by"),
    [
        (
            "Приказ от 5 мая 2021 года № 17. Утратил силу приказом Министра садов от 6 июня 2022 года № 3 (вводится)",
            "приказом Министра садов от 6 июня 2022 года № 3",
        ),
        (
            "Приказ от 5 мая 2021 года № 17. Утратил силу с 1 января 2023 года приказом от 06.06.2022 № 3",
            "приказом от 06.06.2022 № 3",
        ),
        (
            "министрдің 2021 жылғы 5 мамырдағы № 17 бұйрығы. Күші жойылды - 2022 жылғы 6 маусымдағы № 3 бұйрығымен",
            "2022 жылғы 6 маусымдағы № 3 бұйрығымен",
        ),
    ],
)
def test_repeal_does_not_change_the_identity(line: str, by: str) -> None:
    found = read_requisites(line)
    assert (found.number, found.date, found.repealed) == ("17", date(2021, 5, 5), True)
    assert (found.repealed_on, found.repealed_by) == (date(2022, 6, 6), by)
    assert found.in_force_on is None


@pytest.mark.parametrize(
    "words",
    ["Действие приостановлено до 1 января 2031 года законом от 2 мая 2030 года № 4", "Қолданысы тоқтатыла тұрады"],
)
def test_suspended(words: str) -> None:
    found = read_requisites(f"Приказ Министра парков от 5 мая 2021 года № 17. {words}")
    assert (found.suspended, found.repealed, found.number) == (True, False, "17")


@pytest.mark.parametrize(
    "words",
    [
        "Вводится в действие с 1 июля 2021 года",
        "Введен в действие с 01.07.2021",
        "01.07.2021 бастап қолданысқа енгізіледі",
        "2021 жылғы 1 шілдеден бастап қолданысқа енгізіледі",
    ],
)
def test_day_of_force(words: str) -> None:
    line = f"Приказ Министра парков от 5 мая 2021 года № 17. {words}"
    assert read_requisites(line).in_force_on == date(2021, 7, 1)


def test_head_of_an_annex_tells_the_act_and_a_note_does_not() -> None:
    text = (
        "> *Сноска. В редакции приказа Министра от 1 марта 2022 года № 99.*\n\n"
        "> *Приложение 1*  \n> *к приказу Министра*  \n> *от 5 мая 2021 года № 17*\n"
    )
    assert find_requisites(read_markdown(text)).number == "17"


def test_codes_of_the_state_bank() -> None:
    assert act_type_of("ПРИК") is ActType.ORDER
    assert act_type_of("ИЗМ") is None
