"""The data files of this room: wording and patterns, Kazakh and Russian."""

from importlib.resources import files
from typing import Any

from kb.yaml_text import parse_yaml


def load_data(name: str) -> dict[str, Any]:
    """A data file of this room."""
    data: dict[str, Any] = parse_yaml(files("kb.read").joinpath("data", name).read_text(encoding="utf-8"))
    return data
