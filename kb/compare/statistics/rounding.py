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


def bounds_of_mean(share: Decimal, top_two: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """The lowest and highest mean of marks 1 to 5 when `share` per cent of the marks are fives and, where that is
    known, `top_two` per cent fours or fives."""
    fives = share / 100
    if top_two is None:
        return 5 * fives + (1 - fives), 5 * fives + 4 * (1 - fives)
    rest = 1 - top_two / 100
    told = 5 * fives + 4 * (1 - fives - rest)
    return told + rest, told + 3 * rest
