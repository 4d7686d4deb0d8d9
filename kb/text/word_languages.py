"""The language of each word of a text that may be in several."""

import re
from dataclasses import dataclass

from kb.model import Language
from kb.text.languages import vote
from kb.text.scripts import is_latin_name, read_latin_words
from kb.text.tokens import tokenise

_LATIN = re.compile("[a-z]")
# a sign of less weight is one of loan words, which both languages have
_TELLING = 2


@dataclass(frozen=True, slots=True)
class WordLanguage:
    """A word as it is written at `start`:`end`, and its language; None for numbers, names and what both have."""

    text: str
    start: int
    end: int
    language: Language | None


def word_languages(text: str) -> tuple[WordLanguage, ...]:
    """The words of `text` in order, each with its language.

    Latin words are told by what they read as; those that read as neither Kazakh nor Russian are English.
    """
    read = [(word.start, word.end, word.language) for word in read_latin_words(text)]
    found = []
    for token in tokenise(text):
        printed = text[token.start : token.end]
        twin = next((one for one in read if one[0] <= token.start and token.end <= one[1]), None)
        if twin:
            language: Language | None = twin[2]
        elif _LATIN.match(token.text):
            language = None if is_latin_name(printed) else Language.EN
        else:
            language = _tell(token.text)
        found.append(WordLanguage(printed, token.start, token.end, language))
    return tuple(found)


def _tell(word: str) -> Language | None:
    language, weight = vote(word)
    return language if weight >= _TELLING else None
