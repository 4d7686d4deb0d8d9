"""Two rankings made one."""

from collections.abc import Mapping
from dataclasses import dataclass

# By id how well it fits.
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """How a second ranking is joined to the first; it counts `share` times as much.

    With a `depth` by reciprocal rank (Cormack, Clarke and Büttcher 2009, where it is k): the higher, the less the first
    places stand out. Without one by the sum of the scores, those of the first divided by their best.
    """

    share: float
    depth: int | None = None

    def __str__(self) -> str:
        return f"{f'ranks, depth {self.depth}' if self.depth else 'scores'}, share {self.share:g}"


def fuse(first: Scores, second: Scores, fusion: Fusion) -> tuple[str, ...]:
    """The ids of both, best first; equal ones in their order. In a sum, scores of the second below 0 are none."""
    if fusion.depth:
        one, two = _by_place(first, fusion.depth), _by_place(second, fusion.depth)
    else:
        best = max(first.values(), default=0.0) or 1.0
        one = {name: score / best for name, score in first.items()}
        two = {name: max(score, 0.0) for name, score in second.items()}
    return ordered({name: one.get(name, 0.0) + fusion.share * two.get(name, 0.0) for name in (*one, *two)})


def ordered(scores: Scores) -> tuple[str, ...]:
    """The ids, best first; equal ones in their order."""
    return tuple(sorted(scores, key=lambda name: (-scores[name], name)))


def _by_place(scores: Scores, depth: int) -> Scores:
    return {name: 1 / (depth + place) for place, name in enumerate(ordered(scores), start=1)}
