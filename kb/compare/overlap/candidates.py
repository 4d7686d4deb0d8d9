"""Which passages may be alike: those that share a band. Signatures lie on disk, one band at a time is in memory."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kb.compare.overlap.passage_words import Hashes

Pairs = npt.NDArray[np.int64]
"""Pairs of numbers of passages, the lower one first, a row each."""

# In a band that many share each is paired with so many that follow, so that one phrase of all acts does not make the
# number of pairs grow with the square of their number.
NEIGHBOURS = 32
_PORTION = 4096  # signatures written at a time
_SHIFT = 32


def find_candidates(signatures: Iterable[Hashes], folder: Path) -> Pairs:
    """The pairs that share a band, each once, in order; passages are numbered as their signatures come.

    `folder` takes the signatures while they are sorted.
    """
    files = _write_bands(signatures, folder)
    codes = np.zeros(0, dtype=np.uint64)
    for file in files:
        codes = np.union1d(codes, _codes_of_band(np.fromfile(file, dtype=np.uint64)))
        file.unlink()
    return np.column_stack((codes >> np.uint64(_SHIFT), codes & np.uint64(2**_SHIFT - 1))).astype(np.int64)


def _write_bands(signatures: Iterable[Hashes], folder: Path) -> list[Path]:
    files: list[Path] = []
    portion: list[Hashes] = []
    for signature in signatures:
        if not files:
            files = [folder / f"band-{number}" for number in range(len(signature))]
        portion.append(signature)
        if len(portion) == _PORTION:
            _append(files, portion)
            portion = []
    if portion:
        _append(files, portion)
    return files


def _append(files: list[Path], portion: list[Hashes]) -> None:
    for file, band in zip(files, np.stack(portion).T, strict=True):
        with file.open("ab") as place:
            place.write(np.ascontiguousarray(band).tobytes())


def _codes_of_band(band: Hashes) -> Hashes:
    """Both numbers of a pair in one: of equal neighbours in sorted order."""
    order = np.argsort(band, kind="stable")
    values = band[order]
    found = []
    for step in range(1, NEIGHBOURS + 1):
        same = np.flatnonzero(values[step:] == values[:-step])
        if not len(same):
            break
        # a stable order has the lower number first
        found.append((order[same].astype(np.uint64) << np.uint64(_SHIFT)) | order[same + step].astype(np.uint64))
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)
