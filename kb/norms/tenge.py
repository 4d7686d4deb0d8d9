"""A fee in tenge on a day."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kb.model import Fee, FeeKind
from kb.norms.mrp import mrp_on

_PERCENT = Decimal(100)


def fee_in_tenge(fee: Fee, day: date, *, base: Fee | None = None, value: Decimal | None = None) -> Decimal | None:
    """The fee in tenge on `day`, exact (a source that rounds is followed with `round_tenge`).

    None for kinds without an amount, for a missing amount, and for a share of another fee when that
    fee (`base`) is not given. `cap_mrp` limits the result. `value` replaces the MRP of the day (to
    compute with a contested one). Raises NormsError when the MRP of the day is needed and not known.
    """
    if fee.amount is None:
        return None
    match fee.kind:
        case FeeKind.TENGE:
            amount = fee.amount
        case FeeKind.MRP:
            amount = fee.amount * (value or mrp_on(day).value)
        case FeeKind.MRP_PERCENT:
            amount = fee.amount * (value or mrp_on(day).value) / _PERCENT
        case FeeKind.PERCENT_OF_FEE:
            whole = fee_in_tenge(base, day, value=value) if base else None
            if whole is None:
                return None
            amount = fee.amount * whole / _PERCENT
        case FeeKind.FREE | FeeKind.PAID_UNSPECIFIED:
            return None
    if fee.cap_mrp is not None:
        amount = min(amount, fee.cap_mrp * (value or mrp_on(day).value))
    return amount.normalize() + Decimal(0)  # without trailing zeros; the sum undoes an exponent such as 1E+3


def round_tenge(amount: Decimal) -> Decimal:
    """Whole tenge, half up: the rounding that portals and collecting banks print."""
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
