"""The patterns that the checks inside one act look for (`kb/compare/data/within_act*.yaml`)."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.compare.errors import CompareError
from kb.extract.wording import compile_wording


@cache
def load(name: str) -> Mapping[str, Any]:
    """A data file by the end of its name (`within_act_<name>.yaml`); raises CompareError when it is no mapping."""
    content = yaml.safe_load(files("kb.compare").joinpath("data", f"within_act_{name}.yaml").read_text("utf-8"))
    if not isinstance(content, dict):
        raise CompareError(f"kb/compare/data/within_act_{name}.yaml must hold a mapping")
    return content


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """The patterns of a list under the keys, as one; they meet texts with Kazakh letters folded."""
    found: Any = load(name)
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise CompareError(f"kb/compare/data/within_act_{name}.yaml: {'/'.join(keys)} must be a list of patterns")
    return compile_wording(found)
