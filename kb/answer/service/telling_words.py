"""What tells things of nearly one name apart, in a few words that can be said."""

from collections import Counter
from collections.abc import Sequence

from kb.search.question_reading import read_question
from kb.text.words import Word, Words, read_words

MOST_SAID = 20  # words of all choices together: a question of 25 words is still kept in mind when it is heard


def telling_words(names: Sequence[str]) -> list[str]:
    """For each name the words that the fewest others have, from the first of them on; all names together have at most
    MOST_SAID words. A name without words comes back as it is."""
    read = [read_words(name) for name in names]
    held = Counter(stem for words in read for stem in words.stems)
    several = max(len(names), 2)
    longest = max(MOST_SAID // max(len(names), 1), 1)
    return [
        _first_run(words, read_question(name).topic, held, longest=longest, of=several) or name
        for words, name in zip(read, names, strict=True)
    ]


def _first_run(words: Words, topic: Words, held: Counter[str], *, longest: int, of: int) -> str:
    telling = {word.surface for word in topic.items}
    counts = [_held_by(word, held) if word.surface in telling else of + 1 for word in words.items]
    if not counts:
        return ""
    first = counts.index(min(counts))
    last = first + 1
    while last < min(len(counts), first + longest) and counts[last] != of:
        last += 1
    while last > first + 1 and counts[last - 1] > of:  # «… және», «… для»
        last -= 1
    return " ".join(word.surface for word in words.items[first:last])


def _held_by(word: Word, held: Counter[str]) -> int:
    """In how many names a form of the word stands."""
    return max(held[word.folded_kk], held[word.ru])
