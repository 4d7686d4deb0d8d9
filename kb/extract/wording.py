"""The wording files: patterns of Kazakh, Russian and English, folded the way texts are folded."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.extract.errors import ExtractError
from kb.text import fold_kazakh


@cache
def load_wording(name: str) -> dict[str, Any]:
    """The wording file `kb/extract/data/<name>.yaml`; raises ExtractError when it is not a mapping."""
    content = yaml.safe_load(files("kb.extract").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ExtractError(f"kb/extract/data/{name}.yaml must hold a mapping, got {type(content).__name__}")
    return content


def compile_wording(patterns: list[str]) -> re.Pattern[str]:
    """One alternation of the patterns, Kazakh letters folded as in the text they will meet.

    Patterns are written in lower case, so that escapes such as `\\S` keep their meaning.
    """
    return re.compile("|".join(f"(?:{fold_kazakh(pattern)})" for pattern in patterns))


@cache
def wording(name: str, key: str) -> re.Pattern[str]:
    """The compiled patterns under `key` of a wording file; raises ExtractError when the key is missing."""
    patterns = load_wording(name).get(key)
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
        raise ExtractError(f"kb/extract/data/{name}.yaml: {key!r} must be a list of patterns")
    return compile_wording(patterns)


@cache
def coded_wording(name: str, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The (code, pattern) pairs of a mapping code → patterns, in the order of the file."""
    table = load_wording(name).get(key)
    if not isinstance(table, dict):
        raise ExtractError(f"kb/extract/data/{name}.yaml: {key!r} must map codes to lists of patterns")
    return tuple((code, compile_wording(patterns)) for code, patterns in table.items())
