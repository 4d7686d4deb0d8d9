"""The settings of latent semantic indexing that are tried."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kb.relevance.errors import BadData
from kb.relevance.paired_texts import VOCABULARY
from kb.relevance.rank_fusion import Fusion
from kb.yaml_text import parse_yaml

PLACE = "experiments/rankings/latent_semantic.yaml"
WITH, WITHOUT = "with vocabulary", "without vocabulary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """`spaces` are sources of pairs with a seed, `dimensions` how many of each are used.

    `shares` tells how much the names, the values and the whole texts of a service count.
    """

    spaces: tuple[tuple[tuple[str, ...], int], ...]
    dimensions: tuple[int, ...]
    shares: tuple[float, ...]
    fusions: tuple[Fusion, ...]

    @staticmethod
    def states(sources: tuple[str, ...]) -> tuple[str, ...]:
        """The rankings by words that a space of these sources is fused with: one that knows the vocabulary is of no use
        for telling what there would be without it."""
        return (WITH,) if VOCABULARY in sources else (WITH, WITHOUT)


def read_tried() -> Tried:
    """The settings of the experiment's file; raises BadData for a file that is not as it must be."""
    return tried_of(parse_yaml(files("indexes").joinpath(PLACE).read_text(encoding="utf-8")))


def tried_of(data: Any) -> Tried:
    """The settings under `tried`; raises BadData for parts that are missing or do not fit."""
    try:
        tried: Mapping[str, Any] = data["tried"]
        return Tried(
            spaces=tuple((tuple(one["pairs"]), int(seed)) for one in tried["spaces"] for seed in one["seeds"]),
            dimensions=tuple(int(one) for one in tried["dimensions"]),
            shares=tuple(float(one) for one in tried["shares"].values()),
            fusions=tuple(Fusion(share=float(one["share"]), depth=one.get("depth")) for one in tried["fusions"]),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise BadData(
            f"{PLACE}: tried must have spaces (pairs, seeds), dimensions, shares and fusions (share, perhaps depth); "
            f"{problem!r}"
        ) from problem
