"""Which words are Russian: the dictionary of OpenCorpora, every form of its words."""

from functools import cache, lru_cache

import pymorphy3

SHORTEST = 3  # letters; the dictionary has every pair of letters as an abbreviation


@lru_cache(maxsize=20_000)
def is_russian_word(word: str) -> bool:
    """Whether a lower-case word is a correctly spelled form of a Russian word; ё may be written е."""
    return len(word) >= SHORTEST and bool(_dictionary().word_is_known(word))


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
