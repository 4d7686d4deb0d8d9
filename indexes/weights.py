"""Ranking weights, read from `weights.yaml`, where each names the experiment that chose it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`stem`, `exact`, `cut` and, for each kind of index, `tri` weigh the fields of one text; `texts` the texts of each
    kind; `id` an exact id, `beside` words that stand for those typed."""

    stem: float
    tri: Mapping[str, float]
    exact: float
    cut: float
    tri_share: float
    beside: float
    id: float
    texts: Mapping[str, Mapping[str, float]]


@cache
def read_weights() -> Weights:
    """The weights in force; raises TypeError when the file has an unknown or a missing one."""
    data = yaml.safe_load(files("indexes").joinpath("weights.yaml").read_text(encoding="utf-8"))
    return Weights(**data)
