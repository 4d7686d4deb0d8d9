import math

import pytest

from kb.relevance.figures import Answered, interval, measure

SECOND = 1 / math.log2(3)


def test_figures_of_three_queries() -> None:
    figures = measure([Answered(("x", "a"), {"a": 1}), Answered(("a", "x"), {"a": 1}), Answered((), {"a": 1})])
    assert figures["queries"] == 3
    assert figures["ndcg"] == pytest.approx((SECOND + 1 + 0) / 3)
    assert figures["rr"] == pytest.approx(0.5)
    assert figures["recall"] == pytest.approx(2 / 3)
    assert figures["first"] == pytest.approx(1 / 3)
    assert figures["empty"] == 1
    assert figures["low"] <= figures["ndcg"] <= figures["high"]


def test_only_ten_results_count() -> None:
    places = tuple(f"x{number}" for number in range(10))
    assert measure([Answered((*places, "a"), {"a": 1})])["recall"] == 0
    assert measure([Answered((*places[:9], "a"), {"a": 1})])["recall"] == 1


def test_places_decide_and_not_names() -> None:
    """Measures put equal scores in an order of their own; here the order found is the order measured."""
    for found in (("a", "b", "c"), ("c", "b", "a")):
        assert measure([Answered(found, {found[0]: 1})])["first"] == 1


def test_a_query_counts_with_its_mean_over_the_draws() -> None:
    right, wrong = Answered(("a",), {"a": 1}), Answered((), {"a": 1})
    figures = measure([right, right], [wrong, right])
    assert figures["queries"] == 2
    assert figures["ndcg"] == pytest.approx(0.75)
    assert figures["empty"] == 1


def test_the_interval_is_the_same_each_time_and_narrows_with_more_queries() -> None:
    few, many = interval([0.0, 1.0] * 5), interval([0.0, 1.0] * 200)
    assert few == interval([0.0, 1.0] * 5)
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert interval([1.0] * 4) == (1.0, 1.0)


def test_nothing_to_measure_is_an_error() -> None:
    with pytest.raises(ValueError, match="no answers"):
        measure([])
