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
    assert (found.number, found.registration, found.code) == ("17", (2021, "22001"), "V2100022001")
    kazakh = "министрдің 2021 жылғы 5 мамырдағы № 17 бұйрығы. "
    kazakh += "Әділет министрлігінде 2021 жылғы 9 мамырда № 22001 болып тіркелді"
    assert read_requisites(kazakh).code == "V2100022001"


def test_code_is_not_built_across_years() -> None:
    line = "Приказ от 30 декабря 2020 года № 17. Зарегистрирован в Министерстве юстиции 5 января 2021 года № 22001"
    assert read_requisites(line).code is None


@pytest.mark.parametrize(
    "line",
    [
        "Приказ от 5 мая 2021 года № 17. Утратил силу приказом от 6 июня 2022 года № 3",
        "министрдің 2021 жылғы 5 мамырдағы № 17 бұйрығы. Күші жойылды - 2022 жылғы 6 маусымдағы № 3 бұйрығымен",
    ],
)
def test_repeal_does_not_change_the_identity(line: str) -> None:
    found = read_requisites(line)
    assert (found.number, found.date, found.repealed) == ("17", date(2021, 5, 5), True)
    assert found.repealed_on == date(2022, 6, 6)


def test_head_of_an_annex_tells_the_act_and_a_note_does_not() -> None:
    text = (
        "> *Сноска. В редакции приказа Министра от 1 марта 2022 года № 99.*\n\n"
        "> *Приложение 1*  \n> *к приказу Министра*  \n> *от 5 мая 2021 года № 17*\n"
    )
    assert find_requisites(read_markdown(text)).number == "17"


def test_codes_of_the_state_bank() -> None:
    assert act_type_of("ПРИК") is ActType.ORDER
    assert act_type_of("ИЗМ") is None
