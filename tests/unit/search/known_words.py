"""A list of known words in memory, for tests of what is read with one."""

import json
from collections import Counter
from collections.abc import Iterable

from kb.search.known_word import KnownWord, slips, word_documents, word_forms


class WordsInMemory:
    """The words of a sentence, as an index would give them."""

    def __init__(self, words: str) -> None:
        self._words = [KnownWord(*json.loads(one.stored)) for one in word_documents(Counter(words.lower().split()))]
        self._held = {word.form: word.count for word in self._words}

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """See WordList."""
        held = self._held
        return {
            word: held.get(word_forms(word)[0], 0) for word in words if not held.keys().isdisjoint(word_forms(word))
        }

    def near(self, words: Iterable[str]) -> tuple[KnownWord, ...]:
        """See WordList."""
        parts = {part for word in words for form in word_forms(word) for part in slips(form)}
        return tuple(word for word in self._words if not parts.isdisjoint(slips(word.form)))
