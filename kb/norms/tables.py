"""Reading the YAML tables of this room."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.norms.errors import NormsError


@cache
def read_table(name: str) -> Any:
    """The parsed table `data/<name>.yaml`; raises NormsError when there is none."""
    path = files("kb.norms").joinpath("data", *f"{name}.yaml".split("/"))
    if not path.is_file():
        raise NormsError(f"no reference table {name!r}; tables are the YAML files under kb/norms/data")
    return yaml.safe_load(path.read_text(encoding="utf-8"))
