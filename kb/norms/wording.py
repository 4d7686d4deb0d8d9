"""Words of the tables: patterns and keys that meet Kazakh letters as well as the Russian ones typed for them."""

import re
from collections.abc import Iterable

# Letters of Kazakh and what a Russian keyboard gives for them; `fold_kazakh` of kb.text does the same to texts.
_TYPED = str.maketrans("әіңғүұқөһ", "аингуукох")
# No word of these tables is longer and no gap wider; a bound keeps the search linear in a damaged text.
_BOUNDED = (
    (r"\w*", r"\w{0,20}"), (r"\w+", r"\w{1,20}"), (r"\s*", r"\s{0,4}"), (r"\s+", r"\s{1,4}"),
    (r"\S*", r"\S{0,25}"), (r"\S+", r"\S{1,25}"),
)  # fmt: skip


def plain(text: str) -> str:
    """`text` as the patterns meet it: lower case, Kazakh letters as typed on a Russian keyboard; length is kept."""
    return text.lower().translate(_TYPED)


def compile_patterns(patterns: Iterable[str]) -> re.Pattern[str]:
    """One alternation of the patterns, for texts that went through `plain`; patterns are written in lower case."""
    return re.compile("|".join(f"(?:{_bounded(pattern).translate(_TYPED)})" for pattern in patterns))


def name_key(name: str) -> str:
    """What names are compared by: lower case, typed letters, one blank between words, no dots."""
    return " ".join(plain(name).replace(".", " ").split())


def _bounded(pattern: str) -> str:
    for endless, bound in _BOUNDED:
        pattern = pattern.replace(endless, bound)
    return pattern
