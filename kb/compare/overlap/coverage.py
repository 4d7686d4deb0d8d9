"""How many characters of the passages repeat: in all, by service, by act and act."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from kb.compare.overlap.likeness import Mask, shared_words
from kb.compare.overlap.passage_words import Words, count_characters
from kb.compare.overlap.repeats import Repeats
from kb.compare.overlap.share import Share
from kb.compare.overlap.shelf import Numbers, Shelf


class Coverage:
    """The characters that repeat, each counted once, by service (None = all) and by pair of works."""

    def __init__(self, shelf: Shelf, repeats: Repeats) -> None:
        self._shelf = shelf
        self._repeated: Counter[str | None] = Counter()
        self._common: Counter[str | None] = Counter()
        self._of_pair: Counter[tuple[int, int]] = Counter()
        for passage, others, common in _grouped(repeats):
            self._add(passage, others, common)

    def of_services(self) -> dict[str | None, Share]:
        """The share by service, that of all texts under None."""
        return {
            service: Share(characters=characters, repeated=self._repeated[service], common=self._common[service])
            for service, characters in self._shelf.characters.items()
        }

    def of_pairs(self) -> dict[tuple[str, str], Share]:
        """What of the first work stands in the second."""
        names = self._shelf.work_names
        return {
            (names[one], names[other]): Share(characters=self._shelf.work_characters[names[one]], repeated=repeated)
            for (one, other), repeated in sorted(self._of_pair.items())
        }

    def _add(self, passage: int, others: Numbers, common: Mask) -> None:
        words = self._shelf.words(passage)
        own = np.zeros(len(words), dtype=np.bool_)
        shared = own.copy()
        by_work: dict[int, Mask] = defaultdict(lambda: np.zeros(len(words), dtype=np.bool_))
        for other, is_common in zip(others.tolist(), common.tolist(), strict=True):
            found = self._found(words, passage, other)
            if is_common:
                shared |= found
            else:
                own |= found
                by_work[int(self._shelf.works[other])] |= found
        repeated, apart = count_characters(words[own | shared]), count_characters(words[own])
        services = self._shelf.services[self._shelf.groups[passage]]
        self._repeated.update(dict.fromkeys((None, *services), repeated))
        self._common.update(dict.fromkeys((None, *services), repeated - apart))
        for work, found in by_work.items():
            self._of_pair[int(self._shelf.works[passage]), work] += count_characters(words[found])

    def _found(self, words: Words, passage: int, other: int) -> Mask:
        if self._shelf.digests[passage] == self._shelf.digests[other]:
            return np.ones(len(words), dtype=np.bool_)
        return shared_words(words["hash"], self._shelf.words(other)["hash"])


def _grouped(repeats: Repeats) -> Iterator[tuple[int, Numbers, Mask]]:
    """Each passage that repeats, with all others that it repeats and whether their words are common."""
    one = np.concatenate((repeats.one, repeats.other))
    other = np.concatenate((repeats.other, repeats.one))
    order = np.argsort(one, kind="stable")
    one, other, common = one[order], other[order], np.tile(repeats.common, 2)[order]
    begins = np.unique(one, return_index=True)[1].tolist()
    for start, end in pairwise([*begins, len(one)]):
        yield int(one[start]), other[start:end], common[start:end]
