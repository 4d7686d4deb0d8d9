"""Totals between what was given and what the method says, or what is missing for them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from kb.model.evaluation import Penalty
from kb.monitoring.evaluation import BODY, Missing, own_methods, read_points, total_points
from tests.unit.monitoring.evaluation.made_methods import POINTS_FILE, SAMPLE, given, item, method

POINTS = st.decimals(0, 100, places=3)
WEIGHTS = st.decimals("0.01", 100, places=2)
LATE = {"id": "late", "kk": "кеш", "ru": "поздно", "item": "one", "points": 0.2, "place": {"citation": "үлгі"}}


def test_the_sample_is_added_up_by_hand() -> None:
    energy, finance = read_points([POINTS_FILE], SAMPLE, 2025)
    totals = total_points(SAMPLE, finance)
    assert totals["goals"].exact == Fraction("88.05") - Fraction("0.4")
    assert {name: str(one.shown) for name, one in totals.items()} == {
        "yearly-targets": "91.50", "budget-results": "80.00", "goals": "87.65", "services": "77.25",
        "openness": "88.10", "citizens": "84.48", BODY: "86.38",
    }  # fmt: skip
    assert totals["goals"].penalty == Decimal("0.4")
    lacking = total_points(SAMPLE, energy)
    assert (lacking["goals"].shown, lacking[BODY].shown) == (Decimal("68.62"), None)
    assert lacking[BODY].missing == (Missing(what="score", item="openness"),)


def test_where_the_source_gives_no_weights_nothing_is_added_up_and_each_lack_is_told() -> None:
    source = own_methods()["three-blocks"]
    leaves = {one.id: 50 for one in source.each() if not one.parts}
    totals = total_points(source, given(leaves, Penalty(rule="late", cases=3, evidence="хат")))
    assert {name for name, one in totals.items() if one.shown is not None} == set(leaves)
    assert totals["goals"].penalty == Decimal("0.6")
    lacking = totals[BODY].missing
    assert Missing(what="adding", item=BODY) in lacking
    weightless = {one.item for one in lacking if one.what == "weight"}
    assert weightless == {one.id for one in source.each()}


def test_one_weight_that_is_missing_is_not_made_up() -> None:
    lacking = total_points(method(item("one", 1, item("a", 2), item("b", None))), given({"a": 5, "b": 5}))
    assert (lacking["one"].shown, lacking["one"].missing) == (None, (Missing(what="weight", item="b"),))
    assert lacking["b"].shown == Decimal("5.00")


def test_a_method_that_does_not_round_shows_nothing_rounded() -> None:
    totals = total_points(method(item("one"), rounding={}), given({"one": 5}))
    assert (totals["one"].shown, totals[BODY].shown) == (None, None)
    assert Missing(what="rounding", item=BODY) in totals[BODY].missing


def test_a_penalty_without_points_in_the_source_leaves_no_total() -> None:
    made = method(item("one"), penalties=[{**LATE, "points": None}])
    total = total_points(made, given({"one": 5}, Penalty(rule="late", cases=1, evidence="хат")))["one"]
    assert (total.shown, total.missing) == (None, (Missing(what="penalty", item="one"),))


@pytest.mark.parametrize(
    ("points", "shown"),
    [("2.345", "2.35"), ("2.344", "2.34"), ("2.3449", "2.34"), ("0.005", "0.01"), ("99.995", "100.00")],
)
def test_halves_go_up_at_the_second_decimal(points, shown) -> None:
    assert str(total_points(method(item("one")), given({"one": points}))[BODY].shown) == shown


def test_totals_are_rounded_once_from_exact_values() -> None:
    made = method(item("one", 1, item("a"), item("b"), item("c")), item("two", 2))
    totals = total_points(made, given({"a": "1", "b": "1", "c": "0", "two": "0.005"}))
    assert totals[BODY].exact == (Fraction(2, 3) + 2 * Fraction(1, 200)) / 3
    assert str(totals[BODY].shown) == "0.23"


def test_an_area_may_be_given_its_points_itself_and_then_needs_no_parts() -> None:
    made = method(item("one", 1, item("a", None), item("b")), item("two", 3))
    totals = total_points(made, given({"one": 10, "two": 2}))
    assert (totals["one"].exact, totals["one"].missing, totals[BODY].exact) == (10, (), 4)
    assert totals["a"].missing == (Missing(what="score", item="a"),)


def test_a_sum_of_weights_is_no_mean() -> None:
    made = method(item("one", 2), item("two", 3), adding="weighted_sum")
    assert total_points(made, given({"one": 10, "two": 5}))[BODY].exact == 35


@draw(st.lists(st.tuples(WEIGHTS, POINTS), min_size=1, max_size=8))
def test_a_mean_lies_between_its_parts_and_its_shown_value_within_half_a_hundredth(rows) -> None:
    made = method(*(item(f"i{place}", str(weight)) for place, (weight, _) in enumerate(rows)))
    total = total_points(made, given({f"i{place}": points for place, (_, points) in enumerate(rows)}))[BODY]
    assert total.exact is not None
    assert total.shown is not None
    assert min(points for _, points in rows) <= total.exact <= max(points for _, points in rows)
    assert -Fraction(1, 200) < total.exact - Fraction(total.shown) < Fraction(1, 200) or (
        Fraction(total.shown) - total.exact == Fraction(1, 200)
    )


@draw(st.lists(st.tuples(WEIGHTS, POINTS), min_size=2, max_size=8), st.randoms())
def test_the_order_of_items_and_of_points_changes_nothing(rows, random) -> None:
    items = [item(f"i{place}", str(weight)) for place, (weight, _) in enumerate(rows)]
    points = {f"i{place}": value for place, (_, value) in enumerate(rows)}
    before = total_points(method(*items), given(points))
    random.shuffle(items)
    shuffled = list(points.items())
    random.shuffle(shuffled)
    after = total_points(method(*items), given(dict(shuffled)))
    assert dict(after) == dict(before)


@draw(POINTS, st.integers(1, 50))
def test_each_case_of_a_penalty_takes_the_same_off(points, cases) -> None:
    made = method(item("one"), penalties=[LATE])
    totals = total_points(made, given({"one": points}, Penalty(rule="late", cases=cases, evidence="хат")))
    assert totals[BODY].exact == Fraction(points) - cases * Fraction(1, 5)
