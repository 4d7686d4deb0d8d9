"""Reading the YAML tables of this room."""

from functools import cache
from importlib.resources import files
from typing import Any

from kb.norms.errors import NormsError
from kb.yaml_text import parse_yaml


@cache
def read_table(name: str) -> Any:
    """The parsed table `data/<name>.yaml`; raises NormsError when there is none."""
    path = files("kb.norms").joinpath("data", *f"{name}.yaml".split("/"))
    if not path.is_file():
        raise NormsError(f"no reference table {name!r}; tables are the YAML files under kb/norms/data")
    return parse_yaml(path.read_text(encoding="utf-8"))
