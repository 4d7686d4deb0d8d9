"""Weights with one of them changed."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from indexes.weights import Weights
from kb.relevance.errors import BadData


def change_weight(weights: Weights, path: str, value: float) -> Weights:
    """The weights with the one at `path` (dotted, as in weights.yaml: `texts.services.name`) set to `value`.

    Raises BadData for a path that leads to no number.
    """
    changed: Weights = _changed(weights, path.split("."), value, path)
    return changed


def weight_at(weights: Weights, path: str) -> float:
    """The weight in force at a dotted path; raises BadData for a path that leads to no number."""
    here: Any = weights
    for name in path.split("."):
        here = _parts(here, path).get(name)
    if not isinstance(here, int | float):
        raise _no_weight(path)
    return float(here)


def _changed(here: Any, names: list[str], value: float, path: str) -> Any:
    if not names:
        if not isinstance(here, int | float):
            raise _no_weight(path)
        return value
    parts = _parts(here, path)
    if names[0] not in parts:
        raise _no_weight(path)
    inner = {names[0]: _changed(parts[names[0]], names[1:], value, path)}
    return {**parts, **inner} if isinstance(here, Mapping) else dataclasses.replace(here, **inner)


def _parts(here: Any, path: str) -> Mapping[str, Any]:
    if isinstance(here, Mapping):
        return here
    if dataclasses.is_dataclass(here):
        return {one.name: getattr(here, one.name) for one in dataclasses.fields(here)}
    raise _no_weight(path)


def _no_weight(path: str) -> BadData:
    return BadData(f"{path!r} leads to no number in weights.yaml; name one with dots, as in texts.services.name")
