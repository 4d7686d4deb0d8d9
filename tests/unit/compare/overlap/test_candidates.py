"""Signatures and bands: what is alike is a candidate, and what many share makes no square of candidates."""

import random
from pathlib import Path

import numpy as np

from kb.compare.overlap.candidates import NEIGHBOURS, find_candidates
from kb.compare.overlap.likeness import ALIKE, likeness, shared_words
from kb.compare.overlap.passage_words import Hashes, shingle_hashes
from kb.compare.overlap.signatures import band_hashes

PASSAGES, WORDS = 120, 20


def _passages(dice: random.Random) -> list[Hashes]:
    """Pairs of passages, of which the second has some words of the first replaced."""
    made = []
    for number in range(PASSAGES):
        words = [dice.getrandbits(63) for _ in range(WORDS)]
        made.append(np.array(words, dtype=np.uint64))
        for place in dice.sample(range(WORDS), number % 4):
            words[place] = dice.getrandbits(63)
        made.append(np.array(words, dtype=np.uint64))
    return made


def test_nearly_all_that_is_alike_is_a_candidate_and_little_else(tmp_path: Path) -> None:
    shingles = [np.unique(shingle_hashes(words)) for words in _passages(random.Random(4))]  # noqa: S311
    found = {(one, other) for one, other in find_candidates(map(band_hashes, shingles), tmp_path).tolist()}
    alike = {(n, n + 1) for n in range(0, 2 * PASSAGES, 2) if likeness(shingles[n], shingles[n + 1]) >= ALIKE}
    assert len(alike) > PASSAGES / 2
    assert len(alike & found) >= 0.97 * len(alike)
    assert found <= {(n, n + 1) for n in range(0, 2 * PASSAGES, 2)}


def test_candidates_of_one_band_that_all_share_grow_with_their_number(tmp_path: Path) -> None:
    count = 10 * NEIGHBOURS
    found = find_candidates((np.zeros(3, dtype=np.uint64) for _ in range(count)), tmp_path)
    assert len(found) < count * NEIGHBOURS
    assert {number for pair in found.tolist() for number in pair} == set(range(count))
    assert all(one < other for one, other in found.tolist())


def test_no_signatures_no_candidates(tmp_path: Path) -> None:
    assert find_candidates([], tmp_path).shape == (0, 2)


def test_likeness_is_the_part_of_the_shingles_that_both_have() -> None:
    one, other = (np.array(held, dtype=np.uint64) for held in ([1, 2, 3, 4], [3, 4, 5]))
    assert likeness(one, other) == 2 / 5
    assert likeness(one, one) == 1.0
    assert likeness(one, np.array([9], dtype=np.uint64)) == 0.0


def test_shared_words_stand_in_a_run_that_both_have() -> None:
    one, other = (np.array(held, dtype=np.uint64) for held in ([1, 2, 3, 4, 9, 5, 6], [0, 2, 3, 4, 7, 5, 6]))
    assert shared_words(one, other).tolist() == [False, True, True, True, False, False, False]
    assert shared_words(one[:2], one).tolist() == [True, True]
