"""The wording files: patterns of Kazakh, Russian and English, folded the way texts are folded."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.extract.errors import ExtractError
from kb.text import fold_kazakh
from kb.yaml_text import parse_yaml

# The longest run of letters in the real texts read has 37 (glued words); between the words of a phrase stand a line
# break and an indent at most.
LONGEST = {"w": 60, "d": 60, "S": 60, "s": 30, "W": 60}
OPEN_REPEAT = re.compile(r"(?<!\\)\\(?P<kind>[wdSsW])(?:(?P<sign>[*+])|\{(?P<least>\d+),\})")
LEAST = {"*": "0", "+": "1"}


@cache
def load_wording(name: str) -> dict[str, Any]:
    """The wording file `kb/extract/data/<name>.yaml`; raises ExtractError when it is not a mapping."""
    content = parse_yaml(files("kb.extract").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ExtractError(f"kb/extract/data/{name}.yaml must hold a mapping, got {type(content).__name__}")
    return content


def compile_wording(patterns: list[str]) -> re.Pattern[str]:
    """One alternation of the patterns, Kazakh letters folded as in the text they will meet.

    Patterns are written in lower case, so that escapes such as `\\S` keep their meaning. Their open repeats get an end:
    a text of one endless word or blank would otherwise be searched anew from each of its letters.
    """
    return re.compile("|".join(f"(?:{_bounded(fold_kazakh(pattern))})" for pattern in patterns))


def _bounded(pattern: str) -> str:
    return OPEN_REPEAT.sub(_bound, pattern)


def _bound(found: re.Match[str]) -> str:
    least = found["least"] or LEAST[found["sign"]]
    return f"\\{found['kind']}{{{least},{LONGEST[found['kind']]}}}"


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
