"""Marks are parted between two places only where one way gives all that is printed."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model.monitoring import Answers
from kb.monitoring.measures import BEST, mean, pool, share
from kb.monitoring.report.splitting import PrintedPlace, split_marks
from kb.monitoring.rounding import half_up
from kb.monitoring.shares import near_share

SMALL = st.builds(
    Answers.marks,
    st.lists(st.integers(min_value=0, max_value=4), min_size=5, max_size=5),
    st.integers(min_value=0, max_value=3),
).filter(lambda answers: answers.rated > 0)


def printed(answers: Answers) -> PrintedPlace:
    return PrintedPlace(
        asked=answers.asked, share=half_up(100 * share(answers, BEST), 1), mean=half_up(mean(answers), 2)
    )


@settings(deadline=None)
@given(SMALL, SMALL)
def test_the_true_way_is_always_among_those_found(one: Answers, other: Answers) -> None:
    found = split_marks(pool((one, other)), printed(one), printed(other))
    assert found is not None
    assert (one, other) in found
    for first, second in found:
        assert pool((first, second)) == pool((one, other))
        assert printed(first) == printed(one)
        assert printed(second) == printed(other)


def test_figures_that_no_marks_give_leave_no_way() -> None:
    whole = Answers.marks((0, 0, 0, 10, 10))
    one = PrintedPlace(asked=10, share=Decimal("50.0"), mean=Decimal("4.50"))
    other = PrintedPlace(asked=10, share=Decimal("50.0"), mean=Decimal("4.60"))
    assert split_marks(whole, one, other) == []


def test_places_of_other_people_are_not_parted() -> None:
    whole = Answers.marks((0, 0, 0, 10, 10))
    assert split_marks(whole, PrintedPlace(asked=10), PrintedPlace(asked=11)) == []


def test_too_many_ways_are_not_looked_at() -> None:
    whole = Answers.marks((400, 400, 400, 400, 400))
    assert split_marks(whole, PrintedPlace(asked=1000), PrintedPlace(asked=1000)) is None


def test_tries_that_no_marks_allow_are_counted_too() -> None:
    whole = Answers.marks((900, 900, 900, 0, 3))
    assert split_marks(whole, PrintedPlace(asked=1351, share=Decimal("0.1")), PrintedPlace(asked=1352)) is None


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=400), st.integers(min_value=0, max_value=400), st.integers(0, 2))
def test_near_shares_are_all_of_them(people: int, count: int, digits: int) -> None:
    count = min(count, people)
    printed = half_up(Fraction(100 * count, people), digits)
    every = [one for one in range(people + 1) if half_up(Fraction(100 * one, people), digits) == printed]
    assert near_share(printed, people) == every
