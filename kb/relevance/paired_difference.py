"""Whether one ranking is better than another on the same queries, or by chance."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from kb.relevance.figures import SEED

DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """`gain` is the mean of what the second has more than the first; `p` is how often chance alone gives as much."""

    gain: float
    p: float


def paired_difference(first: Sequence[float], second: Sequence[float]) -> Difference:
    """The two-sided paired randomisation test: the sign of each query's difference is drawn anew, many times.

    The same values give the same figures; raises ValueError when there are none or their numbers differ.
    """
    gains = [two - one for one, two in zip(first, second, strict=True)]
    seen = abs(fmean(gains))
    told = [gain for gain in gains if gain]  # a query that both answer alike has no sign to draw
    chance = random.Random(SEED)  # noqa: S311 - draws for statistics
    least = seen * len(gains) - 1e-9
    as_much = sum(abs(sum(gain if chance.random() < 0.5 else -gain for gain in told)) >= least for _ in range(DRAWS))
    return Difference(fmean(gains), (as_much + 1) / (DRAWS + 1))
