from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kb.model import (
    Attribute,
    Bound,
    Deadline,
    DoubtReason,
    Gap,
    Language,
    Purpose,
    Scope,
    ScopeField,
    SourceKind,
    Statement,
    Text,
    Unit,
)
from kb.resolve.doubts import LONG_CASE, find_doubts
from tests.unit.resolve.stated import days, stated

BARE_DAYS = Deadline(value=Decimal(3), unit=Unit.DAY, bound=Bound.MAX)


def quoting(words: str, statement: Statement | None = None) -> Statement:
    """A statement that was read from these words."""
    one = statement or stated(days(3))
    return replace(one, evidence=replace(one.evidence, quote=words, end=one.evidence.start + len(words)))


def reasons(statement: Statement, *gaps: Gap) -> tuple[DoubtReason, ...]:
    return tuple(reason for doubt in find_doubts([statement], gaps) for reason in doubt.reasons)


def provider(name: str) -> Statement:
    return replace(quoting(name), attribute=Attribute.PROVIDER, value=Text(text=name))


def test_a_plain_value_is_not_doubtful() -> None:
    assert reasons(quoting("3 (үш) жұмыс күні")) == ()


def test_days_without_a_calendar_are_doubtful() -> None:
    assert reasons(quoting("3 күн", stated(BARE_DAYS))) == (DoubtReason.NO_CALENDAR,)


def test_a_term_of_another_thing_or_without_a_number_is_left_alone() -> None:
    assert reasons(stated(replace(BARE_DAYS, purpose=Purpose.OTHER))) == ()
    assert reasons(stated(replace(BARE_DAYS, value=None))) == ()


def test_what_does_not_hold_any_more_is_left_alone() -> None:
    assert reasons(stated(BARE_DAYS, until=date(2020, 1, 1))) == ()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("1О жұмыс күні", DoubtReason.DAMAGED_NUMBER),
        ("З0 жұмыс күні", DoubtReason.DAMAGED_NUMBER),
        ("10 жұмыc күні", DoubtReason.DAMAGED_WORDS),
    ],
)
def test_a_value_read_from_other_signs_is_doubtful(words: str, reason: DoubtReason) -> None:
    assert reasons(quoting(words)) == (reason,)


@pytest.mark.parametrize("words", ["10 жұмыс күнi iшiнде", "10 жұмыс күні – egov.kz", "10 жұмыс\u00a0күні"])
def test_habits_of_typing_are_no_damage(words: str) -> None:
    assert reasons(quoting(words)) == ()


@pytest.mark.parametrize(
    ("gap", "reason"),
    [
        ("contradictory", DoubtReason.NUMBER_AND_WORDS),
        ("negative", DoubtReason.ODD_NUMBER),
        ("too_large", DoubtReason.ODD_NUMBER),
    ],
)
def test_a_number_that_was_not_taken_is_doubtful(gap: str, reason: DoubtReason) -> None:
    statement = stated(days(None))
    missing = Gap(service=statement.service, attribute="deadline", evidence=statement.evidence, reason=gap)
    assert reasons(statement, missing) == (reason,)
    assert reasons(statement, replace(missing, reason="no_number")) == ()


def test_a_very_long_condition_is_doubtful() -> None:
    assert reasons(stated(days(3), scope=Scope(case=ScopeField(text="ж" * (LONG_CASE + 1))))) == (
        DoubtReason.LONG_CASE,
    )
    assert reasons(stated(days(3), scope=Scope(case=ScopeField(text="ж" * LONG_CASE)))) == ()


def test_a_provider_that_is_no_known_body_is_doubtful() -> None:
    assert reasons(provider("Ай мен күнді бақылау агенттігі")) == (DoubtReason.UNKNOWN_BODY,)
    assert reasons(provider("Қазақстан Республикасының Ішкі істер министрлігі")) == ()


def test_the_gravest_reason_comes_first_and_what_is_only_heard_waits() -> None:
    (doubt,) = find_doubts([quoting("1О күн", stated(BARE_DAYS))])
    assert doubt.reasons == (DoubtReason.DAMAGED_NUMBER, DoubtReason.NO_CALENDAR)
    (heard,) = find_doubts([stated(BARE_DAYS, kind=SourceKind.PRACTICE)])
    (set_down,) = find_doubts([stated(BARE_DAYS, language=Language.RU)])
    assert doubt.confidence < set_down.confidence < heard.confidence <= 1
