"""One search gives one answer whichever engine runs: results, highlights, counts, pages."""

from dataclasses import replace
from typing import Any

import pytest

from kb.search import (
    BadQuery,
    SearchBackend,
    SearchRequest,
    SearchResult,
    clause_documents,
    result_to_json,
    search_base,
    service_document,
)
from tests.contract.conftest import Both
from tests.contract.small_registry import AS_OF, build_registry, make_document, make_live, make_service

QUESTIONS = (
    "аңшының куәлігі",
    "удостоверение охотника",
    "мектепке қабылдау",
    '"аңшы куәлігін" беру',
    "фотосурет пен анықтама",
    "анши куалиги",
    "mon2099-01",
    "t1800000001",
    "куәлік немесе удостоверение",
    "мөлшерінде төленеді ме?",
    "космодром",
)
ODD = (
    "😀",
    "куәлік 😀 беру",
    "name_exact:(охотника^9 OR *)",
    '{"match_all":{}}',
    "куәлік\u200b\u200fберу",
    "о\u0301хотника",
    "'; DROP TABLE services; --",
    "<script>alert(1)</script>",
    "әә" * 500,
    "а " * 500,
    '"куәлігін',
    "* ? ~ ^ \\ / ! + - && ||",
    "№ 1",
    "١٢٣",
)


def _answer(backend: SearchBackend, text: str) -> dict[str, Any] | str:
    """The answer as JSON without its time; the reason where the text is refused."""
    try:
        found = search_base(backend, SearchRequest(text=text, as_of=AS_OF, facets=True))
    except BadQuery as problem:
        return str(problem)
    return result_to_json(replace(found, took_ms=0.0))


def _scores(answer: Any) -> Any:
    """The answer with scores that may differ in their last digit."""
    match answer:
        case float():
            return pytest.approx(answer, abs=2e-4)
        case dict():
            return {name: _scores(value) for name, value in answer.items()}
        case list():
            return [_scores(value) for value in answer]
    return answer


@pytest.mark.parametrize("text", [*QUESTIONS, *ODD])
def test_answers_are_the_same(both: Both, text: str) -> None:
    first, second = [(build_registry(backend), _answer(backend, text))[1] for backend in both]
    assert first == _scores(second)


def test_questions_are_answered_with_highlights(backend: SearchBackend) -> None:
    """What is compared above is not empty."""
    build_registry(backend)
    answers = [_answer(backend, text) for text in QUESTIONS[:-1]]
    assert all(isinstance(answer, dict) and answer["services"] + answer["clauses"] for answer in answers)
    assert any(isinstance(answer, dict) and any(hit["highlights"] for hit in answer["clauses"]) for answer in answers)


def _clause_pages(backend: SearchBackend, limit: int) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    cursor: str | None = None
    total: int | None = None
    while True:
        page: SearchResult = search_base(backend, SearchRequest(text="құжат", as_of=AS_OF, limit=limit, cursor=cursor))
        assert total in (None, page.total_clauses)
        total = page.total_clauses
        found += [(hit.snippet.evidence.snapshot, hit.snippet.evidence.clause or "") for hit in page.clauses]
        if page.next is None:
            assert len(found) == total
            return found
        cursor = page.next


@pytest.mark.parametrize("limit", [7, 50])
def test_a_hundred_equal_clauses_come_once_each_in_one_order(both: Both, limit: int) -> None:
    act = make_document()
    text = "Құжат беріледі.\n"
    point = replace(act.clauses[1], parent=None)
    equal = replace(
        act,
        text=text * 100,
        clauses=tuple(
            replace(point, id=f"p-{number}", start=number * len(text), end=(number + 1) * len(text))
            for number in range(100)
        ),
    )
    services = [service_document(make_service("s1", "Құжат беру", "Выдача"))]
    pages = []
    for backend in both:
        make_live(backend, {"services": services, "clauses": clause_documents(equal)}, build="b1")
        pages.append(_clause_pages(backend, limit))
    assert pages[0] == pages[1]
    assert len(set(pages[0])) == 100
