"""A text typed by a person → the query trees of both indexes."""

import math
from dataclasses import dataclass
from datetime import date

from indexes.weights import Weights, read_weights
from kb.search.analysed import token_lists, usable
from kb.search.clause_document import LAST_DAY, NO_DAY, day_number
from kb.search.errors import BadQuery
from kb.search.query import AllOf, AnyOf, InRange, Keyword, Phrase, Query, Terms
from kb.search.request import quoted_phrases
from kb.search.service_document import lookup_ids
from kb.text import analyse, highlight

MOST_TOKENS = 300  # of one field; a query of 1,000 characters stays below the engines' limits
AROUND_IDS = " .,;:!?()[]«»\"'"  # signs that may stand around an id without being part of it

Fields = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of what was typed: as typed, or put right.

    `words` are the tokens by part (`exact`, `kk`, `ru`, `tri`, `cut`) of the words that mean something, `rest` those of
    the function words, which only add to scores.
    """

    words: Fields
    rest: Fields
    phrases: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...]

    @property
    def stems(self) -> frozenset[str]:
        """Kazakh and Russian stems, to tell which stored texts match."""
        return frozenset(token for part, tokens in self.words if part in ("kk", "ru") for token in tokens)


def read_query(text: str) -> Reading:
    """The tokens (of both languages: callers mix them), phrases and possible ids; raises BadQuery without a word."""
    meant = highlight(text, text)  # every word but function words, unless there are no others
    if not meant:
        raise BadQuery("the query has no word or number in it: type at least one")
    others = list(text)
    for start, end in meant:
        others[start:end] = " " * (end - start)
    phrases = (tuple(usable(analyse(phrase).exact)) for phrase in quoted_phrases(text))
    numbered = [word for word in text.split() if any(letter.isdigit() for letter in word)]
    return Reading(
        words=_fields(" ".join(text[start:end] for start, end in meant)),
        rest=_fields("".join(others)),
        phrases=tuple(phrase for phrase in phrases if phrase),
        ids=lookup_ids(word.strip(AROUND_IDS) for word in [text, *numbered]),
    )


def service_query(readings: tuple[Reading, ...], beside: Reading | None = None) -> Query:
    """Services by id first, then by the words of name and body, also misspelled ones.

    `beside` has words that stand for those typed; they weigh less.
    """
    weights = read_weights()
    found = _by_all_words(readings, beside, "services", weights, alike=True)
    return AnyOf((Keyword("ids", _ids(readings), weights.id), *found))


def clause_query(
    readings: tuple[Reading, ...], as_of: date, beside: Reading | None = None, *, alike: bool = False
) -> Query:
    """Clauses by their words, those of a named act first, without editions that are not in force on `as_of`.

    A word must match by its stem or its beginning; `alike` also finds those that only share trigrams, which costs
    ten times more on a large index and is for queries whose words match nowhere.
    """
    weights = read_weights()
    found = _by_all_words(readings, beside, "clauses", weights, alike=alike)
    day = day_number(as_of)
    # What is outside its days is excluded instead of demanding what is inside: tantivy reads a short list, not all.
    outside = (InRange("day_from", day + 1, LAST_DAY), InRange("day_until", NO_DAY, day - 1))
    return AllOf((AnyOf((Keyword("act", _ids(readings), weights.id), *found)),), without=outside)


def _by_all_words(
    readings: tuple[Reading, ...], beside: Reading | None, kind: str, weights: Weights, *, alike: bool
) -> tuple[Query, ...]:
    found = tuple(_by_words(reading, kind, weights, alike=alike) for reading in readings)
    return (*found, _by_words(beside, kind, weights, alike=False, share=weights.beside)) if beside else found


def _by_words(reading: Reading, kind: str, weights: Weights, *, alike: bool, share: float = 1.0) -> Query:
    boosts = {"exact": weights.exact, "kk": weights.stem, "ru": weights.stem, "cut": weights.cut}
    demanded: list[Query] = []
    optional: list[Query] = []
    for name, full_weight in weights.texts[kind].items():
        weight = full_weight * share
        for part, tokens in reading.words:
            if part in boosts:
                demanded.append(Terms(f"{name}_{part}", tokens, boosts[part] * weight))
            elif alike:
                enough = math.ceil(len(tokens) * weights.tri_share)
                demanded.append(Terms(f"{name}_{part}", tokens, weights.tri[kind] * weight, at_least=enough))
            else:
                optional.append(Terms(f"{name}_{part}", tokens, weights.tri[kind] * weight))
        optional += [
            Terms(f"{name}_{part}", tokens, weights.stem * weight)
            for part, tokens in reading.rest
            if part in ("kk", "ru")
        ]
    phrases = tuple(
        AnyOf(tuple(Phrase(f"{name}_exact", phrase) for name in weights.texts[kind])) for phrase in reading.phrases
    )
    words = AnyOf(tuple(demanded))
    return AllOf((words,), optional=tuple(optional), filters=phrases) if optional or phrases else words


def _ids(readings: tuple[Reading, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for reading in readings for key in reading.ids))


def _fields(text: str) -> Fields:
    tokens = ((part, tuple(dict.fromkeys(found))[:MOST_TOKENS]) for part, found in token_lists(text).items())
    return tuple((part, found) for part, found in tokens if found)
