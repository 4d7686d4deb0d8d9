"""Steps, limits and warnings of a fee; the sums of real services stand in the labelled cases."""

from datetime import date
from decimal import Decimal

import pytest

from kb.answer import AnswerError
from kb.answer.calculators.calculated_fee import CalculatedFee, FeeOutcome
from kb.answer.calculators.fees import calculate_fee
from kb.answer.calculators.former_index import former_index, outdated
from kb.answer.values.fee_words import describe_fee
from kb.model import Bound, Fee, FeeKind, Language

DAY = date(2017, 10, 1)
RATE = Fee(kind=FeeKind.MRP, amount=Decimal(50))
SHARE = Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(10), cap_mrp=Decimal(4))


def codes(found: CalculatedFee) -> list[str]:
    return [one.code for one in found.warnings]


def test_a_capped_share_shows_every_step_in_every_language() -> None:
    found = calculate_fee(SHARE, DAY, base=RATE)

    assert found.formula.words[Language.RU] == "10 % × (50 × МРП), но не более 4 × МРП"
    assert [one.code for one in found.steps] == ["step_index", "step_times", "step_percent", "step_cap_met"]
    assert found.steps[0].words[Language.KK].endswith("(заң № 25-VI, 29.11.2016)")
    assert found.steps[2].words[Language.EN].replace("\N{NO-BREAK SPACE}", " ") == "10 % × 113 450 = 11 345"
    assert found.amount == 9076


def test_a_cap_that_is_not_reached_is_told_too() -> None:
    found = calculate_fee(SHARE, DAY, base=Fee(kind=FeeKind.MRP, amount=Decimal(10)))

    assert (found.amount, found.steps[-1].code) == (Decimal(2269), "step_cap_not_met")


def test_a_cap_of_the_same_number_as_the_share_is_still_a_cap() -> None:
    share = Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(10), cap_mrp=Decimal(10))
    found = calculate_fee(share, DAY, base=Fee(kind=FeeKind.MRP, amount=Decimal(200)))
    told = describe_fee(share, day=DAY, language=Language.RU, base=Fee(kind=FeeKind.MRP, amount=Decimal(200)))

    assert (found.amount, found.steps[-1].code) == (Decimal(22690), "step_cap_met")
    assert "не более 10 МРП" in told.text


def test_copies_multiply_and_ask_what_is_paid_for() -> None:
    each = calculate_fee(Fee(kind=FeeKind.MRP, amount=Decimal("0.5"), per="document"), DAY, copies=3)
    whole = calculate_fee(Fee(kind=FeeKind.MRP, amount=Decimal("0.5")), DAY, copies=3)

    assert each.amount == whole.amount == Decimal("3403.5")
    assert "fee_per_unknown" not in codes(each)
    assert "fee_per_unknown" in codes(whole)
    assert each.rounded == 3404


@pytest.mark.parametrize("copies", [0, -1, 1001])
def test_a_number_of_copies_that_is_none_is_refused(copies: int) -> None:
    with pytest.raises(AnswerError, match="from 1 to 1000"):
        calculate_fee(RATE, DAY, copies=copies)


@pytest.mark.parametrize(
    ("fee", "base", "warning"),
    [
        (Fee(kind=FeeKind.PAID_UNSPECIFIED), None, "fee_not_stated"),
        (Fee(kind=FeeKind.MRP), None, "fee_number_missing"),
        (SHARE, None, "fee_base_unknown"),
        (SHARE, Fee(kind=FeeKind.PAID_UNSPECIFIED), "fee_base_not_stated"),
    ],
)
def test_what_is_not_stated_gets_no_sum(fee: Fee, base: Fee | None, warning: str) -> None:
    found = calculate_fee(fee, DAY, base=base)

    assert (found.outcome, found.amount, codes(found)) == (FeeOutcome.NOT_COMPUTABLE, None, [warning])


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2027, 1, 1)])
def test_a_day_outside_the_table_gets_the_formula_and_no_tenge(day: date) -> None:
    found = calculate_fee(RATE, day)

    assert (found.outcome, found.amount, found.alternatives) == (FeeOutcome.OUTSIDE_TABLE, None, ())
    assert found.formula.words[Language.KK] == "50 × АЕК"
    assert "01.01.2014" in found.warnings[0].words[Language.RU]


def test_what_needs_no_index_is_told_on_any_day() -> None:
    assert calculate_fee(Fee(kind=FeeKind.FREE), date(1999, 1, 1)).amount == 0
    printed = calculate_fee(Fee(kind=FeeKind.TENGE, amount=Decimal(1500)), date(1999, 1, 1), copies=2)
    assert (printed.outcome, printed.amount) == (FeeOutcome.FIXED, Decimal(3000))
    assert "fee_printed" in codes(printed)


def test_a_range_and_a_sole_limit_are_no_exact_sums() -> None:
    span = calculate_fee(Fee(kind=FeeKind.MRP, amount=Decimal(5), least=Decimal(2)), DAY)
    limit = calculate_fee(Fee(kind=FeeKind.MRP, amount=Decimal(4), cap_mrp=Decimal(4)), DAY)

    assert (span.lowest, span.amount, span.bound) == (Decimal(4538), Decimal(11345), Bound.MAX)
    assert (limit.amount, limit.bound, codes(limit)) == (Decimal(9076), Bound.MAX, ["fee_limit_only"])


def test_a_capped_share_of_a_printed_fee_needs_the_index() -> None:
    base = Fee(kind=FeeKind.TENGE, amount=Decimal(200_000))

    assert calculate_fee(SHARE, DAY, base=base).amount == 9076
    assert calculate_fee(SHARE, date(2030, 1, 1), base=base).outcome is FeeOutcome.OUTSIDE_TABLE


def test_both_values_of_an_index_that_sources_apply_are_shown() -> None:
    found = calculate_fee(SHARE, date(2020, 5, 1), base=RATE, copies=2)

    assert (found.outcome, found.amount) == (FeeOutcome.OPEN_QUESTION, None)
    assert [(one.index, one.amount) for one in found.alternatives] == [(2651, 21208), (2778, 22224)]
    assert all(one.steps[0].code == "step_index_taken" for one in found.alternatives)


def test_a_printed_sum_of_a_former_index_is_not_repeated() -> None:
    half = Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(50))
    row = former_index(Decimal("1134.5"), half, date(2018, 1, 3))

    assert row is not None
    assert row.value == 2269
    assert former_index(Decimal("1134.5"), half, DAY) is None  # right on its own day
    assert former_index(Decimal(777), half, DAY) is None
    assert former_index(Decimal("1531.5"), half, date(2022, 7, 1)) is None  # sources dispute the index of that day
    assert former_index(Decimal("1531.5"), half, date(2013, 7, 1)) is None
    printed = calculate_fee(Fee(kind=FeeKind.TENGE, amount=Decimal("1134.5")), date(2018, 1, 3))
    assert (outdated(printed, row).outcome, outdated(printed, row).amount) == (FeeOutcome.OUTDATED, None)
