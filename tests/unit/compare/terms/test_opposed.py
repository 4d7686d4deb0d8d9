"""Terms that can and cannot be kept together; the terms are invented."""

from dataclasses import replace

import pytest

from kb.compare.terms.lengths import length_of, usual_most
from kb.compare.terms.opposed import Opposition, opposed, slower, told_otherwise
from kb.model import Bound, Deadline, Unit
from tests.unit.compare.compared import term

DAY, CALENDAR, HOUR, MINUTE, WEEK, MONTH = (
    Unit.DAY, Unit.CALENDAR_DAY, Unit.HOUR, Unit.MINUTE, Unit.WEEK, Unit.MONTH,
)  # fmt: skip


def _range(least: int, most: int, unit: Unit) -> Deadline:
    value = term(most, unit)
    return replace(value, least=term(least, unit).value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (term(6), term(7)),
        (term(6, bound=Bound.MAX), term(4, bound=Bound.EXACT)),  # a longest term is a number, too
        (term(6), term(30, CALENDAR)),
        (term(2, HOUR), term(40, MINUTE)),
        (term(5, bound=Bound.MIN), term(3)),
        (term(6, DAY), term(9)),  # a day without a calendar is counted as the other side's
        (_range(3, 5, CALENDAR), term(9, CALENDAR)),
        (term(1, MONTH), term(6)),
    ],
)
def test_numbers_that_no_calendar_gives_are_opposed(one: Deadline, other: Deadline) -> None:
    assert opposed(one, other) is Opposition.NUMBER
    assert opposed(other, one) is Opposition.NUMBER


@pytest.mark.parametrize(
    ("one", "other"), [(term(6), term(6, CALENDAR)), (term(6, DAY), term(6)), (term(3, WEEK), term(3, MONTH))]
)
def test_one_number_of_two_units_is_opposed_by_its_unit(one: Deadline, other: Deadline) -> None:
    assert opposed(one, other) is Opposition.UNIT


def test_at_least_and_at_most_of_one_number_are_opposed_by_their_bound() -> None:
    assert opposed(term(6, bound=Bound.MIN), term(6, bound=Bound.MAX)) is Opposition.BOUND
    assert opposed(term(6, bound=Bound.EXACT), term(6, bound=Bound.MAX)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (term(6), term(6, bound=Bound.EXACT)),
        (term(6, DAY), term(6, CALENDAR)),  # days without a word on them are calendar days as a rule
        (term(5), term(7, CALENDAR)),
        (term(60, MINUTE), term(1, HOUR)),
        (term(20), term(1, MONTH)),
        (_range(3, 9, CALENDAR), term(7, CALENDAR)),
        (term(2, bound=Bound.MIN), term(6)),
        (term(None), term(6)),
    ],
)
def test_terms_that_a_calendar_keeps_together_are_not_opposed(one: Deadline, other: Deadline) -> None:
    assert opposed(one, other) is None
    assert opposed(other, one) is None


def test_what_took_longer_than_the_weeks_of_a_term_is_slower() -> None:
    assert slower(term(1, MONTH), term(10))
    assert slower(_range(2, 4, MONTH), term(90, CALENDAR))
    assert not slower(term(14, DAY), term(10))
    assert not slower(term(3), term(10))
    assert not slower(term(9), term(5, bound=Bound.MIN))


def test_what_is_told_is_held_against_weeks_without_holidays() -> None:
    assert opposed(term(8), term(17, CALENDAR)) is None
    assert told_otherwise(term(17, CALENDAR), term(8)) is Opposition.NUMBER
    assert told_otherwise(term(1, WEEK), term(8)) is Opposition.NUMBER
    assert told_otherwise(term(11, CALENDAR), term(8)) is None


def test_a_working_day_lasts_a_day_at_least_and_over_the_longest_holidays_at_most() -> None:
    length = length_of(term(1))
    assert length is not None
    assert length.least == 1
    assert 4 <= length.most <= 10
    assert usual_most(term(10)) == 14
    endless = length_of(term(36_000))
    assert endless is not None
    assert endless.least < endless.most
