"""Looking words up among those that the base knows."""

import json
from collections.abc import Iterable
from typing import Protocol

from kb.search.backend import SearchBackend
from kb.search.errors import IndexMissing
from kb.search.known_word import KnownWord, slips, word_forms
from kb.search.query import Keyword

INDEX = "words"
MOST_VALUES = 1000  # of one look-up
MOST_FOUND = 300


class WordList(Protocol):
    """What spelling asks."""

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """Those of `words` of which the base has any form, with how often it has that very word."""
        ...

    def near(self, words: Iterable[str]) -> tuple[KnownWord, ...]:
        """Known forms that may be one or two slips away from a form of `words`."""
        ...


class IndexedWords:
    """The words of the live index of a backend; none while there is no such index."""

    def __init__(self, backend: SearchBackend) -> None:
        self._backend = backend

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """See WordList."""
        forms = {word: word_forms(word) for word in words}
        wanted = dict.fromkeys(form for own in forms.values() for form in own)
        held = {found.form: found.count for found in self._look_up("form", tuple(wanted))}
        return {word: held.get(own[0], 0) for word, own in forms.items() if any(form in held for form in own)}

    def near(self, words: Iterable[str]) -> tuple[KnownWord, ...]:
        """See WordList."""
        parts = dict.fromkeys(part for word in words for form in word_forms(word) for part in slips(form))
        return self._look_up("near", tuple(parts))

    def _look_up(self, field: str, values: tuple[str, ...]) -> tuple[KnownWord, ...]:
        if not values:
            return ()
        try:
            hits = self._backend.search(INDEX, Keyword(field, values[:MOST_VALUES]), limit=MOST_FOUND).hits
        except IndexMissing:
            return ()  # a base of an earlier build: nothing is put right until the next one
        return tuple(KnownWord(*json.loads(hit.stored)) for hit in hits)
