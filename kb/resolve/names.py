"""Service names made comparable."""

import re

from rapidfuzz import fuzz

from kb.text import fold, fold_kazakh

SAME = 94.0  # tests/unit/resolve/test_names.py: prints of one name score 94 and more, siblings at most 93
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"\w+")


def plain_name(name: str) -> str:
    """Folded words of a name without quotes and signs: what two prints of one name share."""
    return " ".join(WORD.findall(fold_kazakh(fold(name).text)))


def is_same_name(left: str, right: str) -> bool:
    """Whether two plain names are prints of one name: nearly equal letters, equal numbers, no word of one only."""
    if NUMBER.findall(left) != NUMBER.findall(right):
        return False
    if left == right:
        return True
    return fuzz.ratio(left, right) >= SAME and _same_words(left.split(), right.split())


def _same_words(left: list[str], right: list[str]) -> bool:
    """Every word has a near twin on the other side («парақты» and «анықтама» have none)."""
    return all(max((fuzz.ratio(word, other) for other in right), default=0) >= 60 for word in left) and all(
        max((fuzz.ratio(word, other) for other in left), default=0) >= 60 for word in right
    )
