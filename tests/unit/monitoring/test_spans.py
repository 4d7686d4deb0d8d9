from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kb.model.monitoring import Answers
from kb.monitoring.measures import BEST, mean, satisfaction, share
from kb.monitoring.report.span import Span, add_up, hull, mean_of_best, mean_of_shares
from kb.monitoring.rounding import half_up
from tests.unit.monitoring.marks import RATED


def printed_share(answers: Answers, mark: int) -> Span:
    return Span.printed(half_up(100 * share(answers, (Decimal(mark),)), 1))


@given(st.fractions(min_value=0, max_value=100), st.integers(0, 2))
def test_a_number_lies_in_the_span_of_its_print(value: Fraction, digits: int) -> None:
    span = Span.printed(half_up(value, digits))
    assert span.low <= value <= span.high


@given(RATED)
def test_the_mean_lies_among_those_that_the_printed_shares_allow(answers: Answers) -> None:
    span = mean_of_shares([printed_share(answers, mark) for mark in range(1, 6)])
    assert span is not None
    assert span.low <= mean(answers) <= span.high
    assert span.high - span.low < Fraction(1, 100)
    wide = mean_of_best(Span.printed(half_up(100 * satisfaction(answers, BEST), 1)))
    assert wide.low <= mean(answers) <= wide.high


@given(st.lists(RATED, min_size=1, max_size=5))
def test_a_total_lies_in_the_hull_of_its_parts(parts: list[Answers]) -> None:
    whole = Answers.of({Decimal(mark): sum(part.of_values((Decimal(mark),)) for part in parts) for mark in range(1, 6)})
    span = hull([printed_share(part, 5) for part in parts])
    assert span.low <= 100 * satisfaction(whole) <= span.high


def test_shares_that_cannot_add_up_allow_no_mean() -> None:
    spans = [Span.printed(Decimal(text)) for text in ("0.5", "0.8", "6.1", "26.7", "62.9")]
    assert mean_of_shares(spans) is None
    assert not add_up(spans).low <= 100 <= add_up(spans).high


def test_bounds_are_subtracted_the_safe_way_round() -> None:
    one, other = Span.printed(Decimal("62.1")), Span.printed(Decimal("84.6"))
    assert one - other == Span(Fraction("-22.6"), Fraction("-22.4"))
    assert Span.exactly(3).is_exact
    assert not one.is_exact
