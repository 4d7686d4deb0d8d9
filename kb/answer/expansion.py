"""What the vocabulary says for a word of a question."""

from kb.search import domain_vocabulary
from kb.text.words import Word, Words


def related(word: Word) -> tuple[Words, ...]:
    """Official phrases of the vocabulary that stand for one word."""
    return tuple(phrase.words for match in domain_vocabulary().find(Words((word,))) for phrase in match.official)
