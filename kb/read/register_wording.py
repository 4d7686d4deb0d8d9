"""How the register of public services and its columns are called, from `register.yaml`."""

from functools import cache
from typing import Any

from kb.read.card_wording import find_code
from kb.read.data_file import load_data


@cache
def _wording() -> dict[str, Any]:
    return load_data("register.yaml")


def is_register_title(words: str) -> bool:
    """Whether the words name the register of public services."""
    return find_code({"title": _wording()["title"]}, words) is not None


def is_amending_title(words: str) -> bool:
    """Whether the words name an act that changes another: rows of the register in it are no edition of the whole."""
    return find_code({"amending": _wording()["amending"]}, words) is not None


def column_of(head: str) -> str | None:
    """What a column with this head holds; None when no pattern knows it."""
    return find_code(_wording()["columns"], head)


def needed_columns() -> frozenset[str]:
    """The columns without which a table is no register."""
    return frozenset(_wording()["needed"])


def register_columns() -> tuple[str, ...]:
    """All that a column may hold."""
    return tuple(_wording()["columns"])
