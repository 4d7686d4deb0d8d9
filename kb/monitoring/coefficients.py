"""Coefficients of demand and complexity of services, as whoever rates gives them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from kb.monitoring.errors import BadMarks
from kb.monitoring.rounding import decimals
from kb.monitoring.sheets import read_csv
from kb.read import ReadError, load_yaml

LARGEST_FILE = 2**20
MOST_SERVICES = 10_000
MOST_FAULTS = 20
HIGHEST = 100
MOST_DECIMALS = 4
LONGEST_SOURCE = 300


class CoefficientKind(StrEnum):
    """How often a service is asked for, and how hard its procedure is."""

    DEMAND = "demand"
    COMPLEXITY = "complexity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficients:
    """Numbers above 0 by kind and service; a kind that nobody gives is not there. `source` is who gives them, None
    where the file does not say."""

    by_kind: Mapping[CoefficientKind, Mapping[str, Decimal]] = field(default_factory=dict)
    source: str | None = None

    def of(self, service: str) -> Mapping[CoefficientKind, Decimal]:
        """The coefficients of a service; without those that nobody gives."""
        return {kind: given[service] for kind, given in self.by_kind.items() if service in given}

    def weight(self, service: str) -> Fraction | None:
        """The product of the coefficients, None where one of the kinds in use has none for the service."""
        own = self.of(service)
        if not self.by_kind or len(own) < len(self.by_kind):
            return None
        weight = Fraction(1)
        for number in own.values():
            weight *= Fraction(number)
        return weight


def read_coefficients(path: Path) -> Coefficients:
    """The coefficients of a file: CSV with the columns `service`, `demand`, `complexity`, or YAML with `source` and a
    list `services` of the same; an empty cell gives nothing.

    Raises BadMarks with a line for each fault.
    """
    name = path.name
    if not path.is_file():
        raise BadMarks([f"{name}: there is no such file"])
    if path.stat().st_size > LARGEST_FILE:
        raise BadMarks([f"{name}: coefficients have no more than {LARGEST_FILE // 2**20} MB"])
    match path.suffix.lower():
        case ".csv":
            return _read_rows(_csv_rows(path), None)
        case ".yaml" | ".yml":
            source, rows = _yaml_rows(path)
            return _read_rows(rows, source)
    raise BadMarks([f"{name}: is neither CSV nor YAML; save the coefficients as one of them"])


Row = tuple[str, Mapping[str, Any]]  # its place in words, its cells by column


def _csv_rows(path: Path) -> Iterator[Row]:
    rows = read_csv(path, path.name).rows
    first = next(rows, None)
    if first is None:
        raise BadMarks([f"{path.name}: is empty; expected a heading and rows"])
    columns = [cell.lower() for cell in first.cells]
    for row in rows:
        if len(row.cells) > len(columns):
            raise BadMarks([f"{path.name}: row {row.number} has more cells than the heading"])
        yield f"{path.name}: row {row.number}", dict(zip(columns, row.cells, strict=False))


def _yaml_rows(path: Path) -> tuple[str | None, Sequence[Row]]:
    try:
        content = load_yaml(path.read_text(encoding="utf-8"))
    except (ReadError, UnicodeDecodeError) as problem:
        raise BadMarks([f"{path.name}: {problem}"]) from problem
    if not isinstance(content, dict) or not isinstance(content.get("services"), list):
        raise BadMarks([f"{path.name}: expected `services` with a list of service, demand and complexity"])
    strange = sorted(str(key) for key in content if key not in ("source", "services"))
    if strange:
        raise BadMarks([f"{path.name}: «{strange[0][:40]}» is neither `source` nor `services`"])
    rows = content["services"]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise BadMarks([f"{path.name}: service {number} is no mapping of service, demand and complexity"])
    source = content.get("source")
    told = str(source)[:LONGEST_SOURCE] if source is not None else None
    return told, [(f"{path.name}: service {number}", row) for number, row in enumerate(rows, start=1)]


def _read_rows(rows: Iterator[Row] | Sequence[Row], source: str | None) -> Coefficients:
    faults: list[str] = []
    found: dict[CoefficientKind, dict[str, Decimal]] = {}
    seen: set[str] = set()
    for place, row in rows:
        own, told = _read_row(place, row, seen)
        faults += told
        if len(faults) >= MOST_FAULTS or len(seen) > MOST_SERVICES:
            faults.append(f"{place}: reading stopped here; at most {MOST_SERVICES} services are read")
            break
        service = str(row.get("service") or "").strip()
        seen.add(service)
        for kind, number in own.items():
            found.setdefault(kind, {})[service] = number
    if not faults and not found:
        faults.append("the file gives no coefficient; it needs `service` and `demand` or `complexity`")
    if faults:
        raise BadMarks(faults)
    return Coefficients(by_kind={kind: found[kind] for kind in CoefficientKind if kind in found}, source=source)


def _read_row(place: str, row: Mapping[str, Any], seen: set[str]) -> tuple[dict[CoefficientKind, Decimal], list[str]]:
    faults = [
        f"{place}: «{str(column)[:40]}» is no column of coefficients; they are service, demand and complexity"
        for column in row
        if column not in ("service", *CoefficientKind)
    ]
    service = str(row.get("service") or "").strip()
    if not service:
        faults.append(f"{place}: names no service")
    elif service in seen:
        faults.append(f"{place}: {service[:40]} is there twice")
    own: dict[CoefficientKind, Decimal] = {}
    for kind in CoefficientKind:
        cell = row.get(kind.value)
        if cell is None or str(cell).strip() == "":
            continue
        number = _number(cell)
        if number is None:
            faults.append(
                f"{place}, {kind.value}: «{str(cell)[:40]}» is no number above 0 and up to {HIGHEST} with at most "
                f"{MOST_DECIMALS} decimals and a point"
            )
        else:
            own[kind] = number
    return own, faults


def _number(cell: object) -> Decimal | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    text = str(cell).strip()
    try:
        number = Decimal(text) if text.isascii() and len(text) <= 10 else None
    except InvalidOperation:
        return None
    fits = number is not None and number.is_finite() and 0 < number <= HIGHEST and decimals(number) <= MOST_DECIMALS
    return number if fits else None
