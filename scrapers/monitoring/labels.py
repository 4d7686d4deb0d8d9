"""Lines that part a report: known by their wording, also when letters are damaged."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz, process

from kb.text import fold
from kb.yaml_text import parse_yaml

_MAX_LABEL = 120
# In a scanned report of 2017 the most damaged of 165 labels is 91 % like its wording, the most alike other line 75 %.
# Short wordings need to be met exactly.
_ALIKE = 85
_SHORT = 20
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")


@cache
def wording() -> dict[str, Any]:
    """The wording in `wording.yaml`."""
    data: dict[str, Any] = parse_yaml(files("scrapers.monitoring").joinpath("wording.yaml").read_text("utf-8"))
    return data


@lru_cache(maxsize=8192)
def label_of(line: str) -> str | None:
    """`info`, `results`, `conclusions` or `end` when the line is such a label, else None."""
    if len(line) > _MAX_LABEL:
        return None
    words = _EDGES.sub("", fold(line).text)
    if not words:
        return None
    found = process.extractOne(words, list(_phrases()), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if found is None or (len(found[0]) < _SHORT and found[0] != words):
        return None
    return _phrases()[found[0]]


@cache
def _phrases() -> dict[str, str]:
    return {fold(phrase).text: kind for kind, phrases in wording()["labels"].items() for phrase in phrases}
