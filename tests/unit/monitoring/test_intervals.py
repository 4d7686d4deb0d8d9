import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.monitoring import NothingAnswered
from kb.monitoring.intervals import wilson


def test_the_interval_is_the_published_one() -> None:
    # 81 of 263: the worked example of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I.
    interval = wilson(81, 263)
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.2553, 0.3662)
    nobody = wilson(0, 20)
    assert (nobody.low, round(nobody.high, 4)) == (0.0, 0.1611)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval(pair: tuple[int, int]) -> None:
    met, of = pair
    interval = wilson(met, of)
    assert 0 <= interval.low <= met / of <= interval.high <= 1
    assert interval.low < interval.high


@given(st.integers(1, 400), st.integers(1, 400))
def test_more_answers_make_it_narrower(met: int, others: int) -> None:
    few, many = wilson(met, met + others), wilson(10 * met, 10 * (met + others))
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(("met", "of"), [(0, 0), (3, 2), (-1, 4)])
def test_no_interval_without_answers(met: int, of: int) -> None:
    with pytest.raises(NothingAnswered):
        wilson(met, of)
