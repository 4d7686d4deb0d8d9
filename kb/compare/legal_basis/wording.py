"""The words of the rules on references, from the data file."""

import re
from functools import cache
from importlib.resources import files

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording
from kb.yaml_text import parse_yaml


@cache
def words(key: str) -> re.Pattern[str]:
    """The patterns under `key`, for folded text; raises CompareError where the file has none."""
    table = parse_yaml(files("kb.compare").joinpath("data", "legal_basis.yaml").read_text(encoding="utf-8"))
    patterns = table.get(key) if isinstance(table, dict) else None
    if not isinstance(patterns, list):
        raise CompareError(f"kb/compare/data/legal_basis.yaml: {key!r} must be a list of patterns")
    return compile_wording(patterns)
