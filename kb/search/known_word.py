"""The words that the base knows, as index documents: what a misspelled word may mean is looked up among them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.model import Language
from kb.search.analysed import LONGEST_TOKEN
from kb.search.document import IndexDocument
from kb.text import fold, fold_kazakh, stem, tokenise

SHORTEST = 2  # letters of a word that is worth knowing
SHORTEST_NEAR = 4  # letters of a form that is looked for with a slip in it
KEPT_LETTERS = 14  # of longer forms only the beginning is looked for with a slip: endings differ in any case


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A form, the most frequent word of that form as texts write it, and how often the form stands in them."""

    form: str
    text: str
    count: int


def count_words(texts: Iterable[str], counts: Counter[str]) -> None:
    """Adds to `counts` how often each word (folded, with its Kazakh letters) stands in the texts; numbers are left
    out."""
    for text in texts:
        words = (token.text for token in tokenise(fold(text).text))
        counts.update(word for word in words if SHORTEST <= len(word) <= LONGEST_TOKEN and word.isalpha())


def word_documents(counts: Counter[str]) -> Iterator[IndexDocument]:
    """One document for each form of the counted words."""
    best: dict[str, tuple[int, str]] = {}
    totals: Counter[str] = Counter()
    for word, count in counts.items():
        for form in word_forms(word):
            totals[form] += count
            best[form] = max(best.get(form, (0, "")), (count, word))
    for form, (_, word) in best.items():
        yield IndexDocument(
            id=form,
            tokens={},
            keywords={"form": (form,), "near": slips(form)},
            stored=json.dumps([form, word, totals[form]], ensure_ascii=False),
        )


@lru_cache(maxsize=50_000)
def word_forms(word: str) -> tuple[str, ...]:
    """The word without Kazakh letters, then its stems that differ from it."""
    stems = (fold_kazakh(stem(word, Language.KK)), stem(word, Language.RU))
    return tuple(dict.fromkeys((fold_kazakh(word), *stems)))


@lru_cache(maxsize=50_000)
def slips(form: str) -> tuple[str, ...]:
    """The form and what is left of it without any one letter: two forms one slip apart have one of these in common."""
    if len(form) < SHORTEST_NEAR:
        return ()
    form = form[:KEPT_LETTERS]
    return tuple(dict.fromkeys((form, *(form[:at] + form[at + 1 :] for at in range(len(form))))))
