"""Retrieval of passages that no tuning has seen; the floors are the measured figures less a hundredth."""

from pathlib import Path

import pytest

from tests.relevance.kazqad import Collection, SmallIndex, measure, read_collection

STEMS = {"kk": 1.0}
BOTH = {"kk": 1.0, "tri": 0.5}
UNSTEMMED = {"exact": 1.0}


@pytest.fixture(scope="module")
def collection(shared: Path) -> Collection:
    return read_collection(shared)


@pytest.fixture(scope="module")
def index(collection: Collection) -> SmallIndex:
    return SmallIndex(collection.passages)


def test_the_collection_is_whole(collection: Collection) -> None:
    assert len(collection.held_out) == 288
    assert len(collection.questions) == 545
    assert len(collection.passages) > 3_500


def test_stems_and_trigrams_find_held_out_passages(collection: Collection, index: SmallIndex) -> None:
    figures = measure(index, collection, BOTH, collection.held_out)
    assert figures["nDCG@10"] >= 0.75
    assert figures["R@10"] >= 0.89


def test_each_step_of_the_analysis_pays(collection: Collection, index: SmallIndex) -> None:
    unstemmed, stems, both = (
        measure(index, collection, weights, collection.held_out)["nDCG@10"] for weights in (UNSTEMMED, STEMS, BOTH)
    )
    assert stems >= 0.72
    assert stems - unstemmed >= 0.10
    assert both - stems >= 0.02


def test_questions_without_kazakh_letters_find_as_much(collection: Collection, index: SmallIndex) -> None:
    plain = measure(index, collection, BOTH, collection.held_out, plain=True)
    assert plain["nDCG@10"] >= 0.75
