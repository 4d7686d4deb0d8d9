"""The words of the rules about bodies, from the data file."""

import re
from functools import cache
from importlib.resources import files

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording
from kb.text import fold_plain
from kb.yaml_text import parse_yaml


def provides(text: str) -> bool:
    """Whether the words say that a body gives the service; raises CompareError for a damaged data file."""
    return bool(_pattern("provides").search(fold_plain(text)))


@cache
def _pattern(key: str) -> re.Pattern[str]:
    table = parse_yaml(files("kb.compare").joinpath("data", "bodies.yaml").read_text(encoding="utf-8"))
    patterns = table.get(key) if isinstance(table, dict) else None
    if not isinstance(patterns, list):
        raise CompareError(f"kb/compare/data/bodies.yaml: {key!r} must be a list of patterns")
    return compile_wording(patterns)
