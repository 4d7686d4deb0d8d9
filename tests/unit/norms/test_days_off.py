from datetime import date, timedelta

import pytest

from kb.model import Language
from kb.norms.days_off import Rest, day_off, worked_rest
from kb.norms.tables import read_table
from kb.norms.working_days import OutsideCalendarError, calendar_period, is_working_day, moved_days


@pytest.mark.parametrize(
    ("day", "rest", "holiday"),
    [
        (date(2026, 12, 16), Rest.HOLIDAY, "independence_day"),
        (date(2026, 5, 11), Rest.OBSERVED, "victory_day"),  # 9 May is a Saturday
        (date(2025, 6, 6), Rest.KURBAN_AIT, "kurban_ait"),
        (date(2023, 7, 7), Rest.MOVED, None),
        (date(2026, 11, 28), Rest.WEEKEND, None),
        (date(2017, 12, 1), Rest.HOLIDAY, "first_president_day"),
    ],
)
def test_why_a_day_is_not_worked(day: date, rest: Rest, holiday: str | None) -> None:
    off = day_off(day)

    assert off is not None
    assert (off.rest, off.holiday) == (rest, holiday)
    assert off.citation


def test_every_day_has_a_reason_exactly_where_it_is_not_worked() -> None:
    first, last = calendar_period()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]

    assert all((day_off(day) is None) is is_working_day(day) for day in days)
    reasons = [off for off in map(day_off, days) if off]
    assert not [off.day for off in reasons if off.rest is Rest.WEEKEND and off.day.weekday() < 5]
    assert {off.holiday for off in reasons if off.holiday} == {*read_table("holiday_names").values(), "kurban_ait"}
    assert all(off.words(language) for off in reasons for language in Language)


def test_words_name_the_holiday() -> None:
    off = day_off(date(2026, 5, 11))

    assert off is not None
    assert off.words(Language.RU) == "День Победы: день отдыха взамен совпавшего с выходным"
    assert "Жеңіс күні" in off.words(Language.KK)


def test_a_worked_day_of_rest_names_the_act_that_moved_it() -> None:
    moved = worked_rest(date(2023, 7, 1))

    assert moved is not None
    assert moved.free == date(2023, 7, 7)
    assert moved.act == "Government resolution No. 326 of 2023"
    assert worked_rest(date(2023, 7, 8)) is None
    assert all(worked_rest(row.worked) == row for row in moved_days())


def test_a_year_outside_the_calendar_is_not_told() -> None:
    with pytest.raises(OutsideCalendarError, match="2027-01-01"):
        day_off(date(2027, 1, 1))
