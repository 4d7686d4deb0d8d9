from datetime import date, timedelta

import pytest
from holidays import country_holidays

from kb.norms import NormsError
from kb.norms.tables import read_table
from kb.norms.working_days import (
    OutsideCalendarError,
    add_working_days,
    calendar_period,
    is_working_day,
    moved_days,
    next_working_day,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 3, 5), True),
        (date(2026, 3, 7), False),  # a Saturday
        (date(2026, 3, 9), False),  # 8 March is a Sunday
        (date(2026, 3, 25), False),  # two of the three days of Nauryz fall on a weekend
        (date(2026, 3, 26), True),
        (date(2017, 1, 9), True),  # Christmas on a Saturday is not moved
        (date(2015, 8, 31), False),  # Constitution Day on a Sunday
        (date(2026, 8, 31), True),  # Constitution Day left August
        (date(2021, 12, 1), False),
        (date(2022, 12, 1), True),
        (date(2021, 10, 25), True),
        (date(2022, 10, 25), False),
        (date(2022, 12, 19), True),
    ],
)
def test_holidays_follow_the_law_of_their_year(day: date, worked: bool) -> None:
    assert is_working_day(day) is worked


def test_a_moved_day_is_free_and_its_day_of_rest_is_worked() -> None:
    first, _ = calendar_period()

    assert all(not is_working_day(row.free) for row in moved_days())
    assert all(is_working_day(row.worked) for row in moved_days() if row.worked >= first)
    assert not is_working_day(date(2022, 10, 24))
    assert is_working_day(date(2022, 10, 22))


def test_kurban_ait_follows_the_mufti_and_is_not_moved() -> None:
    assert not is_working_day(date(2023, 6, 28))
    assert is_working_day(date(2024, 6, 17))  # announced for this Monday, then held on Sunday


def test_table_and_package_tell_the_same_years() -> None:
    first, last = calendar_period()
    package = country_holidays("KZ", years=range(first.year, last.year + 1), language="en_US")
    worked = {day for day in package.weekend_workdays if first <= day}
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    off = {day for day in days if day not in worked and (day.weekday() >= 5 or day in package)}

    assert [day for day in days if is_working_day(day) is (day in off)] == []


def test_changes_of_the_law_are_seen_by_the_package() -> None:
    for change in read_table("calendar")["changes"]:
        month, number = map(int, change["holiday"].split("-"))
        years = range(change["since"], calendar_period()[1].year + 1)
        holidays = [date(year, month, number) in country_holidays("KZ", years=year) for year in years]

        assert holidays == [change["is_day_off"]] * len(holidays), change["citation"]


def test_every_year_has_kurban_ait_once() -> None:
    first, last = calendar_period()
    years = [row["day"].year for row in read_table("calendar")["kurban_ait"]]

    assert years == list(range(first.year, last.year + 1))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 4), 1, date(2026, 3, 5)),
        (date(2026, 3, 6), 1, date(2026, 3, 10)),  # over the weekend and 9 March
        (date(2026, 3, 20), 1, date(2026, 3, 26)),
        (date(2026, 3, 21), 0, date(2026, 3, 26)),
        (date(2026, 3, 20), 0, date(2026, 3, 20)),
        (date(2022, 10, 20), 3, date(2022, 10, 26)),  # 22 October is worked, 23 to 25 are free
    ],
)
def test_adding_working_days(start: date, count: int, end: date) -> None:
    assert add_working_days(start, count) == end


@pytest.mark.parametrize("count", [1, 3, 15, 40])
def test_counting_undoes_adding(count: int) -> None:
    start = date(2020, 4, 28)

    assert working_days_between(start, add_working_days(start, count)) == count


def test_no_day_lies_between_a_day_and_itself() -> None:
    assert working_days_between(date(2026, 3, 5), date(2026, 3, 5)) == 0


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2027, 1, 1)])
def test_a_year_outside_the_table_is_an_error(day: date) -> None:
    with pytest.raises(OutsideCalendarError, match=r"calendar\.yaml"):
        is_working_day(day)
    with pytest.raises(OutsideCalendarError):
        working_days_between(day, day)


def test_a_term_that_leaves_the_table_is_an_error() -> None:
    with pytest.raises(OutsideCalendarError):
        add_working_days(date(2026, 12, 30), 5)
    with pytest.raises(OutsideCalendarError):
        next_working_day(date(2027, 1, 2))


def test_terms_run_forward_only() -> None:
    with pytest.raises(NormsError, match="forward"):
        add_working_days(date(2026, 3, 5), -1)
    with pytest.raises(NormsError, match="earlier day first"):
        working_days_between(date(2026, 3, 5), date(2026, 3, 4))
