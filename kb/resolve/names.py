"""Service names made comparable."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from kb.text import fold_plain
from kb.yaml_text import parse_yaml

# tests/unit/resolve/test_names.py has prints of one name and names of siblings on either side of these bounds.
SAME_NAME = 94.0  # per cent of equal letters in a whole name
SAME_WORD = 80.0  # and in each of its words
MOST_EDITS = 2
MOST_LETTERS = 1  # by which two prints of a word differ in length
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"\w+")


def plain_name(name: str) -> str:
    """Folded words of a name without quotes and signs: what two prints of one name share."""
    return " ".join(WORD.findall(fold_plain(name)))


def is_same_name(left: str, right: str) -> bool:
    """Whether two plain names are prints of one name: nearly equal letters, equal numbers, no word of one only."""
    if NUMBER.findall(left) != NUMBER.findall(right):
        return False
    if left == right:
        return True
    return fuzz.ratio(left, right) >= SAME_NAME and _same_words(left.split(), right.split())


def _same_words(left: list[str], right: list[str]) -> bool:
    """Whether the words that only one side has are, one by one, prints of those that only the other has."""
    ours, theirs = _beyond(left, right), _beyond(right, left)
    return len(ours) == len(theirs) and all(map(is_same_word, ours, theirs))


def _beyond(words: list[str], others: list[str]) -> list[str]:
    """The words that the others lack, each once, in their order; prints drop a word that is said twice."""
    known = set(others)
    return [word for word in dict.fromkeys(words) if word not in known]


def is_same_word(left: str, right: str) -> bool:
    """Whether two plain words are prints of one word: as good as equal, and not known to mean different things."""
    return left == right or (
        abs(len(left) - len(right)) <= MOST_LETTERS
        and Levenshtein.distance(left, right, score_cutoff=MOST_EDITS) <= MOST_EDITS
        and fuzz.ratio(left, right) >= SAME_WORD
        and _begin_alike(left, right)
        and not _are_opposites(left, right)
    )


def _begin_alike(left: str, right: str) -> bool:
    return left[0] == right[0] or any({left[0], right[0]} <= letters for letters in _wording().confusions)


def _are_opposites(left: str, right: str) -> bool:
    return any(
        left.startswith(one) and right.startswith(other)
        for group in _wording().opposites
        for one in group
        for other in group
        if one != other
    )


@dataclass(frozen=True, slots=True)
class _Wording:
    confusions: tuple[frozenset[str], ...]
    opposites: tuple[tuple[str, ...], ...]


@cache
def _wording() -> _Wording:
    data = parse_yaml(files("kb.resolve").joinpath("data", "names.yaml").read_text(encoding="utf-8"))
    return _Wording(
        confusions=tuple(frozenset(map(plain_name, letters)) for letters in data["confusions"]),
        opposites=tuple(tuple(map(plain_name, group)) for group in data["opposites"]),
    )
