"""The words in which two places differ."""

from collections.abc import Callable

from kb.compare.errors import CompareError
from kb.compare.overlap.overlap import OverlapPair, Place
from kb.model import Document
from kb.read.word_changes import WordChange, compare_words


def differing_words(pair: OverlapPair, text_of: Callable[[str], Document | None]) -> tuple[WordChange, ...]:
    """The words of both places in order: the same ones, those of `a` alone (removed) and of `b` alone (added).

    `text_of` gives a document by its snapshot; raises CompareError where it has none.
    """
    return compare_words(_words(pair.a, text_of), _words(pair.b, text_of))


def _words(place: Place, text_of: Callable[[str], Document | None]) -> str:
    document = text_of(place.snapshot)
    if document is None:
        raise CompareError(f"{place.document}: the base has no text of {place.snapshot}; build it again")
    return document.text[place.start : place.end]
