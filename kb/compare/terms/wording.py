"""The words of the rules about terms, from the data file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording
from kb.text import fold_plain
from kb.yaml_text import parse_yaml


@cache
def words_of(key: str) -> tuple[str, ...]:
    """The list under `key`; raises CompareError where the file has none."""
    found = _table().get(key)
    if not isinstance(found, list):
        raise CompareError(f"kb/compare/data/terms.yaml: {key!r} must be a list")
    return tuple(found)


def tells(key: str, text: str) -> bool:
    """Whether a text has words that the patterns under `key` fit."""
    return bool(_pattern(key).search(fold_plain(text)))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return compile_wording(list(words_of(key)))


@cache
def _table() -> dict[str, Any]:
    content: dict[str, Any] = parse_yaml(files("kb.compare").joinpath("data", "terms.yaml").read_text(encoding="utf-8"))
    return content
