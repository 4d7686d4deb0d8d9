"""The language of a text, told by its letters, function words and endings."""

import re
from collections import Counter
from functools import cache, lru_cache

from kb.model import Language
from kb.text.folding import fold, fold_kazakh
from kb.text.table import load_table
from kb.text.tokens import words_of

# a clause tells its language in its first words; the whole of a long document need not be read
_ENOUGH_CHARACTERS = 4000
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


def identify_language(text: str) -> Language:
    """KK, RU or EN; Kazakh, the first language of the service, where nothing tells (numbers, names, loan words).

    Right for Kazakh typed without Kazakh letters as long as a function word or an ending tells. Text in Latin
    letters counts as English only when English function words stand in it; other Latin spellings are to be read
    with `to_cyrillic` first.
    """
    votes = weigh_languages(text)
    if votes[Language.EN] > votes[Language.RU] and votes[Language.EN] >= votes[Language.KK]:
        return Language.EN
    return Language.RU if votes[Language.RU] > votes[Language.KK] else Language.KK


def weigh_languages(text: str) -> Counter[Language]:
    """The weight of the signs of each language in the first words of `text`; 0 where there is none."""
    votes: Counter[Language] = Counter()
    for word in words_of(fold(text[:_ENOUGH_CHARACTERS]).text):
        language, weight = vote(word)
        votes[language] += weight
    return votes


@lru_cache(maxsize=50_000)
def vote(word: str) -> tuple[Language, int]:
    """The language that a folded word speaks for, and the weight of its sign: 0 where nothing tells."""
    weights: dict[str, int] = load_table("languages")["weights"]
    if word in _neutral():
        return Language.KK, 0
    if not _letters("russian_letters").isdisjoint(word):
        return Language.RU, weights["letter"]
    if not _letters("kazakh_letters").isdisjoint(word) or _ARABIC.search(word):
        return Language.KK, weights["letter"]
    if language := telling_words().get(word):
        return language, weights["word"]
    return _vote_by_ending(word, weights)


def _vote_by_ending(word: str, weights: dict[str, int]) -> tuple[Language, int]:
    """The language with the longer ending; a word that ends in neither tells little by letters of loan words."""
    if len(word) < 4 or not _CYRILLIC.search(word):
        return Language.KK, 0
    kazakh, russian = (_longest_ending(word, language) for language in (Language.KK, Language.RU))
    if kazakh != russian:
        return Language.KK if kazakh > russian else Language.RU, weights["ending"]
    is_foreign = not _letters("foreign_letters").isdisjoint(word)
    return Language.RU, weights["foreign_letter"] if is_foreign else 0


def _longest_ending(word: str, language: Language) -> int:
    endings = _endings(language)
    return max((size for size in range(1, min(6, len(word) - 1)) if word[-size:] in endings), default=0)


@cache
def function_words() -> frozenset[str]:
    """Words without content of all languages; Kazakh ones with and without Kazakh letters."""
    return frozenset(word for words in _word_lists("function_words").values() for word in words)


@cache
def telling_words() -> dict[str, Language]:
    """Each word that tells one language, and that language; words of two languages are left out."""
    lists: dict[Language, set[str]] = {}
    for name in ("function_words", "telling_words"):
        for language, words in _word_lists(name).items():
            lists.setdefault(language, set()).update(words)
    counts = Counter(word for words in lists.values() for word in words)
    return {word: language for language, words in lists.items() for word in words if counts[word] == 1}


def _word_lists(name: str) -> dict[Language, set[str]]:
    table: dict[str, list[str]] = load_table("languages")[name]
    return {Language(code): {*words, *map(fold_kazakh, words)} for code, words in table.items()}


@cache
def _endings(language: Language) -> frozenset[str]:
    return frozenset(fold_kazakh(ending) for ending in load_table("languages")["endings"][language.value])


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset(load_table("languages")[name])


@cache
def _neutral() -> frozenset[str]:
    return frozenset(load_table("languages")["neutral"])
