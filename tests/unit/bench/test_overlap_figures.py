"""What the benchmark of overlap compares with, and when it says that an aim is held."""

import numpy as np

from bench.exact_overlap import alike_exactly
from bench.overlap import OverlapFigures
from bench.overlap_texts import made_texts
from kb.compare.overlap import measure_overlap

VOCABULARY = [f"слово{number}" for number in range(500)]


def test_the_exact_comparison_finds_what_shares_half_of_its_shingles() -> None:
    one = np.arange(20, dtype=np.uint64)
    near, far = one.copy(), one.copy()
    near[10] = 900
    far[::4] = 901
    assert alike_exactly([far, one, near]) == {(1, 2)}


def test_made_clauses_are_the_same_on_every_call_and_repeat_in_part() -> None:
    texts = list(made_texts(VOCABULARY, 300))
    assert texts == list(made_texts(VOCABULARY, 300))
    with measure_overlap(texts) as overlap:
        assert 0.1 < overlap.overall.part < 0.5


def test_figures_hold_only_when_all_aims_are_held() -> None:
    def figures(last: float, peak: float, found: int) -> OverlapFigures:
        return OverlapFigures(seconds={5: 1.0, 10: 2.0, 20: last}, peaks={10: 100, 40: peak}, alike=100, found=found)

    assert figures(4.7, 119, 97).holds
    assert not figures(4.9, 119, 97).holds
    assert not figures(4.7, 121, 97).holds
    assert not figures(4.7, 119, 96).holds
    assert figures(4.0, 110, 99).growth == {10: 1.0, 20: 1.0}
