"""The words of the rules about documents, from the data file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording
from kb.model import Language
from kb.text import stem, tokenise
from kb.yaml_text import parse_yaml


@cache
def generic_stems(language: Language) -> frozenset[str]:
    """The stems of words that any document may have in its name; those of Kazakh where the language has none."""
    words = _table()["generic"].get(language.value) or _table()["generic"][Language.KK.value]
    return frozenset(stem(token.text, language) for token in tokenise(words))


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The patterns under `key`, for folded text; raises CompareError where the file has none."""
    found = _table().get(key)
    if not isinstance(found, list):
        raise CompareError(f"kb/compare/data/documents.yaml: {key!r} must be a list of patterns")
    return compile_wording(found)


@cache
def _table() -> dict[str, Any]:
    content: dict[str, Any] = parse_yaml(
        files("kb.compare").joinpath("data", "documents.yaml").read_text(encoding="utf-8")
    )
    return content
