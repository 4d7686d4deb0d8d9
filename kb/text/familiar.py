"""Words of every day around public services, by their beginnings: what a doubtful word may be taken for."""

from functools import cache, lru_cache

from kb.text.folding import fold_kazakh
from kb.text.languages import telling_words
from kb.text.table import load_table
from kb.text.variants import fold_variants

# an ending has no more letters than this
_LONGEST_ENDING = 7


@lru_cache(maxsize=50_000)
def is_familiar(word: str) -> bool:
    """Whether a Cyrillic word in any letters, also with endings, is one of `data/familiar.yaml` or tells a language."""
    plain = fold_variants(fold_kazakh(word.lower()))
    if plain in _whole():
        return True
    roots = _roots()
    return any(plain[:size] in roots for size in range(max(4, len(plain) - _LONGEST_ENDING), len(plain) + 1))


@cache
def _roots() -> frozenset[str]:
    return frozenset(_plain(word) for words in load_table("familiar")["roots"].values() for word in words)


@cache
def _whole() -> frozenset[str]:
    listed = (word for words in load_table("familiar")["words"].values() for word in words)
    return frozenset(map(_plain, (*listed, *telling_words())))


def _plain(word: str) -> str:
    return fold_variants(fold_kazakh(word))
