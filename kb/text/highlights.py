"""Which words of a text a query means."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.model import Language
from kb.text.folding import fold
from kb.text.languages import function_words
from kb.text.stems import stem
from kb.text.tokens import tokenise, words_of

# a misspelled word is shown when its stem differs by one letter in four; of 0.7, 0.75, 0.8 and 0.85 the value that
# marks most words of misspelled questions without marking others (tests/relevance/test_spelling.py)
_ALIKE = 0.75
# a question has no more words; of a pasted text the first ones are enough
_MOST_ALIKE = 32
# stems of fewer letters are other words when one letter differs
_SHORTEST_ALIKE = 5


def highlight(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Half-open character ranges of the words of `text` that `query` matches, in order.

    By stem in either language, or by likeness for misspelled longer words. Function words are left out unless
    the query has nothing else.
    """
    words = words_of(fold(query).text)
    wanted = tuple(dict.fromkeys(word for word in words if word not in function_words())) or tuple(words)
    compared = tuple(one for word in wanted[:_MOST_ALIKE] if (one := _comparable(word)))
    stems = frozenset(one for word in wanted for one in _stems(word))
    return tuple(
        (token.start, token.end)
        for token in tokenise(text)
        if not stems.isdisjoint(_stems(token.text)) or _is_alike(token.text, compared)
    )


@lru_cache(maxsize=50_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset((word, stem(word, Language.KK), stem(word, Language.RU)))


@lru_cache(maxsize=50_000)
def _comparable(word: str) -> str | None:
    """The stem that likeness is measured on; None for numbers and short stems."""
    found = stem(word, Language.KK)
    return None if word.isdecimal() or len(found) < _SHORTEST_ALIKE else found


def _is_alike(word: str, compared: tuple[str, ...]) -> bool:
    first = _comparable(word)
    if first is None or not compared:
        return False
    return process.extractOne(first, compared, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE) is not None
