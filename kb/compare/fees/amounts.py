"""Fees in one measure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.model import Fee, FeeKind
from kb.norms import fee_in_tenge, round_tenge

PERCENT = Decimal(100)
OF_INDEX = (FeeKind.MRP, FeeKind.MRP_PERCENT)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in MRP, tenge or per cent of another fee, from the lower end of a range to its upper."""

    measure: FeeKind
    least: Decimal
    most: Decimal
    cap: Decimal | None = None


def amount_of(fee: Fee) -> Amount | None:
    """The amount of a fee, a share of the MRP as MRP; None where no number is stated."""
    if fee.amount is None:
        return None
    part = PERCENT if fee.kind is FeeKind.MRP_PERCENT else Decimal(1)
    measure = FeeKind.MRP if fee.kind in OF_INDEX else fee.kind
    low = fee.least if fee.least is not None else fee.amount
    return Amount(measure, low / part, fee.amount / part, fee.cap_mrp)


def opposed(one: Fee, other: Fee, day: date) -> str | None:
    """What two texts that set one fee cannot both mean: `free`, `amount` or `cap`; None where both can hold.

    A paid service without a number leaves every amount open. Raises NormsError where the MRP of the day is needed and
    not known.
    """
    if (one.kind is FeeKind.FREE) is not (other.kind is FeeKind.FREE):
        return "free"
    left, right = amount_of(one), amount_of(other)
    if left is None or right is None or one.per != other.per:
        return None
    if left.measure is right.measure:
        if left.least > right.most or right.least > left.most:
            return "amount"
        caps = {left.cap, right.cap}
        return "cap" if len(caps) == 2 and None not in caps else None
    if FeeKind.PERCENT_OF_FEE in (left.measure, right.measure):
        return None
    sums = [fee_in_tenge(fee, day) for fee in (one, other)]
    return "amount" if None not in sums and len({round_tenge(each) for each in sums if each is not None}) > 1 else None
