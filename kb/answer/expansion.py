"""Words to search for beside those of the question: the other language's, and official for everyday ones."""

from functools import cache

from indexes.vocabulary import read_vocabulary
from kb.answer.cues import GAP
from kb.answer.intent import read_question
from kb.answer.spelling import put_right
from kb.answer.words import Word, Words, read_words

LONG = 5  # letters of a stem from which its beginning tells the word: «больничныйды» is a form of «больничный»


def expand(topic: Words) -> tuple[str, ...]:
    """Words of the lexicon that stand for words of the topic."""
    typed = {word.surface for word in topic.items}
    found: dict[str, None] = {}
    for phrases in _groups():
        if any(_stands_in(phrase, topic) for phrase in phrases):
            found.update((word.surface, None) for phrase in phrases for word in phrase.items)
    return tuple(word for word in found if word not in typed)


def words_beside(text: str) -> tuple[str, ...]:
    """Words of the lexicon that stand for what a text asks about, for a search of the text itself."""
    return expand(read_question(put_right(text)).topic) if text.strip() else ()


def related(word: Word) -> tuple[Words, ...]:
    """Phrases of the lexicon that stand for one word."""
    return tuple(
        phrase
        for phrases in _groups()
        if any(_same(other, word) for own in phrases for other in own.items[:1] if len(own.items) == 1)
        for phrase in phrases
    )


def _stands_in(phrase: Words, text: Words) -> bool:
    """Whether the words of a phrase stand in a text in order and close together."""
    place = -1
    for word in phrase.items:
        last = len(text.items) if place < 0 else min(place + 2 + GAP, len(text.items))
        place = next((index for index in range(place + 1, last) if _same(word, text.items[index])), -1)
        if place < 0:
            return False
    return True


def _same(word: Word, other: Word) -> bool:
    if word.shares_stem(other) or word.spelled(other):
        return True
    return any(len(stem) >= LONG and other.surface.startswith(stem) for stem in (word.kk, word.ru))


@cache
def _groups() -> tuple[tuple[Words, ...], ...]:
    return tuple(tuple(read_words(phrase) for phrase in (*term.kk, *term.ru)) for term in read_vocabulary())
