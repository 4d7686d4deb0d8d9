"""The words of a source, from the file `wording.yaml` of its package."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kb.read.tree import load_yaml
from kb.text import fold


@cache
def source_wording(package: str) -> dict[str, Any]:
    """The file of this package; raises ReadError when it is no YAML."""
    data: dict[str, Any] = load_yaml(files(package).joinpath("wording.yaml").read_text(encoding="utf-8"))
    return data


def find_code(table: Mapping[str, Sequence[str]], words: str) -> str | None:
    """The first code that has a pattern for these words, folded and their blanks joined; None when no pattern fits."""
    folded = " ".join(fold(words).text.split())
    return next((str(code) for code, patterns in table.items() if _one_of(tuple(patterns)).search(folded)), None)


@cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
