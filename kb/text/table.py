"""Word lists and letter tables: the YAML files in `data`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.text.error import TextError
from kb.yaml_text import parse_yaml


@cache
def load_table(name: str) -> dict[str, Any]:
    """The content of `data/<name>.yaml`; raises TextError when the file is missing or is not a mapping."""
    place = files("kb.text") / "data" / f"{name}.yaml"
    try:
        table = parse_yaml(place.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as problem:
        raise TextError(f"kb/text/data/{name}.yaml cannot be read: {problem}; install the package again") from problem
    if not isinstance(table, dict):
        raise TextError(f"kb/text/data/{name}.yaml must hold a mapping, found {type(table).__name__}")
    return table
