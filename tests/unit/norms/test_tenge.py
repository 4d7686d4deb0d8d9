from datetime import date
from decimal import Decimal

import pytest

from kb.model import Fee, FeeKind
from kb.norms import NormsError, fee_in_tenge, round_tenge

DAY = date(2017, 10, 1)


def fee(kind: FeeKind, amount: str | None = None, cap: str | None = None) -> Fee:
    return Fee(kind=kind, amount=Decimal(amount) if amount else None, cap_mrp=Decimal(cap) if cap else None)


@pytest.mark.parametrize(
    ("given", "tenge"),
    [
        (fee(FeeKind.MRP_PERCENT, "50"), "1134.5"),
        (fee(FeeKind.MRP, "0.5"), "1134.5"),
        (fee(FeeKind.MRP, "10"), "22690"),
        (fee(FeeKind.MRP_PERCENT, "125"), "2836.25"),
        (fee(FeeKind.TENGE, "1134.5"), "1134.5"),
        (fee(FeeKind.MRP, "4", "4"), "9076"),
    ],
)
def test_amount_on_a_day(given: Fee, tenge: str) -> None:
    assert fee_in_tenge(given, DAY) == Decimal(tenge)


@pytest.mark.parametrize("kind", [FeeKind.FREE, FeeKind.PAID_UNSPECIFIED, FeeKind.MRP, FeeKind.TENGE])
def test_nothing_without_an_amount(kind: FeeKind) -> None:
    assert fee_in_tenge(fee(kind), DAY) is None


def test_share_of_a_fee_needs_that_fee() -> None:
    share = fee(FeeKind.PERCENT_OF_FEE, "10", "4")

    assert fee_in_tenge(share, DAY) is None
    assert fee_in_tenge(share, DAY, base=fee(FeeKind.MRP, "10")) == Decimal(2269)


def test_cap_limits_a_share() -> None:
    share = fee(FeeKind.PERCENT_OF_FEE, "10", "4")

    assert fee_in_tenge(share, DAY, base=fee(FeeKind.MRP, "50")) == 4 * Decimal(2269)


def test_contested_index_can_be_computed_with() -> None:
    assert fee_in_tenge(fee(FeeKind.MRP, "2"), date(2022, 5, 1), value=Decimal(3063)) == Decimal(6126)


def test_outside_the_table_raises_only_where_the_index_is_needed() -> None:
    late = date(2027, 1, 1)

    with pytest.raises(NormsError):
        fee_in_tenge(fee(FeeKind.MRP, "1"), late)
    assert fee_in_tenge(fee(FeeKind.TENGE, "500"), late) == Decimal(500)


def test_rounding_is_half_up() -> None:
    assert round_tenge(Decimal("612.5")) == Decimal(613)
    assert round_tenge(Decimal("613.5")) == Decimal(614)
    assert round_tenge(Decimal("612.49")) == Decimal(612)
