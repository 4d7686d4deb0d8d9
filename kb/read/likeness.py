"""How likely two clauses in two languages say the same: by what does not depend on the language."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from indexes.vocabulary import read_vocabulary
from kb.model import ClauseKind, Language
from kb.read.own_words import OwnWords, plain_words
from kb.text import stem, tokenise

_FIGURES = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]{3,}(?:\.[a-z]{2,})*")
# Russian texts of acts are about as long as the Kazakh ones; spread of the logarithm of the ratio. Chosen, as the
# middle of what does best, on the first half of the hand-made pairs (`python -m tests.real.alignment_weights`).
SPREAD = 0.18
# Weights of the signs: a number counts for more than a word. A third more or less of any changes no pair there.
NUMBER, FIGURES, WORDS, LENGTH = 0.30, 0.25, 0.25, 0.20
# Two kinds that the languages of one act use for the same thing; others never meet.
_ALIKE = ({ClauseKind.POINT, ClauseKind.PARAGRAPH}, {ClauseKind.HEADING, ClauseKind.PARAGRAPH})
OTHER_KIND = 0.7


class Likeness:
    """Compares clauses of a Kazakh text with clauses of a Russian one; what each says is worked out once."""

    def __init__(self, kk: Iterable[OwnWords], ru: Iterable[OwnWords]) -> None:
        self._kk = {one.place: _Signs(one, Language.KK) for one in kk}
        self._ru = {one.place: _Signs(one, Language.RU) for one in ru}

    def of(self, kk: OwnWords, ru: OwnWords) -> float:
        """0 to 1; 0 for kinds that never stand for each other."""
        one, other = self._kk[kk.place], self._ru[ru.place]
        kinds = {kk.clause.kind, ru.clause.kind}
        if len(kinds) > 1 and not any(kinds <= alike for alike in _ALIKE):
            return 0.0
        signs = [
            (NUMBER, _same_number(kk.clause.number, ru.clause.number)),
            (FIGURES, _overlap(one.figures, other.figures)),
            (WORDS, _overlap(one.terms, other.terms)),
            (LENGTH, _same_length(one.length, other.length)),
        ]
        known = [(weight, value) for weight, value in signs if value is not None]
        if not known:
            return 0.5
        likeness = sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)
        return likeness * (OTHER_KIND if len(kinds) > 1 else 1.0)


class _Signs:
    """What a clause has that a translation keeps."""

    def __init__(self, one: OwnWords, language: Language) -> None:
        words = plain_words(one)
        self.figures = Counter([*_FIGURES.findall(words), *(word.lower() for word in _LATIN.findall(words))])
        self.terms = _terms(words, language)
        self.length = len(words)


def _same_number(kk: str | None, ru: str | None) -> float | None:
    if kk is None and ru is None:
        return None
    return 1.0 if kk == ru else 0.0


def _overlap(one: Counter[str], other: Counter[str]) -> float | None:
    """Dice's coefficient; None when neither has any."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else None


def _same_length(one: int, other: int) -> float | None:
    if not one or not other:
        return None if one == other else 0.0
    return math.exp(-((math.log(one / other) / SPREAD) ** 2) / 2)


def _terms(words: str, language: Language) -> Counter[str]:
    """The groups of the lexicon that the words belong to, each once."""
    groups = word_groups(language)
    found: set[str] = set()
    for token in tokenise(words):
        found |= groups.get(stem(token.text, language), frozenset())
    return Counter(found)


@cache
def word_groups(language: Language) -> dict[str, frozenset[str]]:
    """Stem → the groups of the lexicon with a word of that stem; phrases say too much to be told from a stem."""
    found: dict[str, set[str]] = defaultdict(set)
    for number, term in enumerate(read_vocabulary()):
        for phrase in term.kk if language is Language.KK else term.ru:
            if " " not in phrase:
                found[stem(phrase, language)].add(str(number))
    return {word: frozenset(numbers) for word, numbers in found.items()}
