"""The words of the parity rules, from the data file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording
from kb.model import Language
from kb.yaml_text import parse_yaml


@cache
def _table() -> dict[str, Any]:
    content = parse_yaml(files("kb.compare").joinpath("data", "parity.yaml").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise CompareError(f"kb/compare/data/parity.yaml must hold a mapping, got {type(content).__name__}")
    return content


@cache
def words(key: str, language: Language) -> re.Pattern[str]:
    """The patterns under `key` of one language, for folded text; raises CompareError where the file has none."""
    return compile_wording(_of_language(_table().get(key), key, language))


@cache
def coded_words(key: str, language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The (code, pattern) pairs under `key` of one language, in the order of the file; `a/b` is below `a`."""
    codes: Any = _table()
    for name in key.split("/"):
        codes = codes.get(name) if isinstance(codes, dict) else None
    if not isinstance(codes, dict):
        raise CompareError(f"kb/compare/data/parity.yaml: {key!r} must map codes to patterns by language")
    return tuple(
        (code, compile_wording(_of_language(entry, f"{key}/{code}", language))) for code, entry in codes.items()
    )


def _of_language(entry: object, key: str, language: Language) -> list[str]:
    patterns = entry.get(language.value) if isinstance(entry, dict) else None
    if not isinstance(patterns, list):
        raise CompareError(f"kb/compare/data/parity.yaml: {key!r} has no patterns for {language.value}")
    return patterns


@cache
def listed(key: str) -> frozenset[str]:
    """The codes listed under `key`; raises CompareError where the file has none."""
    codes = _table().get(key)
    if not isinstance(codes, list):
        raise CompareError(f"kb/compare/data/parity.yaml: {key!r} must be a list of codes")
    return frozenset(codes)
