"""Suggestions: the services whose names have words that begin with what was typed so far."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, takewhile, zip_longest

from indexes.vocabulary import Term, read_vocabulary
from kb.model import Service
from kb.model.service_shapes import service_from_json
from kb.search.backend import SearchBackend
from kb.search.hits import Hit
from kb.text import fold_plain, put_right, tokenise
from kb.text.words import read_words

LONGEST_PREFIX = 24  # letters; further ones of a longer word are not compared
FIRST = "^"  # marks beginnings of a name's first word
MOST_WORDS = 12
SHORTEST_PHRASE = 3  # letters from which the vocabulary is asked: two begin too many of its phrases
MOST_TERMS = 3  # terms of the vocabulary that are looked at for one beginning
MOST_LOOKUPS = 8  # questions to the engine about their official words
_DECODER = json.JSONDecoder()


def suggest_services(backend: SearchBackend, text: str, *, limit: int = 8) -> tuple[Service, ...]:
    """Services whose name begins with `text`, then those that hold its words' beginnings, each by name; () for none.

    Where no name begins so, `text` is read as it was meant (another layout or script), then as the beginning of a
    phrase of the vocabulary, whose official words lead to services.
    """
    found = _continuing(backend, _words(text), limit)
    if not found:
        meant = put_right(text)
        found = _continuing(backend, _words(meant), limit) if meant != text else found
        found = found or _called(backend, _words(meant), limit)
    return tuple(_service_of(hit.stored) for hit in islice(found.values(), limit))


def _service_of(stored: str) -> Service:
    """The service that a document's payload begins with; its quotes, which are most of it, are not read."""
    service, _ = _DECODER.raw_decode(stored, stored.index("{", 1))
    return service_from_json(service)


def _continuing(backend: SearchBackend, words: list[str], limit: int) -> dict[str, Hit]:
    """Hits by id: names that begin with the words, then those that have words that do."""
    cut = [word[:LONGEST_PREFIX] for word in words[:MOST_WORDS]]
    found: dict[str, Hit] = {}
    for tokens in ((FIRST + cut[0], *cut[1:]), tuple(cut)) if cut else ():
        if len(found) < limit:
            hits = backend.suggest("services", "prefix", tuple(dict.fromkeys(tokens)), order="order", limit=limit)
            found.update((hit.id, hit) for hit in hits if hit.id not in found)
    return found


def _called(backend: SearchBackend, words: list[str], limit: int) -> dict[str, Hit]:
    """Hits by id: names with the official words of what people may be about to say."""
    found: dict[str, Hit] = {}
    for tokens in islice(_official_beginnings(" ".join(words)), MOST_LOOKUPS):
        if len(found) < limit:
            hits = backend.suggest("services", "prefix", tokens, order="order", limit=limit)
            found.update((hit.id, hit) for hit in hits if hit.id not in found)
    return found


def _official_beginnings(typed: str) -> Iterator[tuple[str, ...]]:
    """Beginnings of the words of official phrases, those of the shortest phrase that begins as typed first."""
    if len(typed) < SHORTEST_PHRASE:
        return
    said = _said()
    start = bisect_left(said, (typed, -1))
    begun = list(takewhile(lambda one: one[0].startswith(typed), islice(said, start, None)))
    numbers = dict.fromkeys(number for _, number in sorted(begun, key=lambda one: (len(one[0]), one)))
    for number in islice(numbers, MOST_TERMS):
        yield from _stems(read_vocabulary()[number])


@cache
def _said() -> list[tuple[str, int]]:
    """Every phrase of the vocabulary as typed words are compared, with the number of its term; in order."""
    return sorted(
        (" ".join(_words(phrase)), number)
        for number, term in enumerate(read_vocabulary())
        for phrase in (*term.official, *term.said)
    )


def _stems(term: Term) -> Iterator[tuple[str, ...]]:
    """The beginnings by which names are found that have an official phrase in any form, each once."""
    kazakh = [_beginnings((word.folded, len(word.kk)) for word in read_words(phrase).items) for phrase in term.kk]
    russian = [_beginnings((word.folded, len(word.ru)) for word in read_words(phrase).items) for phrase in term.ru]
    yield from dict.fromkeys(one for pair in zip_longest(kazakh, russian) for one in pair if one)


def _beginnings(words: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Each word as long as its stem, which itself may be spelled as no form is; short words tell nothing."""
    return tuple(dict.fromkeys(word[:length][:LONGEST_PREFIX] for word, length in words if length >= SHORTEST_PHRASE))


def prefix_tokens(names: Iterable[str]) -> list[str]:
    """All beginnings of the words of the names, each once; those of a first word also with a mark."""
    tokens: dict[str, None] = {}
    for name in names:
        for number, word in enumerate(_words(name)):
            beginnings = [word[:length] for length in range(1, min(len(word), LONGEST_PREFIX) + 1)]
            tokens.update(dict.fromkeys(beginnings))
            if number == 0:
                tokens.update(dict.fromkeys(FIRST + part for part in beginnings))
    return list(tokens)


def order_key(name: str, service_id: str) -> str:
    """What suggestions are sorted by: the folded name, then the id."""
    return f"{' '.join(_words(name))[:200]} {service_id}"


def _words(text: str) -> list[str]:
    return [fold_plain(token.text) for token in tokenise(text)]
