"""This room's YAML: what people say when they ask."""

from functools import cache
from importlib.resources import files
from typing import Any

from kb.yaml_text import parse_yaml


@cache
def read_table(name: str) -> Any:
    """The parsed file `data/<name>.yaml`."""
    return parse_yaml(files("kb.search").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))
