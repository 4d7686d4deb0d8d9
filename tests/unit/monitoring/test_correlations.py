from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.monitoring import CorrelationKind, NothingAnswered, correlate

PAIRS = st.dictionaries(
    st.tuples(st.integers(1, 5).map(Decimal), st.integers(1, 5).map(Decimal)), st.integers(1, 40), min_size=3
)


def long_form(pairs: dict[tuple[Decimal, Decimal], int]) -> tuple[list[float], list[float]]:
    listed = [(float(one), float(other)) for (one, other), count in pairs.items() for _ in range(count)]
    return [one for one, _ in listed], [other for _, other in listed]


def mean_ranks(values: list[float]) -> list[float]:
    return [sum(other < one for other in values) + (sum(other == one for other in values) + 1) / 2 for one in values]


@given(PAIRS)
def test_the_coefficients_are_those_of_the_people_one_by_one(pairs: dict[tuple[Decimal, Decimal], int]) -> None:
    ones, others = long_form(pairs)
    for kind, shape in ((CorrelationKind.PEARSON, list), (CorrelationKind.SPEARMAN, mean_ranks)):
        found = correlate(pairs, kind)
        assert found.pairs == len(ones)
        if len(set(ones)) == 1 or len(set(others)) == 1:
            assert found.value is None
        else:
            assert found.value == pytest.approx(np.corrcoef(shape(ones), shape(others))[0, 1], abs=1e-9)


def test_two_people_tell_nothing() -> None:
    with pytest.raises(NothingAnswered, match="at least 3"):
        correlate({(Decimal(1), Decimal(2)): 2}, CorrelationKind.PEARSON)
