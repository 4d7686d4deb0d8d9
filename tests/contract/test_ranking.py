"""Both engines find and rank alike."""

from datetime import date
from pathlib import Path

import pytest

from indexes.weights import read_weights
from kb.search import (
    AllDocuments,
    AllOf,
    AnyOf,
    BadQuery,
    InRange,
    Keyword,
    Phrase,
    Query,
    SearchBackend,
    Terms,
    open_backend,
)
from kb.search.analysed import token_lists
from kb.search.compose import clause_query
from kb.search.understanding import understand
from kb.search.word_list import IndexedWords
from tests.contract.small_base import TEXTS, build_clauses, clause, written_texts

WEIGHTS = {"exact": 0.1, "kk": 1.0, "ru": 1.0, "tri": 0.35}


def _by_words(text: str) -> Query:
    """A plain sum over the words of a text: what ranks here is the engine, not the reading of questions."""
    tokens = token_lists(text)
    parts = (
        Terms(f"text_{part}", tuple(dict.fromkeys(tokens[part])), weight)
        for part, weight in WEIGHTS.items()
        if tokens[part]
    )
    return AnyOf(tuple(parts))


@pytest.fixture(scope="module")
def both(elastic_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchBackend]:
    folder: Path = tmp_path_factory.mktemp("ranking")
    backends = {
        "embedded": open_backend(None, folder),
        "elastic": open_backend(elastic_url, folder, prefix="ranking"),
    }
    for backend in backends.values():
        build_clauses(backend, written_texts())
    return backends


def test_the_texts_are_enough() -> None:
    assert len(TEXTS["documents"]) == 30
    assert len(TEXTS["queries"]) == 15


@pytest.mark.parametrize(("text", "first"), TEXTS["queries"])
def test_engines_rank_alike(both: dict[str, SearchBackend], text: str, first: str) -> None:
    found = {
        engine: [hit.id for hit in backend.search("clauses", _by_words(text), limit=5).hits]
        for engine, backend in both.items()
    }
    assert found["embedded"][0] == first
    assert found["elastic"][0] == first
    assert found["embedded"] == found["elastic"]


@pytest.mark.parametrize("text", [text for text, _ in TEXTS["queries"]])
def test_engines_rank_questions_alike(both: dict[str, SearchBackend], text: str) -> None:
    found = []
    for backend in both.values():
        query = clause_query(understand(text, IndexedWords(backend)), read_weights(), date(2020, 1, 1), alike=True)
        found.append([(hit.id, pytest.approx(hit.score, rel=1e-5)) for hit in backend.search("clauses", query).hits])
    assert found[0] == found[1]
    assert found[0]


def _ids(backend: SearchBackend, query: Query) -> set[str]:
    return {hit.id for hit in backend.search("clauses", query, limit=100).hits}


def test_tree_nodes_select_the_same(backend: SearchBackend) -> None:
    build_clauses(
        backend,
        [
            clause("a", "красный большой дом", source="one"),
            clause("b", "большой красный сад", source="one"),
            clause("c", "дом у большой реки", source="two"),
            clause("d", "поле", source="two"),
        ],
    )
    big, house, red = (Terms("text_exact", (word,)) for word in ("большой", "дом", "красный"))
    assert _ids(backend, AllDocuments()) == {"a", "b", "c", "d"}
    assert _ids(backend, Terms("text_exact", ("дом", "сад"))) == {"a", "b", "c"}
    assert _ids(backend, Terms("text_exact", ("большой", "дом", "красный"), at_least=3)) == {"a"}
    assert _ids(backend, Terms("text_exact", ())) == set()
    assert _ids(backend, Phrase("text_exact", ("большой", "красный"))) == {"b"}
    assert _ids(backend, Phrase("text_exact", ("поле",))) == {"d"}
    assert _ids(backend, AnyOf((house, red))) == {"a", "b", "c"}
    assert _ids(backend, AllOf((house, big))) == {"a", "c"}
    assert _ids(backend, AllOf((big,), filters=(Keyword("source", ("one",)),))) == {"a", "b"}
    assert _ids(backend, AllOf((), filters=(Keyword("source", ("one", "two")),))) == {"a", "b", "c", "d"}
    assert _ids(backend, AllOf((big,), without=(red,))) == {"c"}
    assert _ids(backend, AllOf((), without=(big,))) == {"d"}
    assert _ids(backend, AllOf((house,), optional=(red,))) == {"a", "c"}
    assert _ids(backend, AllOf((), optional=(red,))) == {"a", "b", "c", "d"}
    assert _ids(backend, InRange("day_from", 20170101, 20170101)) == {"a", "b", "c", "d"}
    assert _ids(backend, InRange("day_from", 20170102, 99999999)) == set()


def test_boosts_and_filters_decide_scores(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "дом", act="x"), clause("b", "сад", act="y")])
    house, garden = Terms("text_exact", ("дом",), 2.0), Terms("text_exact", ("сад",))
    first, second = backend.search("clauses", AnyOf((house, garden))).hits
    assert (first.id, second.id) == ("a", "b")
    assert first.score == pytest.approx(2 * second.score)
    named = backend.search("clauses", AnyOf((house, Keyword("act", ("y",), 1000.0)))).hits
    assert [hit.id for hit in named] == ["b", "a"]
    assert named[0].score == pytest.approx(1000)
    filtered = backend.search("clauses", AllOf((house,), filters=(Keyword("act", ("x",)),))).hits
    assert filtered[0].score == pytest.approx(first.score)


def test_optional_parts_only_add_to_scores(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "дом"), clause("b", "дом сад"), clause("c", "сад")])
    house, garden = Terms("text_exact", ("дом",)), Terms("text_exact", ("сад",))
    assert [hit.id for hit in backend.search("clauses", AllOf((house,))).hits] == ["a", "b"]  # the shorter first
    assert [hit.id for hit in backend.search("clauses", AllOf((house,), optional=(garden,))).hits] == ["b", "a"]


def test_pages_are_stable_and_complete(backend: SearchBackend) -> None:
    build_clauses(backend, (clause(f"k{number:02}", "одинаковый текст") for number in range(25)))
    query = Terms("text_exact", ("текст",))
    pages = [backend.search("clauses", query, limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    ids = [hit.id for page in pages for hit in page.hits]
    assert len(ids) == 25
    assert len(set(ids)) == 25
    assert {page.total for page in pages} == {25}
    assert [hit.id for hit in backend.search("clauses", query, limit=25).hits] == ids


@pytest.mark.parametrize(
    "query", [Terms("colour", ("red",)), Phrase("text_kk", ("a", "b")), AnyOf((Keyword("text_exact", ("a",)),))]
)
def test_a_field_that_cannot_be_asked_is_a_bad_query(backend: SearchBackend, query: Query) -> None:
    build_clauses(backend, [clause("a", "дом")])
    with pytest.raises(BadQuery, match="has no field"):
        backend.search("clauses", query)


def test_a_long_query_runs(backend: SearchBackend) -> None:
    build_clauses(backend, written_texts())
    words = " ".join(part["text"] for part in TEXTS["documents"])[:1000]
    assert backend.search("clauses", _by_words(words)).total > 5
