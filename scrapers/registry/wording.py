"""How the register and its columns are called, from `wording.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.read import load_yaml
from kb.text import fold


@cache
def _wording() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(files(__package__).joinpath("wording.yaml").read_text(encoding="utf-8"))
    return data


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile("|".join(patterns))) for code, patterns in _wording()["columns"].items())


def is_titled(words: str) -> bool:
    """Whether the words name the register of public services."""
    return any(re.search(pattern, fold(words).text) for pattern in _wording()["title"])


def column_of(head: str) -> str | None:
    """What a column with this head holds; None when no pattern knows it."""
    folded = " ".join(fold(head).text.split())
    return next((code for code, pattern in _columns() if pattern.search(folded)), None)


def needed_columns() -> frozenset[str]:
    """The columns without which a table is no register."""
    return frozenset(_wording()["needed"])
