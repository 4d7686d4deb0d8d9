"""Pages and equal scores: every result once, in one order, on both engines."""

import random
from collections.abc import Iterator

import pytest

from kb.search import AllDocuments, AllOf, AnyOf, BadQuery, IndexDocument, InRange, Keyword, Query, SearchBackend, Terms
from tests.contract.small_base import build_clauses, clause

WORD = Terms("text_exact", ("текст",))
NAMES = [f"k{number:03}" for number in range(137)]


def _shuffled(names: list[str], seed: int) -> list[str]:
    return random.Random(seed).sample(names, len(names))  # noqa: S311  an order, not a secret


def _pages(backend: SearchBackend, query: Query, limit: int) -> Iterator[str]:
    total = backend.search("clauses", query).total
    for offset in range(0, total + limit, limit):
        found = backend.search("clauses", query, limit=limit, offset=offset)
        assert found.total == total
        yield from (hit.id for hit in found.hits)


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_equal_scores_come_by_id_on_every_page(backend: SearchBackend, limit: int) -> None:
    names = NAMES if limit > 1 else NAMES[:20]
    build_clauses(backend, (clause(name, "одинаковый текст") for name in _shuffled(names, 1)))
    assert list(_pages(backend, WORD, limit)) == names
    assert list(_pages(backend, AllDocuments(), limit)) == names


def test_runs_of_equal_scores_between_others(backend: SearchBackend) -> None:
    """Three groups, each of one score and larger than a page."""
    texts = {"a": "текст", "b": "текст " + "слово " * 8, "c": "текст " + "слово " * 30}
    names = [f"{group}{name}" for group in texts for name in NAMES[:33]]
    build_clauses(backend, (clause(name, texts[name[0]]) for name in _shuffled(names, 2)))
    assert list(_pages(backend, WORD, 10)) == names


def test_the_order_outlives_updates(backend: SearchBackend) -> None:
    names = NAMES[:40]
    index = build_clauses(backend, (clause(name, "текст один") for name in _shuffled(names, 3)))
    backend.add(index, [clause(name, "текст два") for name in _shuffled(names[:15], 4)])
    backend.remove(index, names[20:22])
    assert list(_pages(backend, AllDocuments(), 9)) == names[:20] + names[22:]
    assert backend.search("clauses", Terms("text_exact", ("один",)), limit=40).total == 23


def test_sums_of_many_parts_are_equal_scores(backend: SearchBackend) -> None:
    """Engines add parts in an order of their own; what differs in the last digit only is equal."""
    words = [f"слово{number}" for number in range(40)]
    names = NAMES[:30]
    documents = [clause(name, " ".join(_shuffled(words, place))) for place, name in enumerate(names)]
    index = build_clauses(backend, _documents_in(documents, 5)[:20])
    backend.add(index, _documents_in(documents, 5)[20:])
    parts = tuple(Terms("text_exact", tuple(words[start : start + 5]), 0.37 * start + 0.1) for start in range(0, 40, 5))
    assert list(_pages(backend, AnyOf(parts), 8)) == names


def _documents_in(documents: list[IndexDocument], seed: int) -> list[IndexDocument]:
    return random.Random(seed).sample(documents, len(documents))  # noqa: S311  an order, not a secret


def test_a_condition_alone_pages_by_id(backend: SearchBackend) -> None:
    build_clauses(backend, (clause(name, "текст", act="x" if name < "k100" else "y") for name in _shuffled(NAMES, 6)))
    for query in (Keyword("act", ("x",), 5.0), AllOf((), filters=(Keyword("act", ("x",)),))):
        assert list(_pages(backend, query, 30)) == NAMES[:100]
    assert list(_pages(backend, InRange("day_from", 0, 99991231), 50)) == NAMES


def test_a_page_beyond_the_last_is_empty(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "текст"), clause("b", "текст")])
    for limit, offset in ((10, 2), (10, 500), (100, 9900), (1, 9999), (10_000, 0)):
        found = backend.search("clauses", WORD, limit=limit, offset=offset)
        assert (found.total, len(found.hits)) == (2, 2 if offset == 0 else 0)


@pytest.mark.parametrize(("limit", "offset"), [(10, 9991), (10_001, 0), (0, 0), (-1, 0), (10, -1)])
def test_what_is_no_page_is_a_bad_query(backend: SearchBackend, limit: int, offset: int) -> None:
    build_clauses(backend, [clause("a", "текст")])
    with pytest.raises(BadQuery, match="within the first 10,000"):
        backend.search("clauses", WORD, limit=limit, offset=offset)
