"""The passages of two clauses side by side: neighbours that repeat neighbours are one passage."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from kb.compare.overlap.likeness import shared_words
from kb.compare.overlap.passage_words import Words, count_characters
from kb.compare.overlap.repeats import Repeats
from kb.compare.overlap.shelf import Shelf
from kb.model.overlap import Repeat, RepeatedPlace


def passage_pairs(shelf: Shelf, repeats: Repeats) -> Iterator[Repeat]:
    """The pairs in the order of the texts."""
    one, other = repeats.one, repeats.other
    clauses, others = shelf.clauses[one], shelf.clauses[other]
    order = np.lexsort((one, other - one, others, clauses))
    one, other, common = one[order], other[order], repeats.common[order]
    clauses, others = clauses[order], others[order]
    follows = (
        (np.diff(one) == 1)
        & (np.diff(other) == 1)
        & (np.diff(clauses) == 0)
        & (np.diff(others) == 0)
        & (common[1:] == common[:-1])
    )
    begins = [0, *(np.flatnonzero(~follows) + 1).tolist()] if len(one) else []
    for start, end in pairwise([*begins, len(one)]):
        yield _pair(shelf, int(one[start]), int(other[start]), count=end - start, common=bool(common[start]))


def _pair(shelf: Shelf, one: int, other: int, *, count: int, common: bool) -> Repeat:
    ours = [shelf.words(number) for number in range(one, one + count)]
    theirs = [shelf.words(number) for number in range(other, other + count)]
    met = [(_shared(left, right), _shared(right, left)) for left, right in zip(ours, theirs, strict=True)]
    return Repeat(
        a=_place(shelf, one, met[0][0], met[-1][0]),
        b=_place(shelf, other, met[0][1], met[-1][1]),
        exact=all(np.array_equal(left["hash"], right["hash"]) for left, right in zip(ours, theirs, strict=True)),
        characters=sum(count_characters(words) for words, _ in met),
        common=common,
    )


def _shared(words: Words, others: Words) -> Words:
    return words[shared_words(words["hash"], others["hash"])]


def _place(shelf: Shelf, number: int, first: Words, last: Words) -> RepeatedPlace:
    name = shelf.names[shelf.texts[number]]
    return RepeatedPlace(
        work=name.work,
        document=name.document,
        snapshot=name.snapshot,
        clause=shelf.clause(number),
        language=name.language,
        start=int(first["start"][0]),
        end=int(last["end"][-1]),
        services=shelf.services[shelf.groups[number]],
    )
