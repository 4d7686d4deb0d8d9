"""Stems of words: a light stemmer for Kazakh, Snowball for Russian and English."""

import re
from functools import cache, lru_cache

import Stemmer

from kb.model import Language
from kb.text.folding import fold_kazakh
from kb.text.table import load_table
from kb.text.variants import drop_signs, fold_variants

# bounds the memory of a long run; a base of 200,000 clauses has about 100,000 word forms
CACHED_WORDS = 200_000
_NAME = re.compile(r"<(\w+)>")
_SNOWBALL = {Language.RU: "russian", Language.EN: "english"}


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str, language: Language) -> str:
    """The stem of one lower-case word, an index term and no word to show.

    Kazakh words are stemmed without their Kazakh letters, so that a query typed on a Russian keyboard has the same
    stems. In Kazakh and Russian soft and hard signs, й and и, е, ё and э, ш and щ are not told apart.
    """
    if language is Language.KK:
        # signs go first: endings are told by the sound before them
        stemmed = drop_signs(fold_kazakh(word))
        for pattern, kept in kazakh_rules():
            stemmed = pattern.sub(kept, stemmed)
        return fold_variants(stemmed) or word
    stemmed = str(_snowball(language).stemWord(word.replace("ё", "е")))
    return fold_variants(stemmed) or word if language is Language.RU else stemmed


@cache
def _snowball(language: Language) -> Stemmer.Stemmer:
    # the stemmer's own cache is off: `stem` has one
    return Stemmer.Stemmer(_SNOWBALL[language], 0)


@cache
def kazakh_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of `data/stemmer.yaml` for folded words: (pattern, replacement), to be applied once each in order."""
    table = load_table("stemmer")
    names: dict[str, str] = dict(table["classes"])
    names["short_roots"] = "|".join(table["short_roots"])
    names["kept"] = table["kept"]
    for number, letters in enumerate(table["harmony"], start=1):
        own = names | letters
        for ending, source in table["endings"].items():
            own[ending] = _fill(source, own)
            names[f"{ending}{number}"] = own[ending]
    return tuple(
        (re.compile(fold_kazakh(_fill(pattern, names))), replacement.replace("$", "\\"))
        for pattern, replacement in table["rules"]
    )


def _fill(source: str, names: dict[str, str]) -> str:
    return _NAME.sub(lambda match: names[match[1]], source)
