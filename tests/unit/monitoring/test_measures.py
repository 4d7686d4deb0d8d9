from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.monitoring import Answers
from kb.monitoring import NothingAnswered
from kb.monitoring.measures import (
    BEST_TWO,
    difference,
    mean,
    mean_difference,
    median,
    pool,
    risk_share,
    satisfaction,
    ten_point,
    tension_index,
)
from kb.monitoring.rounding import half_up
from tests.unit.monitoring.marks import MARKED, RATED

OFFICE = Answers.marks((0, 3, 5, 27, 65), silent=2)
PORTAL = Answers.marks((1, 1, 7, 12, 9))


def test_satisfaction_counts_fives_among_those_who_gave_a_mark() -> None:
    assert satisfaction(OFFICE) == Fraction(65, 100)
    assert satisfaction(OFFICE, BEST_TWO) == Fraction(92, 100)
    assert OFFICE.asked == 102


def test_the_ten_point_mark_comes_from_the_unrounded_mean() -> None:
    answers = Answers.marks((0, 0, 0, 1, 2))  # 14/3 = 4.667: doubled after rounding it would be 9.34
    assert half_up(mean(answers), 2) == Decimal("4.67")
    assert half_up(ten_point(answers), 2) == Decimal("9.33")


def test_differences_of_channels_and_of_a_part_from_the_whole() -> None:
    assert difference(OFFICE, PORTAL) == Fraction(65, 100) - Fraction(9, 30)
    assert mean_difference(PORTAL, pool((OFFICE, PORTAL))) < 0


def test_yes_and_no_and_minutes() -> None:
    assert risk_share(Answers.of({Decimal(1): 3, Decimal(0): 97}, silent=50)) == Fraction(3, 100)
    waited = Answers.of({Decimal(5): 2, Decimal("12.5"): 1, Decimal(60): 1})
    assert mean(waited) == Fraction(165, 8)
    assert median(waited) == Fraction(35, 4)
    assert median(Answers.of({Decimal(5): 3})) == 5


def test_the_tension_index_is_the_mean_of_five_shares() -> None:
    parts = [Fraction(13, 1000), Fraction(7, 1000), Fraction(2, 100), Fraction(5, 1000), Fraction(12, 1000)]
    assert half_up(100 * tension_index(parts), 2) == Decimal("1.14")
    with pytest.raises(NothingAnswered, match="takes 5 indicators, got 4"):
        tension_index(parts[:4])


@pytest.mark.parametrize("measure", [satisfaction, mean, ten_point, median, risk_share])
def test_nothing_is_measured_where_nobody_answered(measure: object) -> None:
    assert callable(measure)
    with pytest.raises(NothingAnswered, match="nobody of 4 asked"):
        measure(Answers(silent=4))


def test_a_negative_count_is_no_answer() -> None:
    with pytest.raises(ValueError, match="negative"):
        Answers.marks((0, 0, -1, 0, 0))


@given(MARKED, MARKED, MARKED)
def test_pooling_is_associative_and_commutative(one: Answers, two: Answers, three: Answers) -> None:
    assert pool((pool((one, two)), three)) == pool((one, pool((two, three)))) == pool((three, one, two))


@given(st.lists(RATED, min_size=1, max_size=6), st.randoms())
def test_order_and_splitting_change_nothing(parts: list[Answers], random: Random) -> None:
    whole = pool(parts)
    pieces = [Answers.of({value: 1}) for part in parts for value, count in part.counts for _ in range(min(count, 3))]
    rest = [
        Answers.of({value: count - min(count, 3) for value, count in part.counts}, silent=part.silent) for part in parts
    ]
    mixed = [*pieces, *rest]
    random.shuffle(mixed)
    assert pool(mixed) == whole
    assert mean(pool(mixed)) == mean(whole)


@given(st.lists(RATED, min_size=1, max_size=5))
def test_measures_stay_in_range_and_between_their_parts(parts: list[Answers]) -> None:
    whole = pool(parts)
    assert 1 <= mean(whole) <= 5
    assert 0 <= satisfaction(whole) <= satisfaction(whole, BEST_TWO) <= 1
    assert min(map(mean, parts)) <= mean(whole) <= max(map(mean, parts))
    assert min(map(satisfaction, parts)) <= satisfaction(whole) <= max(map(satisfaction, parts))


def test_a_pooled_mean_is_not_the_mean_of_means() -> None:
    assert mean(pool((OFFICE, PORTAL))) != (mean(OFFICE) + mean(PORTAL)) / 2
