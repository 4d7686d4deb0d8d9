from datetime import date
from decimal import Decimal

import pytest

from kb.model import Bound, Deadline, Language, Unit
from kb.norms import NormsError
from kb.norms.term_ends import UncountableTermError, add_term, filing_day_rule, rule_words
from kb.norms.working_days import OutsideCalendarError


def term(value: str | None, unit: Unit) -> Deadline:
    return Deadline(value=Decimal(value) if value else None, unit=unit, bound=Bound.MAX)


@pytest.mark.parametrize(
    ("start", "value", "unit", "end"),
    [
        (date(2026, 3, 6), "1", Unit.WORKING_DAY, date(2026, 3, 10)),
        (date(2026, 3, 3), "3", Unit.CALENDAR_DAY, date(2026, 3, 6)),
        (date(2026, 3, 3), "5", Unit.CALENDAR_DAY, date(2026, 3, 10)),  # ends on Sunday 8 March
        (date(2026, 2, 4), "2", Unit.WEEK, date(2026, 2, 18)),
        (date(2025, 1, 31), "1", Unit.MONTH, date(2025, 2, 28)),  # no 31 February
        (date(2024, 1, 30), "1", Unit.MONTH, date(2024, 2, 29)),
        (date(2025, 11, 14), "3", Unit.MONTH, date(2026, 2, 16)),  # 14 February is a Saturday
        (date(2024, 2, 29), "1", Unit.YEAR, date(2025, 2, 28)),
        (date(2025, 2, 3), "0.5", Unit.MONTH, date(2025, 2, 18)),
        (date(2025, 2, 3), "0.5", Unit.YEAR, date(2025, 8, 4)),  # 3 August is a Sunday
        (date(2026, 3, 6), "0", Unit.CALENDAR_DAY, date(2026, 3, 6)),
        (date(2026, 3, 6), "0", Unit.WORKING_DAY, date(2026, 3, 6)),
    ],
)
def test_a_term_begins_on_the_next_day_and_ends_on_a_worked_one(start: date, value: str, unit: Unit, end: date) -> None:
    assert add_term(start, term(value, unit)).day == end


def test_the_end_tells_from_where_it_rolled_and_by_which_clause() -> None:
    end = add_term(date(2026, 3, 3), term("5", Unit.CALENDAR_DAY))
    plain = add_term(date(2026, 3, 3), term("5", Unit.CALENDAR_DAY), rolls=False)

    assert end.rolled_from == date(2026, 3, 8)
    assert any("article 175" in citation for citation in end.citations)
    assert (plain.day, plain.rolled_from) == (date(2026, 3, 8), None)
    assert not any("article 175" in citation for citation in plain.citations)


@pytest.mark.parametrize(
    ("value", "unit", "end"),
    [
        ("1", Unit.WORKING_DAY, date(2026, 3, 5)),
        ("2", Unit.WORKING_DAY, date(2026, 3, 6)),
        ("6", Unit.CALENDAR_DAY, date(2026, 3, 10)),
        ("1", Unit.WEEK, date(2026, 3, 11)),
        ("0", Unit.CALENDAR_DAY, date(2026, 3, 5)),
    ],
)
def test_a_counted_day_of_filing_is_the_first_day(value: str, unit: Unit, end: date) -> None:
    assert add_term(date(2026, 3, 5), term(value, unit), start_counts=True).day == end


def test_days_without_a_calendar_need_one() -> None:
    plain = term("3", Unit.DAY)

    with pytest.raises(UncountableTermError, match="day_is"):
        add_term(date(2026, 3, 5), plain)
    assert add_term(date(2026, 3, 5), plain, day_is=Unit.WORKING_DAY).day == date(2026, 3, 11)
    assert add_term(date(2026, 3, 3), plain, day_is=Unit.CALENDAR_DAY).day == date(2026, 3, 6)


@pytest.mark.parametrize(
    "deadline",
    [
        term("30", Unit.MINUTE),
        term("2", Unit.HOUR),
        term(None, Unit.WORKING_DAY),
        term("1.5", Unit.WORKING_DAY),
        term("1.5", Unit.MONTH),
        term("-3", Unit.WORKING_DAY),
        term("9" * 12, Unit.CALENDAR_DAY),
        term("36500", Unit.YEAR),
    ],
)
def test_what_cannot_be_counted_is_an_error(deadline: Deadline) -> None:
    with pytest.raises(UncountableTermError):
        add_term(date(2026, 3, 5), deadline)


def test_a_term_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(OutsideCalendarError):
        add_term(date(2026, 3, 5), term("2", Unit.YEAR))
    assert add_term(date(2026, 3, 5), term("2", Unit.YEAR), rolls=False).day == date(2028, 3, 5)


def test_the_day_of_acceptance_is_a_dated_rule_with_its_clause() -> None:
    rule = filing_day_rule(date(2020, 1, 10))

    assert not rule.counted
    assert "article 20" in rule.citation
    assert rule.question is not None
    assert set(rule.question) == set(rule.words) == set(Language)


def test_general_rules_are_told_in_every_language() -> None:
    end = add_term(date(2026, 3, 6), term("2", Unit.CALENDAR_DAY))

    assert end.rules == ("begins", "rolls")
    assert [rule_words(rule)[Language.EN] for rule in end.rules] == list(end.citations)
    assert "175-бап" in rule_words("rolls")[Language.KK]
    with pytest.raises(NormsError, match="no rule of counting"):
        rule_words("ends")


@pytest.mark.parametrize("day", [date(2016, 2, 29), date(2027, 1, 1)])
def test_the_day_of_acceptance_is_not_guessed(day: date) -> None:
    with pytest.raises(NormsError, match="not established"):
        filing_day_rule(day)
