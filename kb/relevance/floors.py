"""The figures that a base must not fall under, from `indexes/floors.yaml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kb.relevance.errors import BadData
from kb.relevance.row import Row
from kb.yaml_text import parse_yaml

# Of these the smaller is the better: what stands in the file is the most that is allowed.
AT_MOST = frozenset({"empty", "loss", "worst"})
AT_LEAST = frozenset({"queries", "ndcg", "rr", "recall", "first"})
ROUNDING = 1e-9

# Limits of figures by part and name of a row.
Floors = Mapping[tuple[str, str], Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A figure of a row that is worse than its floor allows."""

    row: Row
    figure: str
    floor: float

    def __str__(self) -> str:
        side = "at most" if self.figure in AT_MOST else "at least"
        measured = self.row.figures[self.figure]
        return f"{self.row.part} {self.row.name}: {self.figure} {measured:.4g}, {side} {self.floor:g} is committed"


def read_floors() -> Floors:
    """The committed floors; raises BadData for a figure that is none."""
    return floors_of(parse_yaml(files("indexes").joinpath("floors.yaml").read_text(encoding="utf-8")))


def floors_of(data: Any) -> Floors:
    """Floors from `{part: {row: {figure: limit}}}`; raises BadData for other shapes and unknown figures."""
    found: dict[tuple[str, str], dict[str, float]] = {}
    for part, rows in _mapping(data, "the file").items():
        for name, limits in _mapping(rows, part).items():
            for figure, limit in _mapping(limits, f"{part}: {name}").items():
                if figure not in AT_MOST | AT_LEAST or not isinstance(limit, int | float):
                    raise BadData(
                        f"floors.yaml, {part}: {name}: {figure}: {limit!r} is no limit; known figures are "
                        f"{', '.join(sorted(AT_MOST | AT_LEAST))}"
                    )
            found[part, name] = limits
    return found


def find_shortfalls(rows: Iterable[Row], floors: Floors) -> tuple[Shortfall, ...]:
    """Every figure that is worse than its floor, in the order of the rows; raises BadData for one that no row has."""
    found = []
    for row in rows:
        for figure, floor in floors.get((row.part, row.name), {}).items():
            if figure not in row.figures:
                raise BadData(f"floors.yaml, {row.part}: {row.name}: the row has no figure {figure!r}")
            over = row.figures[figure] - floor
            if (over if figure in AT_MOST else -over) > ROUNDING:
                found.append(Shortfall(row=row, figure=figure, floor=floor))
    return tuple(found)


def find_unmeasured(rows: Iterable[Row], floors: Floors) -> tuple[str, ...]:
    """The rows with floors that were not measured, as `part name`."""
    measured = {(row.part, row.name) for row in rows}
    return tuple(" ".join(key) for key in floors if key not in measured)


def _mapping(data: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise BadData(f"floors.yaml, {place}: expected names with values, got {data!r}")
    return data
