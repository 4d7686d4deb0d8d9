"""MinHash signatures of passages, cut into bands: passages that are alike share a band, most others share none."""

from functools import cache

import numpy as np
from datasketch import MinHash

from kb.compare.overlap.passage_words import Hashes

# docs/overlap.md has the experiment that chose them.
BANDS, ROWS = 64, 4
_SEED = 1
_HALF = np.uint64(32)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def band_hashes(shingles: Hashes, *, bands: int = BANDS, rows: int = ROWS) -> Hashes:
    """A hash for each band of the signature of a set of shingles."""
    signature = _empty(bands * rows).copy()
    signature.update_batch((shingles >> _HALF).tolist())
    parts = signature.hashvalues.astype(np.uint64).reshape(bands, rows)
    mixed = np.zeros(bands, dtype=np.uint64)
    for row in range(rows):
        mixed = (mixed ^ parts[:, row]) * _MULTIPLIER
        mixed ^= mixed >> _HALF
    return mixed


@cache
def _empty(size: int) -> MinHash:
    return MinHash(num_perm=size, seed=_SEED, hashfunc=int)
