"""Printed numbers: the same one may be told with fewer digits."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal


def places(value: Decimal) -> int:
    """The decimal places that were printed."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_up(value: Decimal, digits: int) -> Decimal:
    """Rounded half-up, as surveys round."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether both can be the same number: equal, or the longer one rounded or cut gives the shorter one."""
    coarse, fine = sorted((one, other), key=places)
    digits = places(coarse)
    cut = fine.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_DOWN)
    return coarse in (half_up(fine, digits), cut)


def bounds_of_mean(share: Decimal) -> tuple[Decimal, Decimal]:
    """The lowest and highest mean of marks 1 to 5 when `share` per cent of the marks are fives."""
    part = share / 100
    return 5 * part + (1 - part), 5 * part + 4 * (1 - part)
