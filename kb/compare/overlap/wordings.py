"""The different wordings among passages, where each stands, and which are alike."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from kb.compare.overlap.candidates import Pairs, find_candidates
from kb.compare.overlap.likeness import ALIKE, likeness
from kb.compare.overlap.passage_words import Hashes, shingle_hashes
from kb.compare.overlap.shelf import Numbers, Shelf
from kb.compare.overlap.signatures import band_hashes

_HELD = 4096  # sets of shingles in memory


class Wordings:
    """Passages of the same words are one wording; they are numbered in no order. `first` is the first passage of each,
    `places` tells at how many it stands."""

    def __init__(self, shelf: Shelf) -> None:
        _, first, of, counts = np.unique(shelf.digests, return_index=True, return_inverse=True, return_counts=True)
        self.first: Numbers = first.astype(np.int64)
        self._order: Numbers = np.argsort(of, kind="stable").astype(np.int64)
        self.places: Numbers = counts.astype(np.int64)
        self._begins: Numbers = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)

    def __len__(self) -> int:
        return len(self.first)

    def passages(self, wording: int) -> Numbers:
        """Where a wording stands: numbers of passages in order."""
        return self._order[self._begins[wording] : self._begins[wording + 1]]


def find_alike(shelf: Shelf, wordings: Wordings, folder: Path) -> Pairs:
    """Pairs of wordings that are alike, the lower number first: candidates by their signatures, each checked."""

    @lru_cache(maxsize=_HELD)
    def shingles(wording: int) -> Hashes:
        return np.unique(shingle_hashes(shelf.words(int(wordings.first[wording]))["hash"]))

    def signatures() -> Iterator[Hashes]:
        return (band_hashes(shingles(number)) for number in range(len(wordings)))

    candidates = find_candidates(signatures(), folder)
    alike = [likeness(shingles(one), shingles(other)) >= ALIKE for one, other in candidates.tolist()]
    return candidates[np.array(alike, dtype=np.bool_)]
