"""The fields of the indexes, read from `services.yaml` and `clauses.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kb.yaml_text import parse_yaml


class FieldRole(StrEnum):
    """How a field is indexed.

    WORDS keep positions (for phrases), TOKENS only frequencies, KEYWORD whole values to look up and filter by,
    FACET whole values that are counted too, ORDER one whole value to sort by, NUMBER a whole number.
    """

    WORDS = "words"
    TOKENS = "tokens"
    KEYWORD = "keyword"
    FACET = "facet"
    ORDER = "order"
    NUMBER = "number"


ANALYSED = MappingProxyType(
    {
        "exact": FieldRole.WORDS,
        "kk": FieldRole.TOKENS,
        "ru": FieldRole.TOKENS,
        "tri": FieldRole.TOKENS,
    }
)
"""The fields that an analysed text becomes, `<name>_exact` and so on."""


@dataclass(frozen=True, slots=True)
class IndexSchema:
    """The fields of one kind of index; `texts` names the analysed ones, `fields` all that an engine holds."""

    kind: str
    version: int
    texts: tuple[str, ...]
    fields: Mapping[str, FieldRole]


@cache
def read_schema(kind: str) -> IndexSchema:
    """The schema of `services` or `clauses`; raises ValueError when its file has an unknown field type."""
    data = parse_yaml(files("indexes").joinpath(f"{kind}.yaml").read_text(encoding="utf-8"))
    fields: dict[str, FieldRole] = {}
    texts: list[str] = []
    for name, role in data["fields"].items():
        if role == "text":
            texts.append(name)
            fields.update({f"{name}_{part}": part_role for part, part_role in ANALYSED.items()})
        else:
            fields[name] = FieldRole(role)
    fields.update(dict.fromkeys(data.get("facets", ()), FieldRole.FACET))
    return IndexSchema(kind, int(data["version"]), tuple(texts), MappingProxyType(fields))
