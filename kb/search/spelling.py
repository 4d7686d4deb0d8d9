"""Misspelled, glued and split words of a query → the words that the base knows."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from kb.search.known_word import KnownWord, word_forms
from kb.search.word_list import WordList
from kb.text.dictionary import is_russian_word

# Letters from which a word is put right at all, and from which two slips are allowed.
SHORTEST = 5
TWO_SLIPS = 8
SHORTEST_PART = 3  # letters of each half of a glued word
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


def put_words_right(words: Sequence[str], word_list: WordList) -> tuple[Unit, ...]:
    """The words in order, each as a unit of its own unless two are one word or one is two.

    A word of which any form is known stays as it is; so does one that is like no known word.
    """
    if len(words) > MOST_WORDS:
        return tuple(Unit((word,), (word,)) for word in words)
    pairs = [first + second for first, second in itertools.pairwise(words)]
    known = word_list.known(dict.fromkeys((*filter(_worth, words), *filter(_worth, pairs))))
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
        elif word in halves:
            units.append(Unit((word,), _best(word, near, halves[word], known_halves)))
        else:
            units.append(Unit((word,), (word,)))
    return tuple(units)


def _worth(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


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
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [(word[:cut], word[cut:]) for cut in cuts]


def _best(
    word: str, near: Sequence[KnownWord], halves: Sequence[tuple[str, str]], known: Mapping[str, int]
) -> tuple[str, ...]:
    """One slip is likelier than a missing blank, that likelier than a form of a known word with endings that no text
    has, and that likelier than two slips or one in a stem."""
    slips, number, text = _nearest(word, near)
    if slips == 1 and number == 0:
        return (text,)
    both = [(min(known.get(first, 0), known.get(second, 0)), first, second) for first, second in halves]
    count, first, second = max(both, default=(0, "", ""))
    if count:
        return (first, second)
    if any(first in known and len(first) >= SHORTEST for first, _ in halves):
        return (word,)
    return (text,) if text else (word,)


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
