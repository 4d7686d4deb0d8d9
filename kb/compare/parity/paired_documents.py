"""Which texts of an act, or parts of them, stand beside each other in two languages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from kb.model import Document
from kb.read import align_clauses

# How sure a pair of clauses is, and of the clauses of the shorter text, so many have such a twin in the other one:
# texts of other annexes have fewer. On the real acts (2026-11-26) 0.5 and 0.6 pair the texts alike, 0.7 loses 2 true
# findings of 102; shares of 0.2 to 0.4 are alike, and so are 0.1 to 0.4 of twins told before and 2 to 5 candidates.
SURE = 0.6
SHARED = 0.3
# Texts with fewer clauses are heads of parts kept elsewhere.
SHORTEST = 5
# Of its twins, so many stand beside another text already: it is another edition of that one.
AGAIN = 0.2
# Of the texts in the other language, those most alike in their figures are read side by side.
CANDIDATES = 3
_FIGURES = re.compile(r"\d+|[A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class _Beside:
    """Two texts with the clauses of each that surely have a twin, by snapshot and id, and how sure all of them are."""

    kk: Document
    ru: Document
    twins_kk: frozenset[tuple[str, str]]
    twins_ru: frozenset[tuple[str, str]]
    sureness: float

    @property
    def share(self) -> float:
        return len(self.twins_kk) / max(1, min(len(self.kk.clauses), len(self.ru.clauses)))


def pair_documents(kazakh: Sequence[Document], russian: Sequence[Document]) -> tuple[tuple[Document, Document], ...]:
    """The texts that have most clauses in common, and so the annexes of texts that are kept whole in one language and
    apart in the other; a part is a text with the clauses of that part only. Texts without a twin are left out.
    """
    told = _pair(kazakh, russian, told=())
    parts = [[part for text in texts for part in _parts(text, told)] for texts in (kazakh, russian)]
    told += _pair(parts[0], parts[1], told=told)
    return tuple((one.kk, one.ru) for one in told)


def _pair(kazakh: Sequence[Document], russian: Sequence[Document], *, told: tuple[_Beside, ...]) -> tuple[_Beside, ...]:
    """The best pairs first; a clause is told once: another edition of a text that has its twin already is left out."""
    chosen: list[_Beside] = []
    for one in sorted(_candidates(kazakh, russian), key=lambda one: (one.share, one.sureness), reverse=True):
        before = [*told, *chosen]
        again = any(_told_again(one, other) for other in before)
        if one.share >= SHARED and not again:
            chosen.append(one)
    return tuple(chosen)


def _candidates(kazakh: Sequence[Document], russian: Sequence[Document]) -> Iterator[_Beside]:
    figures_kk, figures_ru = ([_figures(text) for text in texts] for texts in (kazakh, russian))
    alike = {
        (i, j): 2 * (one & other).total() / max(1, one.total() + other.total())
        for i, one in enumerate(figures_kk)
        for j, other in enumerate(figures_ru)
    }
    lines = [*((0, i) for i in range(len(kazakh))), *((1, j) for j in range(len(russian)))]
    places = {
        place
        for side, number in lines
        for place in nlargest(CANDIDATES, (one for one in alike if one[side] == number), alike.__getitem__)
    }
    for i, j in sorted(places):
        yield _beside(kazakh[i], russian[j])


def _figures(text: Document) -> Counter[str]:
    heads = (text.text[one.start : one.end] for one in text.clauses if one.parent is None)
    return Counter(found for words in heads for found in _FIGURES.findall(words))


def _beside(kk: Document, ru: Document) -> _Beside:
    sure = [pair for pair in align_clauses(kk, ru) if pair.kk and pair.ru and pair.confidence >= SURE]
    return _Beside(
        kk,
        ru,
        frozenset((kk.snapshot.digest, pair.kk) for pair in sure if pair.kk),
        frozenset((ru.snapshot.digest, pair.ru) for pair in sure if pair.ru),
        sum(pair.confidence for pair in sure),
    )


def _parts(text: Document, told: Sequence[_Beside]) -> Iterator[Document]:
    """What stands below each head of a text, where nothing of it has a twin yet."""
    twins = {clause for one in told for clause in (*one.twins_kk, *one.twins_ru)}
    for head in text.clauses:
        if head.parent is None:
            below = [one for one in text.clauses if one.id.startswith(f"{head.id}/")]
            if len(below) >= SHORTEST and not any((text.snapshot.digest, one.id) in twins for one in below):
                clauses = (replace(one, parent=None if one.parent == head.id else one.parent) for one in below)
                yield replace(text, clauses=tuple(clauses))


def _told_again(one: _Beside, other: _Beside) -> bool:
    again = max(len(one.twins_kk & other.twins_kk), len(one.twins_ru & other.twins_ru))
    return again >= AGAIN * len(one.twins_kk)
