"""What a clause says itself, without the clauses that it holds."""

import re
from collections import defaultdict
from dataclasses import dataclass

from kb.model import Clause, Document
from kb.read.words import words_of

# The number that a clause begins with: it changes when others come before it.
_NUMBER = re.compile(r"^\W*(?:\d+(?:[.-]\d+)*[.)]?)\s*(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A clause with its own words; `above` is the clause that holds it, `place` its place in the text."""

    clause: Clause
    words: str
    above: str | None
    place: int


def own_words(document: Document) -> tuple[OwnWords, ...]:
    """The clauses in reading order, each with the words that stand in none of the clauses it holds."""
    held: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        held[clause.parent].append(clause)
    return tuple(
        OwnWords(
            clause=clause,
            words=_words(document.text, clause, held.get(clause.id, [])),
            above=clause.parent,
            place=place,
        )
        for place, clause in enumerate(document.clauses)
    )


def plain_words(one: OwnWords) -> str:
    """Its words without the number that it begins with; a clause that only holds others goes by its label."""
    words = one.words or one.clause.label or ""
    return _NUMBER.sub("", words) if one.clause.number else words


def _words(text: str, clause: Clause, held: list[Clause]) -> str:
    pieces, start = [], clause.start
    for inner in held:
        pieces.append(text[start : max(start, inner.start)])
        start = max(start, inner.end)
    pieces.append(text[start : max(start, clause.end)])
    return " ".join(" ".join(words_of(piece) for piece in pieces).split())
