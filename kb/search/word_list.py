"""Looking words up among those that the base knows."""

import json
from collections.abc import Iterable
from typing import Protocol

from kb.search.backend import SearchBackend
from kb.search.errors import IndexMissing
from kb.search.known_word import KnownWord, slips, word_forms
from kb.search.query import Keyword

INDEX = "words"
PORTION = 300  # values of one look-up, and the most that it gives: a form stands once in the index


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
        found: dict[KnownWord, None] = {}
        for word in words:  # each by itself: one with many neighbours must not crowd out those of another
            parts = dict.fromkeys(part for form in word_forms(word) for part in slips(form))
            found.update(dict.fromkeys(self._look_up("near", tuple(parts))))
        return tuple(found)

    def _look_up(self, field: str, values: tuple[str, ...]) -> tuple[KnownWord, ...]:
        found: list[KnownWord] = []
        for start in range(0, len(values), PORTION):
            wanted = Keyword(field, values[start : start + PORTION])
            try:
                hits = self._backend.search(INDEX, wanted, limit=PORTION).hits
            except IndexMissing:
                return ()  # a base of an earlier build: nothing is put right until the next one
            found += [KnownWord(*json.loads(hit.stored)) for hit in hits]
        return tuple(found)
