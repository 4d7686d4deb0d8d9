"""Figures of the monitoring in words: shades, decimals, steps of a figure, addresses."""

from decimal import Decimal
from fractions import Fraction
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kb.model import Language
from kb.model.monitoring import Standing
from kb.monitoring import Group, Measure
from kb.pipeline.monitoring import Chosen
from kb.web.monitoring.asked import FILTERS, RatingAsked, _asked, within
from kb.web.monitoring.figures import exact, fixed, percent
from kb.web.monitoring.recomputed_asked import RecomputedAsked
from kb.web.monitoring.table_view import SHADES, _points, _Scale
from kb.web.words import words_in

KK, EN = words_in(Language.KK), words_in(Language.EN)
figures = st.decimals(min_value=0, max_value=100, places=1)


def request(query):
    return Request({"type": "http", "query_string": query.encode(), "headers": [], "path": "/"})


@pytest.mark.parametrize(
    ("number", "kk", "en"),
    [("66.0", "66,0", "66.0"), ("4.50", "4,50", "4.50"), ("0.0", "0,0", "0.0"), ("1E+2", "100", "100")],
)
def test_figures_keep_their_zeros(number, kk, en):
    assert fixed(Decimal(number), KK) == kk
    assert fixed(Decimal(number), EN) == en
    assert percent(Decimal(number), KK) == f"{kk} %"


def test_what_is_shown_before_rounding_tells_which_way_it_goes():
    assert exact(Fraction(109, 187), KK) == "0,582888"


@given(st.lists(figures, min_size=2, max_size=40))
def test_shades_rise_with_figures_and_reach_both_ends(numbers):
    scale = _Scale.of(numbers)
    shades = [scale.shade(number) for number in sorted(numbers)]
    assert shades == sorted(shades)
    assert set(shades) <= set(range(1, SHADES + 1))
    assert shades[-1] == SHADES
    if min(numbers) != max(numbers):
        assert shades[0] == 1


def test_the_key_names_the_bounds_of_the_shades():
    told = _Scale.of([Decimal("50.0"), Decimal("100.0")]).told(KK, Measure.SATISFACTION)
    assert told[0] == (1, "50,0–60,0")
    assert told[-1] == (SHADES, "90,0–100,0")
    assert _Scale.of([Decimal(5), Decimal(5)]).told(KK, Measure.MEAN) == ()


@pytest.mark.parametrize(("value", "words"), [("-1.2", "−1,2"), ("0.0", "0,0"), ("9.1", "+9,1")])
def test_differences_have_their_sign(value, words):
    assert _points(Decimal(value), KK) == words
    assert _points(None, KK) is None


@given(
    by=st.sampled_from(Group),
    measure=st.sampled_from(["satisfaction", "best_two", "mean"]),
    least=st.integers(0, 1_000_000),
    keys=st.tuples(*[st.none() | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)] * 4),
)
def test_an_address_asks_for_what_it_was_made_of(by, measure, least, keys):
    asked = RatingAsked(
        by=by,
        measure=Measure.SATISFACTION if measure == "best_two" else Measure(measure),
        best_two=measure == "best_two",
        question="trust",
        chosen=Chosen(**dict(zip([one.value for one in FILTERS], keys, strict=True))),
        least=least,
    )
    assert _asked(request(asked.query())) == asked
    assert parse_qs(asked.query(key="a&b"))["key"] == ["a&b"]


@pytest.mark.parametrize("group", FILTERS)
def test_narrowing_keeps_the_other_choices(group):
    whole = Chosen(service="s", body="b", region="r", channel="c")
    narrowed = within(whole, group, "x")
    for one in FILTERS:
        assert getattr(narrowed, one.value) == ("x" if one is group else getattr(whole, one.value))


@pytest.mark.parametrize(
    "query", ["by=planet", "measure=5", "question=visit_score", "least=-1", "least=²", "body=" + "x" * 301]
)
def test_choices_that_no_form_offers_are_refused(query):
    with pytest.raises(HTTPException) as caught:
        _asked(request(query))
    assert caught.value.status_code == 422


def test_the_address_of_recomputed_figures_is_whole():
    asked = RecomputedAsked(standing=None, rule="share", first=50)
    assert asked.address("a folder/отчёт.txt").endswith("txt?standing=all&rule=share&from=50")
    assert " " not in asked.address("a folder/отчёт.txt")
    assert RecomputedAsked(standing=Standing.OPEN, rule=None).address("x").endswith("?standing=open")
