"""How marks of two questions go together, from the pairs that the same people gave."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from kb.monitoring.errors import NothingAnswered

FEWEST_PAIRS = 3


class CorrelationKind(StrEnum):
    """PEARSON: of the marks themselves. SPEARMAN: of their ranks, ties with their mean rank."""

    PEARSON = "pearson"
    SPEARMAN = "spearman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """A coefficient from −1 to 1 with its kind and the number of pairs; `value` is None where one side never varies."""

    kind: CorrelationKind
    pairs: int
    value: float | None


Pairs = Mapping[tuple[Decimal, Decimal], int]


def correlate(pairs: Pairs, kind: CorrelationKind) -> Correlation:
    """The coefficient of pairs of marks, by how many people gave each pair.

    Pearson: Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²) (K. Pearson, Proc. R. Soc. 58, 1895); Spearman: the same of mean ranks
    (C. Spearman, Am. J. Psychology 15, 1904). Raises NothingAnswered for fewer than three pairs.
    """
    weighted = [(float(one), float(other), count) for (one, other), count in sorted(pairs.items()) if count]
    total = sum(count for _, _, count in weighted)
    if total < FEWEST_PAIRS:
        raise NothingAnswered(f"{total} people answered both questions; a correlation takes at least {FEWEST_PAIRS}")
    if kind is CorrelationKind.SPEARMAN:
        first = _ranks([(one, count) for one, _, count in weighted])
        second = _ranks([(other, count) for _, other, count in weighted])
        weighted = [(first[one], second[other], count) for one, other, count in weighted]
    return Correlation(kind=kind, pairs=total, value=_pearson(weighted, total))


def _pearson(weighted: list[tuple[float, float, int]], total: int) -> float | None:
    first = sum(one * count for one, _, count in weighted) / total
    second = sum(other * count for _, other, count in weighted) / total
    both = sum((one - first) * (other - second) * count for one, other, count in weighted)
    spread = math.sqrt(
        sum((one - first) ** 2 * count for one, _, count in weighted)
        * sum((other - second) ** 2 * count for _, other, count in weighted)
    )
    return max(-1.0, min(1.0, both / spread)) if spread else None


def _ranks(values: list[tuple[float, int]]) -> dict[float, float]:
    ranks: dict[float, float] = {}
    before = 0
    for value, group in groupby(sorted(values), key=lambda one: one[0]):
        count = sum(weight for _, weight in group)
        ranks[value] = before + (count + 1) / 2
        before += count
    return ranks
