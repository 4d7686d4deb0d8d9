"""Cue words: short phrases of a data file and whether a text holds them."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from kb.text.words import Word, Words, read_words

GAP = 2  # «қанша [жұмыс] күн», «сколько [всего рабочих] дней»: words that may stand between two words of a cue


class Fit(Enum):
    """How a word of a cue is compared: by stem, by its beginning (`word*`), letter by letter (`=word`)."""

    STEM = "stem"
    BEGINNING = "beginning"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class CueWord:
    """One word of a cue; of a language's cue only that language's stems count («куда» is no form of «күні»)."""

    word: Word
    fit: Fit
    language: str | None

    def fits(self, other: Word) -> bool:
        """Whether `other` is a form of this word."""
        match self.fit:
            case Fit.BEGINNING:
                return self.word.starts(other)
            case Fit.SPELLING:
                return self.word.spelled(other)
            case Fit.STEM:
                return self.word.spelled(other) or self.word.shares_stem(other, language=self.language)


@lru_cache(maxsize=4096)
def read_cue(phrase: str, *, language: str | None = None) -> tuple[CueWord, ...]:
    """The words of a cue as written in a data file: `қанша күн*`, `=қайда`."""
    words: list[CueWord] = []
    for part in phrase.split():
        fit = Fit.SPELLING if part.startswith("=") else Fit.BEGINNING if part.endswith("*") else Fit.STEM
        items = read_words(part.strip("=*")).items
        words.extend(CueWord(_kazakh_typed(item), fit, language) for item in items)
    return tuple(words)


def _kazakh_typed(word: Word) -> Word:
    # cues are spelled correctly: a cue without Kazakh letters does not stand for one with them
    return Word(word.surface, word.kk, word.ru, word.folded, word.folded_kk, plain=False)


def find_cue(words: Words, phrase: str, *, language: str | None = None) -> tuple[int, ...]:
    """Places of the cue's words in `words`, in order and at most GAP words apart; empty when it is not there.

    Of several the closest are meant: «неше күн» in «неше АЕК, неше күн» stands at its end.
    `language` is that of the cue; None compares the stems of both.
    """
    cue = read_cue(phrase, language=language)
    closest: tuple[int, ...] = ()
    for first in range(len(words.items)):
        places = _follow(words, cue, first)
        if places and (not closest or places[-1] - places[0] < closest[-1] - closest[0]):
            closest = places
            if len(places) > places[-1] - places[0]:
                break
    return closest


def find_all(words: Words, word: str) -> tuple[int, ...]:
    """Every place where a cue of one word stands."""
    (cue,) = read_cue(word)
    return tuple(place for place, other in enumerate(words.items) if cue.fits(other))


def _follow(words: Words, cue: tuple[CueWord, ...], first: int) -> tuple[int, ...]:
    if not cue[0].fits(words.items[first]):
        return ()
    places = [first]
    for part in cue[1:]:
        window = range(places[-1] + 1, min(places[-1] + 2 + GAP, len(words.items)))
        place = next((index for index in window if part.fits(words.items[index])), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)
