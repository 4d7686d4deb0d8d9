import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexes.weights import read_weights
from kb.pipeline.progress import silent
from kb.relevance import BadData
from kb.relevance.changed_weights import change_weight
from kb.relevance.topics import Collection, opened_passages, passage_rank, read_collection
from kb.search import SearchBackend

PASSAGES = {
    "p1": ("Омарта", "Ара ұясынан алынған бал көктемде сұйық болады. " * 40),
    "p2": ("Тау көлі", "Биік таудағы мөлдір көлдің суы жазда да суық."),
    "p3": ("Қолөнер", "Шебер киізден жасалған кілемге өрнек салады."),
}
TOPICS = {"t1": "бал қай кезде сұйық болады?", "t2": "көлдің суы неге суық?", "t3": "ешкімде жауап жоқ сұрақ"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"id": f"x#{key}", "title": title, "context": text} for key, (title, text) in PASSAGES.items()]
    (tmp_path / "made-reading-comprehension.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "made-topics.tsv").write_text("".join(f"{key}\t{text}\n" for key, text in TOPICS.items()))
    (tmp_path / "made-qrels.tsv").write_text("t1\t0\tp1\t1\nt2\t0\tp2\t2\nt2\t0\tp9\t1\nt3\t0\tp3\t0\n")
    (tmp_path / "report.txt").write_text("Тақырып\nЕсептің бес сөзден тұратын бір абзацы\nҚысқа жол\n")
    return tmp_path


@pytest.fixture
def collection(folder: Path) -> Collection:
    return read_collection(folder, folder / "report.txt")


@pytest.fixture
def backend(collection: Collection) -> Iterator[SearchBackend]:
    with opened_passages(collection, None, progress=silent) as backend:
        yield backend


def test_topics_are_those_with_a_passage_and_paragraphs_those_with_words(collection: Collection) -> None:
    assert set(collection.questions) == {"t1", "t2"}
    assert collection.judgements == {"t1": {"p1": 1}, "t2": {"p2": 2}}
    assert [passage.id for passage in collection.passages] == ["p1", "p2", "p3", "paragraph-2"]


def test_each_topic_is_in_one_half(collection: Collection) -> None:
    even, odd = set(collection.half("even")), set(collection.half("odd"))
    assert even | odd == {"t1", "t2"}
    assert not even & odd


def test_passages_are_found_once_each_though_long_ones_are_indexed_in_pieces(
    collection: Collection, backend: SearchBackend
) -> None:
    rank = passage_rank(backend)
    for topic, answer in (("t1", "p1"), ("t2", "p2")):
        found = rank(collection.questions[topic])
        assert found[0] == answer
        assert len(set(found)) == len(found)


def test_a_text_without_words_finds_nothing(backend: SearchBackend) -> None:
    assert passage_rank(backend)("?!") == ()


def test_weights_reach_the_search(backend: SearchBackend) -> None:
    """Where the heading alone counts, a word of the text leads nowhere near the first place."""
    text = "өрнек тау"
    no_text = change_weight(change_weight(read_weights(), "texts.clauses.text", 0.01), "texts.clauses.label", 5.0)
    no_label = change_weight(change_weight(read_weights(), "texts.clauses.text", 5.0), "texts.clauses.label", 0.01)
    assert passage_rank(backend, weights=no_text)(text)[0] == "p2"
    assert passage_rank(backend, weights=no_label)(text)[0] == "p3"


@pytest.mark.parametrize("missing", ["made-topics.tsv", "made-qrels.tsv", "report.txt"])
def test_a_folder_of_other_files_is_told(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(BadData, match="not the validation part of KazQAD"):
        read_collection(folder, folder / "report.txt")
