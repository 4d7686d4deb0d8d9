"""The cues and patterns of lists of documents, ready to be used."""

import re
from functools import cache

from kb.answer.wording import read_wording
from kb.extract.wording import compile_wording
from kb.model import Language
from kb.text import fold_plain
from kb.text.cues import find_cue
from kb.text.words import Words

FILE = "documents"
LANGUAGES = (Language.KK, Language.RU)  # callers mix both in one sentence
LONGEST = 2000  # characters of an item that are looked at; the longest item of the real acts has 1,900


@cache
def pattern(key: str, code: str = "") -> re.Pattern[str]:
    """The compiled patterns under a key of data/documents.yaml, or under one of its codes."""
    patterns = read_wording(FILE)[key]
    return compile_wording(patterns[code] if code else patterns)


def codes_of(key: str) -> tuple[str, ...]:
    """The codes of a mapping or list of data/documents.yaml, in the order of the file."""
    return tuple(read_wording(FILE)[key])


def plain(text: str) -> str:
    """Folded as the patterns are."""
    return fold_plain(" ".join(text[:LONGEST].split()))


def is_named(words: Words, key: str, code: str = "") -> bool:
    """Whether the words of a question hold a cue of this key."""
    return bool(cue_places(words, key, code))


def cue_places(words: Words, key: str, code: str = "") -> frozenset[int]:
    """The places of all cues of a key that the words hold."""
    cues = read_wording(FILE)[key][code] if code else read_wording(FILE)[key]
    found: set[int] = set()
    for language in LANGUAGES:
        for phrase in cues[language.value]:
            found.update(find_cue(words, str(phrase), language=language))
    return frozenset(found)


def read_meanings() -> tuple[tuple[str, ...], ...]:
    """The cues of each meaning that everyday words and words of standards share."""
    return tuple(tuple(map(str, cues)) for cues in read_wording(FILE)["meanings"])
