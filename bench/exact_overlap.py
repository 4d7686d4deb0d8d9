"""Which passages are alike, by comparing all with all."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from kb.compare.overlap.likeness import ALIKE
from kb.compare.overlap.passage_words import Hashes, shingle_hashes


def alike_exactly(passages: Sequence[Hashes]) -> set[tuple[int, int]]:
    """The pairs of numbers of passages, given by the hashes of their words, that are alike; the lower number first."""
    shingles = [np.unique(shingle_hashes(words)) for words in passages]
    having: dict[int, list[int]] = defaultdict(list)
    for number, held in enumerate(shingles):
        for one in held.tolist():
            having[one].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        met.update(combinations(numbers, 2))
    return {
        (one, other)
        for (one, other), both in met.items()
        if both >= ALIKE * (len(shingles[one]) + len(shingles[other]) - both)
    }
