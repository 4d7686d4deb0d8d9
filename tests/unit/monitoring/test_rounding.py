from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.monitoring.rounding import decimals, half_up


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (Fraction(9, 2), 0, "5"),
        (Fraction(4525, 1000), 2, "4.53"),
        (Fraction(-225, 10), 0, "-23"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(0), 1, "0.0"),
    ],
)
def test_halves_go_away_from_zero(value: Fraction, digits: int, shown: str) -> None:
    assert str(half_up(value, digits)) == shown


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=4), st.integers(0, 3)
)
def test_it_is_the_half_up_of_decimals(value: Decimal, digits: int) -> None:
    assert half_up(Fraction(value), digits) == value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


@given(st.fractions(min_value=-100, max_value=100), st.integers(0, 4))
def test_it_is_within_half_a_unit_of_the_exact_value(value: Fraction, digits: int) -> None:
    assert abs(Fraction(half_up(value, digits)) - value) <= Fraction(1, 2 * 10**digits)


def test_decimals_are_those_printed() -> None:
    assert [decimals(Decimal(text)) for text in ("4", "4.5", "4.50", "1E+2")] == [0, 1, 2, 0]
