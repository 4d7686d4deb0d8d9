"""What was measured: rows of figures, and what was left out."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of one group of queries.

    `part` and `name` together are unique (`disturbed`, `chat/kk`). Figures: `queries` how many; `ndcg` (nDCG@10) with
    its 95 % interval `low`–`high`, `rr` (reciprocal rank) and `recall` within ten results, `first` the share that finds
    the right one first, `empty` how many find nothing (over all seeds), `loss` of nDCG against the undisturbed queries
    and `worst`, the largest loss of a seed. `failing` tells queries that fail, where all should hold.
    """

    part: str
    name: str
    figures: Mapping[str, float]
    failing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All rows in the order of the parts; `told` says in a line each what could not be measured and why."""

    rows: tuple[Row, ...]
    told: tuple[str, ...] = ()
