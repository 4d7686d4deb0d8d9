"""Which words of a question a text has, in either language."""

from functools import lru_cache

from kb.answer.expansion import related
from kb.answer.reading.everyday import everyday_cues
from kb.text.cues import find_cue
from kb.text.words import Word, Words, read_words

BEGINNING = 6  # letters of a word that both languages borrowed: «оргтехника», «оргтехникаға»


@lru_cache(maxsize=4096)
def held_places(text: str, asked: tuple[Word, ...]) -> frozenset[int]:
    """Places of the asked words that a text has: the word, its official wording or its everyday counterpart."""
    words = read_words(text, damaged=True)
    beginnings = frozenset(one.folded[:BEGINNING] for one in words.items)
    return frozenset(
        place
        for place, word in enumerate(asked)
        if _stands_in(word, words) or (len(word.folded) > BEGINNING and word.folded[:BEGINNING] in beginnings)
    )


def _stands_in(word: Word, text: Words) -> bool:
    if word.folded_kk in text.stems or word.ru in text.stems:
        return True
    if any(all(part.folded_kk in text.stems or part.ru in text.stems for part in one.items) for one in related(word)):
        return True
    return any(find_cue(text, cue, language=language) for cue, language in everyday_cues(word))
