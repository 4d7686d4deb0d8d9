"""Index terms of a text: what both engines store and what queries ask for."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from kb.model import Language
from kb.text.damage import mend_words
from kb.text.folding import fold, fold_kazakh
from kb.text.stems import CACHED_WORDS, stem
from kb.text.tokens import words_of
from kb.text.variants import fold_variants

# part of index names: raise it whenever any of the four kinds of terms changes
ANALYSIS_VERSION = "2"

_GRAM = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms in the order of the text.

    `exact`: folded words; `kk`: Kazakh stems without Kazakh letters; `ru`: Russian stems; `tri`: trigrams of the
    words without Kazakh letters and variants of letters (a shorter word is its own gram).
    """

    exact: tuple[str, ...]
    kk: tuple[str, ...]
    ru: tuple[str, ...]
    tri: tuple[str, ...]


def analyse(text: str, language: Language | None = None) -> Terms:
    """The terms of `text`: a document in its `language`, a query with None, which gives the stems of both."""
    words = words_of(mend_words(fold(text).text))
    return Terms(
        exact=tuple(words),
        kk=_stems(words, Language.KK) if language in (None, Language.KK) else (),
        ru=_stems(words, Language.RU) if language in (None, Language.RU) else (),
        tri=tuple(chain.from_iterable(map(grams, words))),
    )


@lru_cache(maxsize=CACHED_WORDS)
def grams(word: str) -> tuple[str, ...]:
    """The trigrams of a word without Kazakh letters and variants, or that word itself when it is shorter."""
    plain = fold_variants(fold_kazakh(word)) or word
    return tuple(plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1)) or (plain,)


def _stems(words: list[str], language: Language) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words)
