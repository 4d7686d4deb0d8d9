"""Misspelled, glued and split words of a query → the words that the base knows."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from kb.search.known_word import KnownWord, word_forms
from kb.search.tables import read_table
from kb.search.word_list import WordList
from kb.text import fold_kazakh
from kb.text.dictionary import is_russian_word
from kb.text.languages import function_words

# Letters from which a word is put right at all, and from which two slips are allowed.
SHORTEST = 5
TWO_SLIPS = 8
LONGEST = 40  # letters; longer ones are debris, and every place in them would be looked at
SHORTEST_PART = 3  # letters of each half of a glued word, unless it is a word like «на» and «да»
SURE = 6  # two halves of which one stands in texts and the other there or in a dictionary
TWO = 2
SHORTEST_STEM = 4  # letters of a half of which only the stem is known
MOST_WORDS = 24  # of a query; a pasted text is searched as it is


@dataclass(frozen=True, slots=True)
class Unit:
    """One or two typed words that stand together, and what they may be meant for; `meant` is `typed` as a rule."""

    typed: tuple[str, ...]
    meant: tuple[str, ...]

    @property
    def corrected(self) -> bool:
        """Whether something else is meant than was typed."""
        return self.typed != self.meant


def put_words_right(
    words: Sequence[str], word_list: WordList, *, kept: frozenset[str] = frozenset()
) -> tuple[Unit, ...]:
    """The words in order, each as a unit of its own unless two are one word or one is two.

    A word of which any form is known, or one of `kept`, stays as it is; so does one that is like no known word, and a
    known verb in a person that no text speaks in.
    """
    if len(words) > MOST_WORDS:
        return tuple(Unit((word,), (word,)) for word in words)
    pairs = [first + second for first, second in itertools.pairwise(words)]
    known = word_list.known(dict.fromkeys((*filter(_worth, words), *filter(_worth, pairs))))
    known |= {word: 1 for word in words if not kept.isdisjoint(word_forms(word))}
    joined = _joined(words, known)
    strange = [word for word in joined if isinstance(word, str) and _strange(word, known)]
    halves = {word: _halves(word) for word in strange}
    known_halves = (
        word_list.known({half for both in halves.values() for pair in both for half in pair}) if halves else {}
    )
    near = word_list.near(strange) if strange else ()
    units: list[Unit] = []
    for word in joined:
        if not isinstance(word, str):
            units.append(Unit(word, ("".join(word),)))
        elif word in halves and not _speaks(halves[word], known_halves):
            units.append(Unit((word,), _best(word, near, halves[word], known_halves)))
        else:
            units.append(Unit((word,), (word,)))
    return tuple(units)


def _worth(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def _strange(word: str, known: Mapping[str, int]) -> bool:
    return _worth(word) and word not in known and not is_russian_word(word)


def _joined(words: Sequence[str], known: Mapping[str, int]) -> list[str | tuple[str, str]]:
    """The words, two of them in one place where only together they are a known word."""
    found: list[str | tuple[str, str]] = []
    place = 0
    while place < len(words):
        pair = (words[place], words[place + 1]) if place + 1 < len(words) else None
        if pair and known.get("".join(pair)) and any(_strange(word, known) for word in pair):
            found.append(pair)
            place += 2
        else:
            found.append(words[place])
            place += 1
    return found


def _halves(word: str) -> list[tuple[str, str]]:
    cuts = range(1, len(word))
    return [(word[:cut], word[cut:]) for cut in cuts]


def _best(
    word: str, near: Sequence[KnownWord], halves: Sequence[tuple[str, str]], known: Mapping[str, int]
) -> tuple[str, ...]:
    """The likeliest first: one slip, a missing blank between words that are surely known, two slips, one between words
    that are less surely known, a form of a known word with endings that no text has, a slip in a stem."""
    slips, number, text = _nearest(word, near)
    if slips == 1 and number == 0:
        return (text,)
    parted = max(((_likeness(first, known) * _likeness(second, known), first, second) for first, second in halves))
    if parted[0] >= SURE:
        return parted[1:]
    if slips == TWO and number == 0:
        return (text,)
    if parted[0]:
        return parted[1:]
    if any(first in known and len(first) >= SHORTEST for first, _ in halves):
        return (word,)
    return (text,) if text else (word,)


def _speaks(halves: Sequence[tuple[str, str]], known: Mapping[str, int]) -> bool:
    return any(second in _persons() and first in known and len(first) >= SHORTEST_STEM for first, second in halves)


@cache
def _persons() -> frozenset[str]:
    """Endings of Kazakh verbs, typed with Kazakh letters or without."""
    endings = [str(ending) for ending in read_table("endings")["person"]]
    return frozenset(form for ending in endings for form in (ending, fold_kazakh(ending)))


def _likeness(half: str, known: Mapping[str, int]) -> int:
    """How sure it is that a half is a word of its own: 3 as texts write it, 2 by a dictionary or as a word between
    others, 1 by its stem; 0 when it is none."""
    if known.get(half) and len(half) >= SHORTEST_PART:
        return 3
    if half in function_words() or is_russian_word(half):
        return 2
    return 1 if half in known and len(half) >= SHORTEST_STEM else 0


def _nearest(word: str, near: Sequence[KnownWord]) -> tuple[int, int, str]:
    """Slips to the nearest known form, which form of the word it is near to (0: the word itself) and the known word;
    of equally near ones the most frequent; an empty word for none.

    The word itself is compared first, then its stems, which are short: one slip makes another stem of them.
    """
    best = (9, 0, 0, "")
    for number, form in enumerate(word_forms(word)):
        if len(form) < SHORTEST:
            continue
        allowed = 2 if number == 0 and len(form) >= TWO_SLIPS else 1
        for candidate in near:
            slips = OSA.distance(form, candidate.form, score_cutoff=allowed)
            if 0 < slips <= allowed:
                best = min(best, (slips, number, -candidate.count, candidate.text))
    return best[0], best[1], best[3]
