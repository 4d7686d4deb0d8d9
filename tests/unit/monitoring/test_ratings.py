from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.monitoring import Answers
from kb.monitoring import Flag, Measure, NotComparable, NothingAnswered, rate, require_comparable
from kb.monitoring.intervals import wilson
from kb.monitoring.ratings import SMALL_N
from tests.unit.monitoring.marks import MARKED

MARKS = {
    "a": Answers.marks((0, 0, 0, 20, 80)),
    "b": Answers.marks((0, 0, 10, 10, 80)),
    "c": Answers.marks((0, 0, 0, 0, 5)),
    "d": Answers.marks((5, 5, 10, 20, 60), silent=3),
}


def test_ties_stay_ties_and_the_next_place_counts_them() -> None:
    rows = rate(MARKS).rows
    assert [(row.key, row.rank) for row in rows] == [("c", 1), ("a", 2), ("b", 2), ("d", 4)]
    by_mean = rate(MARKS, measure=Measure.MEAN).rows
    assert [(row.key, row.rank) for row in by_mean] == [("c", 1), ("a", 2), ("b", 3), ("d", 4)]


def test_a_tie_is_one_of_the_figures_shown() -> None:
    near = {"x": Answers.marks((0, 0, 0, 1000, 2000)), "y": Answers.marks((0, 0, 0, 999, 2000))}
    assert [row.rank for row in rate(near).rows] == [1, 1]


def test_few_answers_and_few_services_are_flagged_and_rare_ones_left_out() -> None:
    rating = rate(MARKS, services={"a": 3, "b": 2, "c": 1, "d": 20})
    assert {row.key: row.flags for row in rating.rows} == {
        "c": (Flag.SMALL_N, Flag.FEW_SERVICES), "a": (), "b": (Flag.FEW_SERVICES,), "d": (),
    }  # fmt: skip
    without = rate(MARKS, least=30)
    assert without.excluded == ("c",)
    assert [row.rank for row in without.rows] == [1, 1, 3]


def test_what_nobody_marked_is_named_and_not_rated() -> None:
    rating = rate({**MARKS, "e": Answers(silent=7)})
    assert rating.unanswered == ("e",)
    assert len(rating.rows) == 4


def test_fours_count_on_demand() -> None:
    (row,) = (row for row in rate(MARKS, best_two=True).rows if row.key == "d")
    assert (row.satisfaction, row.mean, row.ten_point) == (Decimal("80.0"), Decimal("4.25"), Decimal("8.50"))


def test_other_answers_than_marks_are_not_rated() -> None:
    with pytest.raises(NothingAnswered, match="only marks of 1 to 5"):
        rate({"a": Answers.of({Decimal(0): 4, Decimal(1): 2})})


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), MARKED, max_size=8), st.randoms())
def test_the_order_of_the_input_changes_nothing(answers: dict[str, Answers], random: Random) -> None:
    keys = list(answers)
    random.shuffle(keys)
    assert rate({key: answers[key] for key in keys}) == rate(answers)
    ranks = [row.rank for row in rate(answers).rows]
    assert ranks == sorted(ranks)


def test_years_with_other_services_are_refused() -> None:
    require_comparable({"a", "b"}, {"b", "a"})
    with pytest.raises(NotComparable, match=r"1 only in the first: a; 2 only in the second: c, d\).*--common"):
        require_comparable({"a", "b"}, {"b", "c", "d"})


def test_the_smallest_number_of_answers_is_where_the_interval_hides_the_order() -> None:
    """The middle half of the 55 services of 2017 lies between 58.2 and 74.6 per cent."""
    middle_half = (Decimal("74.6") - Decimal("58.2")) / 100
    interval = wilson(round(Fraction(66, 100) * SMALL_N), SMALL_N)
    assert Decimal(interval.high - interval.low) > Decimal("1.9") * middle_half
