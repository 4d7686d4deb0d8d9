"""Texts stored with the places of their words, so that highlighting a page of results reads none of them again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kb.search.result import Range
from kb.text import fold_kazakh, highlight, tokenise


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of a text in order, folded; `places` has start and end of each, one after another."""

    words: list[str]
    places: list[int]

    def matching(self, matched: frozenset[str]) -> tuple[Range, ...]:
        """The half-open places of the words that are in `matched`."""
        places = self.places
        return tuple(
            (places[2 * number], places[2 * number + 1]) for number, word in enumerate(self.words) if word in matched
        )


def marks_to_json(text: str) -> dict[str, Any]:
    """The marks of a text as they are stored."""
    tokens = [token for token in tokenise(text) if token.text.split() == [token.text]]
    return {
        "words": " ".join(token.text for token in tokens),
        "places": [place for token in tokens for place in (token.start, token.end)],
    }


def marks_from_json(data: dict[str, Any]) -> Marks:
    """The stored marks."""
    return Marks(data["words"].split(), data["places"])


def match_words(words: Iterable[str], query: str) -> frozenset[str]:
    """Those of `words` that `query` means, by stem or likeness (see kb.text.highlight).

    Only words that begin like a word of the query are looked at: comparing all words of a page with the query took
    longer than the search itself (`make bench`), and a slip in the first letter is rare.
    """
    distinct = tuple(dict.fromkeys(words))
    beginnings = frozenset(_beginnings(_words(query)))
    line = " ".join(word for word, first in zip(distinct, _beginnings(distinct), strict=True) if first in beginnings)
    return frozenset(line[start:end] for start, end in highlight(line, query))


def _beginnings(words: Iterable[str]) -> str:
    """The first letter of each word, without Kazakh letters."""
    return fold_kazakh("".join(word[0] for word in words))


def _words(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]
