"""Whether a text in other letters is Kazakh or Russian at all."""

import re
from collections.abc import Callable, Collection

from kb.text.words import read_words

# Letters of a word that tells a language, words that a text must have, and the share of strange ones: of the questions
# in Latin letters or on the wrong keyboard in tests/labels and in the development set none is held to be foreign.
SHORTEST = 3
FEWEST = 2
STRANGE = 0.75
_ANY_CYRILLIC = re.compile("[\u0400-\u052f]")


def is_foreign(typed: str, written: str, known: Callable[[Collection[str]], Collection[str]]) -> bool:
    """Whether a text without a Cyrillic letter is in a third language: read in the letters that were meant (`written`),
    its words are strange to the base; `known` gives those that it has in any form."""
    if _ANY_CYRILLIC.search(typed):
        return False
    words = {word.surface for word in read_words(written).items if len(word.surface) >= SHORTEST}
    words = {word for word in words if word.isalpha()}
    if len(words) < FEWEST:
        return False
    return len(words - set(known(words))) >= STRANGE * len(words)
