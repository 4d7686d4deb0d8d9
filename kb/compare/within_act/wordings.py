"""The patterns that the checks inside one act look for (`kb/compare/data/within_act*.yaml`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kb.compare.errors import CompareError
from kb.compare.within_act.stems import read_stems
from kb.extract.wording import compile_wording
from kb.text import fold_kazakh
from kb.yaml_text import parse_yaml


class Wording:
    """Some patterns as one; texts without a stem of any of them are passed over."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._pattern = compile_wording(list(patterns))
        self._stems = read_stems(fold_kazakh(one) for one in patterns)

    def may_meet(self, text: str) -> bool:
        """Whether the text has what every match must have; it may still have no match."""
        return not self._stems or any(stem in text for stem in self._stems)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search`."""
        return self._pattern.search(text, start, len(text) if end is None else end) if self.may_meet(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match that the text begins with, as `re.Pattern.match`."""
        return self._pattern.match(text) if self.may_meet(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as `re.Pattern.finditer`."""
        return self._pattern.finditer(text) if self.may_meet(text) else iter(())

    def without(self, text: str, by: str = "", count: int = 0) -> str:
        """The text with `by` in place of the matches (the first `count` of them), as `re.Pattern.sub`."""
        return self._pattern.sub(by, text, count=count)


@cache
def load(name: str) -> Mapping[str, Any]:
    """A data file by the end of its name (`within_act_<name>.yaml`); raises CompareError when it is no mapping."""
    content = parse_yaml(files("kb.compare").joinpath("data", f"within_act_{name}.yaml").read_text("utf-8"))
    if not isinstance(content, dict):
        raise CompareError(f"kb/compare/data/within_act_{name}.yaml must hold a mapping")
    return content


@cache
def pattern(name: str, *keys: str) -> Wording:
    """The patterns of a list under the keys, as one; they meet texts with Kazakh letters folded."""
    found: Any = load(name)
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise CompareError(f"kb/compare/data/within_act_{name}.yaml: {'/'.join(keys)} must be a list of patterns")
    return Wording(found)
