"""How far a share of a sample may lie from that of all people."""

import math
from dataclasses import dataclass
from fractions import Fraction

from kb.monitoring.errors import NothingAnswered

Z_95 = 1.959963984540054  # the standard normal quantile of 0.975


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceInterval:
    """The bounds of a share, from 0 to 1."""

    low: float
    high: float


def wilson(met: int, of: int, z: float = Z_95) -> ConfidenceInterval:
    """The score interval of a share `met / of`, 95 % by default: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
    Statistical Association 22 (1927), 209–212. It stays within 0 and 1 and has a width at shares of 0 and 1 too, where
    the usual interval has none. Raises NothingAnswered without answers.
    """
    if of <= 0 or not 0 <= met <= of:
        raise NothingAnswered(f"a share of {met} in {of} has no interval")
    part = float(Fraction(met, of))
    widening = z * z / of
    middle = (part + widening / 2) / (1 + widening)
    half = z * math.sqrt(part * (1 - part) / of + widening / (4 * of)) / (1 + widening)
    # At shares of 0 and 1 the bound is exact; the rest of a subtraction of equal numbers is no figure.
    return ConfidenceInterval(
        low=0.0 if met == 0 else max(0.0, middle - half), high=1.0 if met == of else min(1.0, middle + half)
    )
