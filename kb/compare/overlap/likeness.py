"""The exact check of two passages."""

import numpy as np
import numpy.typing as npt

from kb.compare.overlap.passage_words import SHINGLE, Hashes, shingle_hashes

# Share of the shingles of both that both have, from which two passages are alike; docs/overlap.md.
ALIKE = 0.5
Mask = npt.NDArray[np.bool_]


def likeness(one: Hashes, other: Hashes) -> float:
    """The part of the shingles of both that both have, 0 to 1; each set sorted and without repeats."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both) if both else 0.0


def shared_words(words: Hashes, others: Hashes, size: int = SHINGLE) -> Mask:
    """Which of the words stand in a run of `size` words that the other passage has too."""
    size = min(size, len(words), len(others))
    covered = np.zeros(len(words), dtype=np.bool_)
    found = np.isin(shingle_hashes(words, size), shingle_hashes(others, size))
    for place in range(size):
        covered[place : place + len(found)] |= found
    return covered
