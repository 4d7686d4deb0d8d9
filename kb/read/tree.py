"""JSON, YAML and CSV of unknown shape → readable text."""

import csv
import json
from io import StringIO
from typing import Any

import yaml

from kb.model import BlockKind
from kb.read.builder import CellText, TextBuilder
from kb.read.errors import ReadError
from kb.read.line import line_kind
from kb.read.reading import Reading
from kb.read.storable import storable, storable_tree

MAX_VALUES = 100_000


class _StorableLoader(yaml.SafeLoader):
    """Mends texts where they are made: aliases may repeat a value, or hold it in itself, without end."""

    def construct_scalar(self, node: yaml.ScalarNode | yaml.MappingNode) -> Any:
        value = super().construct_scalar(node)
        return storable(value) if isinstance(value, str) else value


def load_json(text: str) -> Any:
    """The value of a JSON text, its texts storable; raises ReadError with the line of the fault."""
    try:
        return storable_tree(json.loads(text.lstrip("\ufeff")))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not valid JSON ({error})") from error


def load_yaml(text: str) -> Any:
    """The value of a YAML text, its texts storable; raises ReadError with the line of the fault."""
    try:
        return yaml.load(text.lstrip("\ufeff"), Loader=_StorableLoader)  # noqa: S506 - it is a SafeLoader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ReadError(f"not valid YAML ({' '.join(str(error).split())})") from error


def load_csv(text: str) -> list[dict[str, str]]:
    """Records of a CSV text with a header line (comma or semicolon); raises ReadError when a line does not fit."""
    text = text.lstrip("\ufeff")
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    try:
        reader = csv.DictReader(StringIO(text), delimiter=delimiter, strict=True)
        records = list(reader)
    except csv.Error as error:
        raise ReadError(f"not valid CSV ({error})") from error
    for number, record in enumerate(records, 1):
        if None in record or None in record.values():
            raise ReadError(
                f"CSV record {number} does not have the {len(reader.fieldnames or [])} fields of the header"
            )
    return records


def read_tree(value: Any) -> Reading:
    """Readable text of a JSON or YAML value: a heading for each key that holds more, a paragraph for each text."""
    builder = TextBuilder()
    try:
        _add(builder, value, 1, budget=[MAX_VALUES])
    except RecursionError as error:
        raise ReadError("the data are nested beyond reason") from error
    return builder.finish()


def read_csv(text: str) -> Reading:
    """A CSV file as one table with its header."""
    records = load_csv(text)
    builder = TextBuilder()
    if records:
        rows = [list(records[0]), *([record[key] for key in records[0]] for record in records)]
        builder.add_table([[CellText(value.replace("\t", " ")) for value in row] for row in rows])
    return builder.finish()


def _add(builder: TextBuilder, value: Any, level: int, key: str = "", *, budget: list[int]) -> None:
    budget[0] -= 1
    if budget[0] < 0:
        raise ReadError(f"more than {MAX_VALUES} values, counting those that YAML aliases repeat")
    if isinstance(value, dict):
        if key:
            builder.add(key, BlockKind.HEADING, level=min(level, 6))
        for name, inner in value.items():
            _add(builder, inner, level + 1, str(name), budget=budget)
    elif isinstance(value, list):
        for inner in value:
            _add(builder, inner, level, key if not isinstance(inner, dict) else "", budget=budget)
    elif value is not None and str(value).strip():
        lines = [line for line in str(value).split("\n") if line.strip()]
        for number, line in enumerate(lines):
            builder.add(f"{key}: {line}" if key and not number else line, line_kind(line))
