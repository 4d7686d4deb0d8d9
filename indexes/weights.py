"""Ranking weights, read from `weights.yaml`, where each names the experiment that chose it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.yaml_text import parse_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`stem`, `exact` and, for each kind of index, `tri` weigh the fields of one text, `texts` the texts of each kind.

    `origins` weigh wordings by where they come from, `tri_share` is how much of a word's trigrams makes it alike, for
    each kind. `status` adds for the force of a service's acts, `popular` for being opened often; `best_bet`, `id` and
    `cites` are what exact look-ups score.
    """

    stem: float
    exact: float
    tri: Mapping[str, float]
    tri_share: Mapping[str, float]
    origins: Mapping[str, Mapping[str, float]]
    texts: Mapping[str, Mapping[str, float]]
    status: Mapping[str, float]
    popular: float
    best_bet: float
    id: float
    cites: float


@cache
def read_weights() -> Weights:
    """The weights in force; raises TypeError when the file has an unknown or a missing one."""
    return Weights(**load_weights())


def load_weights() -> dict[str, Any]:
    """The content of `weights.yaml`, for experiments that change one figure."""
    data: dict[str, Any] = parse_yaml(files("indexes").joinpath("weights.yaml").read_text(encoding="utf-8"))
    return data
