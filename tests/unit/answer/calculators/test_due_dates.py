"""Acceptance, counting, extension and what cannot be counted; days of real services stand in the labelled cases."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kb.answer.calculators.due_date import DueDate, DueOutcome, Filing
from kb.answer.calculators.due_dates import calculate_due_date
from kb.answer.calculators.term_readings import Extension
from kb.extract.term_rules import ExtensionReading, TermRule, TermRuleKind
from kb.model import Bound, ChannelCode, Deadline, Evidence, Language, StartEvent, Unit

CENTRE, PORTAL, OFFICE = ChannelCode.STATE_CORPORATION, ChannelCode.EGOV_PORTAL, ChannelCode.PROVIDER_OFFICE
FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)
EVIDENCE = Evidence(
    document="d", snapshot="sha256:0", act=None, edition=None, language=Language.KK, clause=None, start=0, end=1,
    line=1, quote="x",
)  # fmt: skip


def term(number: int | str | None, unit: Unit = Unit.WORKING_DAY, **rest: Any) -> Deadline:
    value = None if number is None else Decimal(number)
    return replace(Deadline(value=value, unit=unit, bound=Bound.EXACT), **rest)


def rule(kind: TermRuleKind, *, on_paper: bool = False) -> TermRule:
    return TermRule(kind=kind, evidence=EVIDENCE, on_paper=on_paper)


def due(
    one: Deadline, filed: date, channel: ChannelCode | None = None, *rules: TermRule, longer: Extension | None = None
) -> DueDate:
    return calculate_due_date(one, Filing(day=filed, channel=channel, rules=rules), extension=longer)


def codes(found: DueDate) -> list[str]:
    return [one.code for one in found.steps]


def test_what_is_filed_on_a_day_off_is_accepted_on_the_next_working_day() -> None:
    found = due(term(1), SATURDAY, PORTAL)

    assert (found.accepted, found.day) == (MONDAY, date(2026, 11, 24))
    assert found.alternatives == ()
    assert codes(found)[0] == "due_accepted_later"


def test_an_office_may_have_been_open_on_a_day_off() -> None:
    found = due(term(1), SATURDAY, OFFICE)

    assert found.day == date(2026, 11, 24)
    assert [one.day for one in found.alternatives] == [MONDAY]
    settled = due(term(1), SATURDAY, OFFICE, rule(TermRuleKind.ACCEPTED_NEXT_WORKING_DAY))
    assert settled.alternatives == ()
    assert settled.cited == (EVIDENCE,)


def test_the_dated_rule_of_the_state_corporation_stands_with_its_question() -> None:
    found = due(term(2), FRIDAY, CENTRE)

    assert found.day == date(2026, 11, 24)
    assert "20-бап" in found.steps[1].words[Language.KK]
    assert [(one.day, one.why.code) for one in found.alternatives] == [(MONDAY, "due_contested")]


def test_the_text_of_the_standard_goes_before_the_dated_rule() -> None:
    silent = due(term(2), FRIDAY, CENTRE, rule(TermRuleKind.FILING_DAY_NOT_COUNTED, on_paper=True))
    counted = due(term(2), FRIDAY, OFFICE, rule(TermRuleKind.FILING_DAY_COUNTED))

    assert (silent.day, silent.alternatives, silent.cited) == (date(2026, 11, 24), (), (EVIDENCE,))
    assert (counted.day, counted.first_counted) == (MONDAY, FRIDAY)


def test_a_sentence_on_the_state_corporation_is_not_for_the_portal() -> None:
    found = due(term(2), FRIDAY, PORTAL, rule(TermRuleKind.FILING_DAY_COUNTED, on_paper=True))

    assert (found.day, codes(found)[1]) == (date(2026, 11, 24), "due_general_rule")


def test_before_the_rule_is_established_both_days_are_shown() -> None:
    found = due(term(3), date(2015, 12, 2), CENTRE)

    assert found.day == date(2015, 12, 7)
    assert [one.code for one in found.warnings] == ["due_rule_not_established"]
    assert [one.day for one in found.alternatives] == [date(2015, 12, 4)]


def test_the_next_day_of_a_text_is_not_moved_twice() -> None:
    found = due(term(2, starts=StartEvent.NEXT_DAY), FRIDAY, CENTRE)

    assert (found.day, found.alternatives) == (date(2026, 11, 24), ())


def test_holidays_and_moved_days_are_told_with_their_reasons() -> None:
    found = due(term(2), date(2023, 7, 5), OFFICE)

    assert found.day == date(2023, 7, 11)
    assert [(one.day.day, one.off.rest.value) for one in found.skipped] == [
        (6, "holiday"), (7, "moved"), (8, "weekend"), (9, "weekend"),
    ]  # fmt: skip
    assert due(term(2), date(2023, 6, 30), OFFICE).worked == (date(2023, 7, 1),)


def test_a_calendar_term_gives_way_to_the_next_working_day() -> None:
    found = due(term(30, Unit.CALENDAR_DAY), date(2017, 11, 17))

    assert found.day == date(2017, 12, 20)
    assert codes(found)[-1] == "due_step_rolls"
    assert [one.day.day for one in found.skipped] == [17, 18, 19]


def test_days_of_neither_calendar_are_an_open_question() -> None:
    found = due(term(8, Unit.DAY), date(2017, 10, 2))

    assert (found.outcome, found.day) == (DueOutcome.OPEN_QUESTION, None)
    assert [one.day.day for one in found.alternatives] == [12, 10]


def test_zero_days_are_the_day_of_acceptance() -> None:
    assert due(term(0, starts=StartEvent.FILING), FRIDAY, PORTAL).day == FRIDAY
    assert due(term(0, starts=StartEvent.FILING), SATURDAY, PORTAL).day == MONDAY


@pytest.mark.parametrize(
    ("extension", "reading", "days"),
    [
        (term(2), ExtensionReading.ADDED, [date(2025, 5, 12)]),
        (term(30), ExtensionReading.WHOLE, [date(2025, 6, 5)]),
        (term(30), ExtensionReading.OPEN, [date(2025, 6, 5), date(2025, 6, 20)]),
        (term(1, Unit.MONTH), ExtensionReading.ADDED, [date(2025, 6, 9)]),  # 6 June is Kurban ait, a Friday
    ],
)
def test_an_extension_is_added_or_the_whole_term(
    extension: Deadline, reading: ExtensionReading, days: list[date]
) -> None:
    found = due(term(10), date(2025, 4, 21), PORTAL, longer=Extension(term=extension, reading=reading))

    assert ([found.day] if found.day else [one.day for one in found.alternatives]) == days


def test_calendar_days_are_added_before_the_end_gives_way() -> None:
    longer = Extension(term=term(5, Unit.CALENDAR_DAY), reading=ExtensionReading.ADDED)

    assert due(term(5, Unit.CALENDAR_DAY), MONDAY, PORTAL, longer=longer).day == date(2026, 12, 3)


def test_a_number_that_is_no_longer_than_the_term_is_no_extended_term() -> None:
    found = due(term(5), FRIDAY, PORTAL, longer=Extension(term=term(3), reading=ExtensionReading.WHOLE))

    assert (found.outcome, found.warnings[0].code) == (DueOutcome.NOT_COMPUTABLE, "due_extension_shorter")


def test_the_day_before_the_end_is_a_working_day_and_for_its_channel() -> None:
    ahead = rule(TermRuleKind.DELIVERED_DAY_BEFORE, on_paper=True)

    assert due(term(1), FRIDAY, CENTRE, ahead).handed_over == FRIDAY  # due on Monday
    assert due(term(1), FRIDAY, PORTAL, ahead).handed_over is None
    assert due(term(1), FRIDAY, PORTAL, rule(TermRuleKind.RESULT_DAY_BEFORE)).handed_over == FRIDAY


def test_the_lower_end_of_a_range_and_a_lower_bound_are_told() -> None:
    span = due(term(5, least=Decimal(3)), FRIDAY)
    least = due(term(5, bound=Bound.MIN), FRIDAY)

    assert (span.earliest, span.day) == (date(2026, 11, 25), date(2026, 11, 27))
    assert [one.code for one in least.warnings] == ["due_not_before"]


@pytest.mark.parametrize(
    ("one", "warning"),
    [
        (term(None), "due_number_missing"),
        (term(15, Unit.MINUTE), "due_within_day"),
        (term(3, Unit.HOUR), "due_within_day"),
        (term(5, starts=StartEvent.DECISION), "due_other_start"),
        (term("1.5", Unit.MONTH), "due_uncountable"),
        (term(99_999, Unit.CALENDAR_DAY), "due_uncountable"),
    ],
)
def test_what_no_calendar_can_count_is_told(one: Deadline, warning: str) -> None:
    found = due(one, FRIDAY)

    assert (found.outcome, found.day) == (DueOutcome.NOT_COMPUTABLE, None)
    assert [told.code for told in found.warnings] == [warning]


@pytest.mark.parametrize(
    ("one", "filed"),
    [
        (term(1), date(2013, 12, 30)),
        (term(1), date(2027, 1, 5)),
        (term(5), date(2026, 12, 29)),  # runs into the next year
        (term(1, Unit.YEAR), FRIDAY),
        (term(36_500, Unit.CALENDAR_DAY), FRIDAY),
    ],
)
def test_a_term_that_leaves_the_calendar_gets_no_day(one: Deadline, filed: date) -> None:
    found = due(one, filed)

    assert (found.outcome, found.day, found.alternatives) == (DueOutcome.OUTSIDE_TABLE, None, ())
    assert "31.12.2026" in found.warnings[0].words[Language.RU]
