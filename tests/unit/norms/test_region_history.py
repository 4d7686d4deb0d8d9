from datetime import date, timedelta

import pytest

from kb.norms import NormsError, regions
from kb.norms.region_history import (
    UnknownRegionError,
    find_region,
    region_named,
    region_on,
    region_states,
    successors,
)

TODAY = date(2026, 3, 5)
BEFORE_2018, BEFORE_2022 = date(2018, 6, 18), date(2022, 6, 7)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1998, 5, 5), "город Акмола"),
        (date(2019, 3, 22), "город Астана"),
        (date(2019, 3, 23), "город Нур-Султан"),
        (date(2022, 9, 16), "город Нур-Султан"),
        (date(2022, 9, 17), "город Астана"),
    ],
)
def test_the_capital_bears_the_name_of_the_day(day: date, name: str) -> None:
    assert region_on("KZ-71", day).name_ru == name


def test_south_kazakhstan_is_followed_by_a_region_and_a_city() -> None:
    assert [region.code for region in successors("KZ-YUZ", TODAY)] == ["KZ-61", "KZ-79"]
    assert [region.code for region in successors("KZ-YUZ", BEFORE_2018)] == ["KZ-YUZ"]
    assert [region.code for region in successors("KZ-63", TODAY)] == ["KZ-63"]


@pytest.mark.parametrize(("code", "parent"), [("KZ-10", "KZ-63"), ("KZ-33", "KZ-19"), ("KZ-62", "KZ-35")])
def test_new_regions_came_out_of_older_ones(code: str, parent: str) -> None:
    assert region_on(code, TODAY).out_of == (parent,)
    with pytest.raises(UnknownRegionError, match=parent):
        region_on(code, BEFORE_2022)
    assert region_on(parent, BEFORE_2022).code == parent


def test_an_abolished_region_is_an_error_that_names_its_successors() -> None:
    with pytest.raises(UnknownRegionError, match="KZ-61, KZ-79"):
        region_on("KZ-YUZ", TODAY)


def test_every_code_has_one_name_a_day() -> None:
    days = [date(1998, 1, 1) + timedelta(days=97 * number) for number in range(107)]
    for code in {state.code for state in region_states()}:
        for day in days:
            assert sum(state.existed(day) for state in region_states() if state.code == code) <= 1


def test_all_of_today_are_the_regions_of_the_list() -> None:
    assert {state.code for state in region_states() if state.existed(TODAY)} == {region.code for region in regions()}


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("ОҚО", BEFORE_2018, "KZ-YUZ"),
        ("ЮЖНО-КАЗАХСТАНСКАЯ ОБЛАСТЬ", None, "KZ-YUZ"),
        ("оңтустик казакстан  облысы", None, "KZ-YUZ"),
        ("Туркестанская область", TODAY, "KZ-61"),
        ("Нұр-Сұлтан", date(2020, 1, 1), "KZ-71"),
        ("г. Астана", None, "KZ-71"),
    ],
)
def test_names_lead_to_their_region(name: str, day: date | None, code: str) -> None:
    found = find_region(name, day)

    assert found is not None
    assert found.code == code


def test_of_a_name_that_came_back_the_latest_period_is_found() -> None:
    found = find_region("Астана")

    assert found is not None
    assert (found.since, found.until) == (date(2022, 9, 17), None)


@pytest.mark.parametrize(("name", "day"), [("Нұр-Сұлтан", TODAY), ("ОҚО", TODAY), ("Атлантида", TODAY)])
def test_a_name_of_no_region_that_day(name: str, day: date) -> None:
    assert find_region(name, day) is None
    with pytest.raises(UnknownRegionError, match="called"):
        region_named(name, day)


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(UnknownRegionError, match="KZ-99"):
        region_on("KZ-99", TODAY)
    with pytest.raises(UnknownRegionError):
        successors("KZ-99", TODAY)


@pytest.mark.parametrize("day", [date(1997, 12, 9), date(2027, 1, 1)])
def test_a_day_outside_the_table_is_an_error(day: date) -> None:
    with pytest.raises(NormsError, match="not known"):
        region_on("KZ-71", day)
    with pytest.raises(NormsError, match="not known"):
        find_region("Астана", day)
