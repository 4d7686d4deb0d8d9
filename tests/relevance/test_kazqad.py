"""Retrieval of passages by the clause search; `kb relevance --part topics` has the figures, with floors."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes.weights import Weights, read_weights
from kb.pipeline.progress import silent
from kb.relevance import Material
from kb.relevance.changed_weights import change_weight
from kb.relevance.figures import Answered, measure
from kb.relevance.topics import Collection, opened_passages, passage_rank
from kb.search import SearchBackend
from kb.text import fold_kazakh


@pytest.fixture(scope="module")
def collection(shared: Path) -> Collection:
    collection = Material(shared=shared, judged=shared).collection
    assert collection
    return collection


@pytest.fixture(scope="module")
def backend(collection: Collection) -> Iterator[SearchBackend]:
    with opened_passages(collection, None, progress=silent) as backend:
        yield backend


def find(
    collection: Collection, backend: SearchBackend, *, plain: bool = False, weights: Weights | None = None
) -> float:
    """nDCG@10 of every second topic that tunes; `plain` asks without Kazakh letters."""
    rank = passage_rank(backend, weights=weights)
    texts = {topic: collection.questions[topic] for topic in collection.half("even")[::2]}
    return measure(
        [
            Answered(rank(fold_kazakh(text) if plain else text), collection.judgements[topic])
            for topic, text in texts.items()
        ]
    )["ndcg"]


def test_the_collection_is_whole(collection: Collection) -> None:
    assert len(collection.half("odd")) == 288
    assert len(collection.questions) == 545
    assert len(collection.passages) == 697 + 3_033


def test_stems_pay_and_missing_kazakh_letters_cost_little(collection: Collection, backend: SearchBackend) -> None:
    unstemmed = change_weight(change_weight(read_weights(), "tri.clauses", 0.0), "stem", 0.0)
    usual = find(collection, backend)
    assert usual - find(collection, backend, weights=unstemmed) >= 0.10
    assert usual - find(collection, backend, plain=True) <= 0.02
