"""Numbers that are known to lie between two bounds: what stands behind a rounded one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kb.monitoring.rounding import decimals


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Fraction | int) -> "Span":
        """One number."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def printed(cls, value: Decimal) -> "Span":
        """The numbers that are printed so: half a unit of the last digit to both sides."""
        slack = Fraction(1, 2 * 10 ** decimals(value))
        return cls(Fraction(value) - slack, Fraction(value) + slack)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Span") -> "Span":
        return Span(self.low - other.high, self.high - other.low)

    def times(self, factor: Fraction | int) -> "Span":
        """Multiplied by a number that is not negative."""
        return Span(self.low * factor, self.high * factor)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def add_up(parts: Iterable[Span]) -> Span:
    """The sum of all parts."""
    return sum(parts, Span.exactly(0))


def hull(parts: Sequence[Span]) -> Span:
    """From the lowest to the highest: any pooled value of the parts lies in it, whatever their sizes."""
    return Span(min(one.low for one in parts), max(one.high for one in parts))


def mean_of_shares(shares: Sequence[Span]) -> Span | None:
    """The means that marks 1, 2, … can have whose shares in per cent lie in these spans and add up to 100; None where
    they cannot add up so."""
    clipped = [Span(max(one.low, Fraction(0)), max(one.high, Fraction(0))) for one in shares]
    free = 100 - sum((one.low for one in clipped), Fraction(0))
    if free < 0 or sum((one.high for one in clipped), Fraction(0)) < 100:
        return None
    return Span(_filled(clipped, free, range(len(clipped))), _filled(clipped, free, reversed(range(len(clipped)))))


def _filled(shares: Sequence[Span], free: Fraction, order: Iterable[int]) -> Fraction:
    """The mean when what is left of 100 per cent goes to the marks in this order."""
    parts = [one.low for one in shares]
    for place in order:
        more = min(free, shares[place].high - shares[place].low)
        parts[place] += more
        free -= more
    return sum((mark * part for mark, part in enumerate(parts, start=1)), Fraction(0)) / 100


def mean_of_best(share: Span, marks: int = 5) -> Span:
    """The means that marks can have when this share, in per cent, gave the best one: the others gave 1 to best − 1."""
    low = max(share.low, Fraction(0)) / 100
    high = min(share.high, Fraction(100)) / 100
    return Span(marks * low + (1 - low), marks * high + (marks - 1) * (1 - high))
