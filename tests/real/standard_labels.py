"""What people read in standards of real acts, and what was extracted, in one shape; see standards/README.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kb.model import Attribute, Bound, Channel, ChannelCode, Deadline, Fee, FeeKind, Purpose, Statement, Unit

LABELS = Path(__file__).with_name("standards")
FIELDS = (
    Attribute.DEADLINE,
    Attribute.FEE,
    Attribute.CHANNEL,
    Attribute.PROVIDER,
    Attribute.DOCUMENT,
    Attribute.REFUSAL_GROUND,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a standard. `key` is what must be equal, `line` its place, counted from one, `span` its characters;
    a label has a line or a span or neither (a channel). A `doubtful` label is neither asked for nor too much."""

    field: Attribute
    key: tuple[object, ...] = ()
    line: int | None = None
    span: tuple[int, int] | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The labels of one service: the lines that its standard takes, both inclusive, and its values."""

    first: int
    last: int
    values: tuple[Value, ...]


def label_files(half: str) -> list[Path]:
    """The label files of a half, `first` or `later`."""
    return sorted((LABELS / half).glob("*.yaml"))


def read_labels(path: Path) -> tuple[str, tuple[Standard, ...]]:
    """The labelled file's path below the acts and its standards; an unknown code raises ValueError."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data["file"], tuple(
        Standard(first=service["lines"][0], last=service["lines"][1], values=tuple(_labelled(service)))
        for service in data["services"]
    )


def stated(statement: Statement) -> Value | None:
    """The statement as a value to compare; None where it is of no labelled field or a channel that is not offered."""
    value, evidence = statement.value, statement.evidence
    key: tuple[object, ...] = ()
    if isinstance(value, Channel):
        if not value.offered:
            return None
        key = (value.code,)
    elif isinstance(value, Deadline):
        key = (value.value, value.unit, value.bound, value.purpose)
    elif isinstance(value, Fee):
        key = (value.kind, value.amount, value.cap_mrp)
    elif statement.attribute not in FIELDS:
        return None
    return Value(field=statement.attribute, key=key, line=evidence.line, span=(evidence.start, evidence.end))


def _labelled(service: dict[str, Any]) -> Iterator[Value]:
    key: tuple[object, ...]
    for row in service["deadlines"]:
        purpose = Purpose(row.get("purpose", Purpose.SERVICE))
        key = (_number(row["value"]), Unit(row["unit"]), Bound(row["bound"]), purpose)
        yield Value(field=Attribute.DEADLINE, key=key, line=row["line"], doubtful=row.get("doubtful", False))
    for row in service["fees"]:
        key = (FeeKind(row["kind"]), _number(row.get("amount")), _number(row.get("cap_mrp")))
        yield Value(field=Attribute.FEE, key=key, line=row["line"], doubtful=row.get("doubtful", False))
    for name, doubtful in (("channels", False), ("channels_doubtful", True)):
        for code in service.get(name, ()):
            yield Value(field=Attribute.CHANNEL, key=(ChannelCode(code),), doubtful=doubtful)
    for row in service["provider"]:
        yield Value(field=Attribute.PROVIDER, line=row["line"])
    for name, field in (("documents", Attribute.DOCUMENT), ("refusal_grounds", Attribute.REFUSAL_GROUND)):
        for row in service[name]:
            span = (row["at"][0], row["at"][1])
            yield Value(field=field, span=span, doubtful=row.get("doubtful", False))


def _number(printed: object) -> Decimal | None:
    return None if printed is None else Decimal(str(printed))
