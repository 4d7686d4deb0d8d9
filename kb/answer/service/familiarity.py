"""How far a service knows a thing that a question names, also where its name was printed with a slip."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.answer.reading.topic import Unit, telling
from kb.text.words import Word, read_words

# Letters from which a word may have one wrong letter, and of a beginning that two words share where it is most of them:
# names come from texts that a machine has read («Немірлеу ресурсы», «Фарыш кеңістігі»), and both languages end the same
# loan in their own way («психоневрологиялық», «психоневрологический»).
SHORTEST = 5
BEGINNING, MOST = 6, 0.7
# What a term and a plain word count that stand in a text of the service alone: an act mentions many things that it is
# not about, and every long text has «тартуға», «орнату». See SURE of choice.py.
TERM, PLAIN = 0.75, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The words of a service's names: their stems and how they are spelled without Kazakh letters."""

    stems: frozenset[str]
    spelled: frozenset[str]

    def hold(self, word: Word) -> bool:
        """Whether a form of the word stands in a name, or nearly so."""
        if word.folded_kk in self.stems or word.ru in self.stems:
            return True
        return any(_is_near(stem, name) for stem in (word.folded_kk, word.ru) for name in self.spelled)


def read_names(names: Iterable[str]) -> NameWords:
    """The words of all names of a service."""
    words = [word for name in names for word in read_words(name, damaged=True).items]
    return NameWords(
        stems=frozenset(stem for word in words for stem in (word.folded_kk, word.ru)),
        spelled=frozenset(form for word in words for form in (word.folded, word.folded_kk)),
    )


def familiar(unit: Unit, names: NameWords, texts: frozenset[str]) -> float:
    """The share (0 to 1) of the words of a thing, or of an official phrase for it, that the names or the texts of a
    service hold; `texts` are stems. What only its texts hold counts TERM or PLAIN, and words of every service
    («лицензия») for nothing where others are missing."""
    wordings = [words for words in (unit.words, *(phrase.items for phrase in unit.official)) if words]
    told = TERM if unit.official else PLAIN
    return max(
        max(_share(words, names.hold), told * _share(words, lambda word: word.folded_kk in texts or word.ru in texts))
        for words in wordings
    )


def _share(words: tuple[Word, ...], holds: Callable[[Word], bool]) -> float:
    held = [word for word in words if holds(word)]
    if len(held) == len(words):
        return 1.0
    return sum(word in telling(words) for word in held) / len(words)


def _is_near(stem: str, name: str) -> bool:
    """Whether a word of a name begins with the stem but for one letter, or both have most of a beginning in common."""
    shorter = min(len(stem), len(name))
    if shorter < SHORTEST or (stem[0] != name[0] and not 0 <= len(name) - len(stem) <= 1):
        return False
    wrong = [one != other for one, other in zip(stem, name, strict=False)]
    shared = wrong.index(True) if any(wrong) else shorter
    if shared >= max(BEGINNING, MOST * shorter):
        return True
    return len(name) >= len(stem) and sum(wrong) <= 1  # a wrong first letter makes another word of any other length
