from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kb.monitoring.rounding import half_up
from kb.monitoring.shares import counts_of_shares, rounding_slack


def decimals_of(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


def test_shares_of_few_people_tell_their_counts() -> None:
    assert counts_of_shares(decimals_of("3.3", "3.3", "23.3", "40.0", "30.0"), 30) == (1, 1, 7, 12, 9)


def test_shares_of_many_people_tell_none() -> None:
    assert counts_of_shares(decimals_of("0.5", "0.8", "6.1", "26.7", "65.9"), 9517) is None


def test_shares_that_no_counts_give_tell_none() -> None:
    assert counts_of_shares(decimals_of("3.0", "3.3", "23.3", "40.0", "30.0"), 30) is None


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5).filter(any))
def test_what_is_told_are_the_counts_that_were_there(counts: list[int]) -> None:
    total = sum(counts)
    shares = [half_up(Fraction(100 * count, total), 1) for count in counts]
    assert abs(sum(shares) - 100) <= rounding_slack(shares)
    assert counts_of_shares(shares, total) in (tuple(counts), None)
