"""Search over services and clauses, the same on both engines."""

import base64
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from kb.model import Language
from kb.search import (
    AllDocuments,
    BadQuery,
    IndexMissing,
    SearchBackend,
    SearchError,
    SearchRequest,
    SearchResult,
    StaleCursor,
    result_to_json,
    search_base,
    service_document,
    suggest_services,
    write_run,
)
from tests.contract.small_registry import AS_OF, SERVICES, build_registry, make_live, make_service


def _search(
    backend: SearchBackend, text: str, *, as_of: date = AS_OF, limit: int = 10, cursor: str | None = None
) -> SearchResult:
    return search_base(backend, SearchRequest(text=text, as_of=as_of, limit=limit, cursor=cursor))


def _ids(result: SearchResult) -> list[str]:
    return [hit.service.id for hit in result.services]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("аңшының куәлігі", "s1"),
        ("анши куалиги", "s1"),
        ("удостоверение водителя", "s2"),
        ("очередь в детский сад", "s3"),
        ("мектеп", "s4"),
        ("кто выдаёт удостоверение охотнику?", "s1"),
    ],
)
def test_the_service_meant_comes_first(backend: SearchBackend, text: str, first: str) -> None:
    build_registry(backend)
    assert _ids(_search(backend, text))[0] == first


@pytest.mark.parametrize("text", ["mon2099-01", "MON2099-01", "s1", "00s100", "что такое Mon2099-01?"])
def test_an_id_always_comes_first(backend: SearchBackend, text: str) -> None:
    build_registry(backend)
    result = _search(backend, text)
    assert _ids(result)[0] == "s1"
    assert "id" in result.services[0].why
    assert result.services[0].service == SERVICES[0]


def test_words_of_statements_are_found_and_quoted(backend: SearchBackend) -> None:
    document = build_registry(backend)
    result = _search(backend, "көрсетуші")
    assert _ids(result) == ["s1"]
    snippet = result.services[0].snippets[0]
    assert snippet.text == snippet.evidence.quote == "Куәлікті қызмет көрсетуші"
    assert [snippet.text[start:end] for start, end in snippet.highlights] == ["көрсетуші"]
    assert document.text[snippet.evidence.start : snippet.evidence.end] == snippet.text
    assert result.services[0].why == ("text",)


def test_clauses_are_found_with_their_evidence(backend: SearchBackend) -> None:
    document = build_registry(backend)
    hit = _search(backend, "фотосурет керек пе").clauses[0]
    evidence = hit.snippet.evidence
    assert evidence.clause == "p-3"
    assert document.text[evidence.start : evidence.end] == evidence.quote == hit.snippet.text
    assert evidence == document.cite(evidence.start, evidence.end, "p-3")
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.highlights] == ["фотосурет"]
    assert hit.label == "Аңшы куәлігін беру"
    assert hit.sample


def test_clauses_of_a_named_act_come_first(backend: SearchBackend) -> None:
    build_registry(backend)
    result = _search(backend, "t1800000001")
    assert result.total_clauses == 4
    assert {hit.snippet.evidence.act for hit in result.clauses} == {"T1800000001"}


def test_an_edition_that_is_not_yet_in_force_is_left_out(backend: SearchBackend) -> None:
    build_registry(backend)
    assert _search(backend, "фотосурет", as_of=date(2018, 5, 1)).total_clauses == 1
    assert _search(backend, "фотосурет", as_of=date(2018, 4, 30)).total_clauses == 0


def test_a_quoted_phrase_is_kept_together(backend: SearchBackend) -> None:
    build_registry(backend)
    assert len(_search(backend, "куәлігін беру").services) >= 2
    assert _ids(_search(backend, '"аңшы куәлігін" беру')) == ["s1"]
    assert _ids(_search(backend, '"куәлігін аңшы"')) == []


@pytest.mark.parametrize("text", ['"аңшы куәлігі', 'аңшы" куәлігі', '"', '""', "«аңшы куәлігі"])
def test_a_lone_quote_is_text(backend: SearchBackend, text: str) -> None:
    build_registry(backend)
    if "аңшы" in text:
        assert _ids(_search(backend, text))[0] == "s1"
    else:
        with pytest.raises(BadQuery, match="no word"):
            _search(backend, text)


@pytest.mark.parametrize(
    "text", ["name_exact:охотника", "(охотника AND", "охотника~2 *", "охотника\\", "+охотника -выдача"]
)
def test_signs_of_query_languages_are_text(backend: SearchBackend, text: str) -> None:
    build_registry(backend)
    assert _ids(_search(backend, text))[0] == "s1"


def test_words_with_slips_and_other_endings_are_found(backend: SearchBackend) -> None:
    build_registry(backend)
    assert [hit.snippet.evidence.clause for hit in _search(backend, "фатосурет").clauses] == ["p-3"]
    assert "p-2" in [hit.snippet.evidence.clause for hit in _search(backend, "мөлшерлерінен").clauses]


def test_nothing_alike_finds_nothing(backend: SearchBackend) -> None:
    build_registry(backend)
    result = _search(backend, "космодром")
    assert (result.total, result.total_clauses, result.services, result.clauses, result.next) == (0, 0, (), (), None)


def test_another_script_is_put_right_and_said(backend: SearchBackend) -> None:
    build_registry(backend)
    result = _search(backend, "mektepke qabyldau")
    assert result.corrected == "мектепке қабылдау"
    assert _ids(result)[0] == "s4"
    assert _search(backend, "мектепке қабылдау").corrected is None


def test_another_keyboard_is_put_right_and_said(backend: SearchBackend) -> None:
    build_registry(backend)
    result = _search(backend, "ghb`v d irjke")
    assert result.corrected == "приём в школу"
    assert _ids(result)[0] == "s4"


def test_pages_follow_each_other(backend: SearchBackend) -> None:
    services = [service_document(make_service(f"n{number:02}", f"Құжат беру {number}", "")) for number in range(25)]
    make_live(backend, {"services": services, "clauses": []}, build="b1")
    found: list[str] = []
    cursor: str | None = None
    for page in range(3):
        result = _search(backend, "құжат", cursor=cursor)
        assert result.total == 25
        found += _ids(result)
        cursor = result.next
        assert (cursor is None) == (page == 2)
    assert sorted(found) == [f"n{number:02}" for number in range(25)]


def test_a_cursor_of_a_replaced_index_is_stale(backend: SearchBackend) -> None:
    build_registry(backend, build="b1")
    cursor = _search(backend, "куәлік", limit=1).next
    assert cursor
    assert len(_search(backend, "куәлік", limit=1, cursor=cursor).services) == 1
    build_registry(backend, build="b2")
    with pytest.raises(StaleCursor, match="start again without"):
        _search(backend, "куәлік", limit=1, cursor=cursor)


def test_a_cursor_of_another_query_and_a_damaged_one(backend: SearchBackend) -> None:
    build_registry(backend)
    cursor = _search(backend, "куәлік", limit=1).next
    with pytest.raises(StaleCursor, match="another query"):
        _search(backend, "мектеп", limit=1, cursor=cursor)
    for damaged in ("x", "!!!", "W10", "WzEsMl0", "ы"):
        with pytest.raises(StaleCursor, match="damaged"):
            _search(backend, "куәлік", cursor=damaged)


@pytest.mark.parametrize("named", ["full name", "another base", "path", "number"])
def test_a_forged_cursor_names_no_index(backend: SearchBackend, named: str) -> None:
    build_registry(backend)
    live = backend.info().indexes["services"].name
    name: object = {"full name": live, "another base": f"o{live}", "path": f"../index/{live}", "number": 1}[named]
    honest = _search(backend, "куәлік", limit=1).next
    assert honest
    mark = json.loads(base64.urlsafe_b64decode(honest + "=" * (-len(honest) % 4)))[-1]
    for data in ([0, name, "", mark], [0, "", name, mark], [True, "", "", mark], [float("inf"), "", "", mark], "abcd"):
        forged = base64.urlsafe_b64encode(json.dumps(data).encode()).decode()
        with pytest.raises(StaleCursor, match="damaged"):
            _search(backend, "куәлік", limit=1, cursor=forged)


def test_an_index_of_another_base_is_not_read(backend: SearchBackend) -> None:
    build_registry(backend)
    live = backend.info().indexes["services"].name
    for foreign in (f"o{live}", f"../index/{live}"):
        with pytest.raises(SearchError):
            backend.search(foreign, AllDocuments())


def test_nothing_was_built_yet(backend: SearchBackend) -> None:
    with pytest.raises(IndexMissing, match="kb build"):
        _search(backend, "куәлік")


def test_suggestions_are_the_same_on_both_engines(backend: SearchBackend) -> None:
    build_registry(backend)

    def names(text: str, limit: int = 8) -> list[str]:
        return [service.id for service in suggest_services(backend, text, limit=limit)]

    assert names("Аң") == ["s1"]
    assert names("анш") == ["s1"]  # without Kazakh letters
    assert names("куә") == ["s1", "s2"]
    assert names("бе куә") == ["s1", "s2"]
    assert names("выдача") == ["s1", "s2"]
    assert names("выдача", limit=1) == ["s1"]
    assert names("приём в") == ["s4"]
    assert names("мек") == ["s4"]
    assert names("космо") == []
    assert names("  ") == []


def test_a_long_query_of_one_word_runs(backend: SearchBackend) -> None:
    build_registry(backend)
    assert _search(backend, "ы" * 1000).total == 0


def test_the_json_shape(backend: SearchBackend) -> None:
    build_registry(backend)
    data = result_to_json(_search(backend, "аңшы куәлігін беру", limit=1))
    assert set(data) >= {"query", "language", "corrected", "total", "services", "clauses", "facets", "next", "took_ms"}
    assert data["language"] == "kk"
    assert set(data["services"][0]) == {"service", "score", "snippets", "why"}
    assert data["services"][0]["service"]["sample"] is True
    assert {"act", "clause", "score", "snippet", "evidence"} <= set(data["clauses"][0])
    assert data["clauses"][0]["snippet"] == data["clauses"][0]["evidence"]["quote"]
    assert isinstance(data["next"], str)


def test_a_run_lists_services_by_rank(backend: SearchBackend) -> None:
    build_registry(backend)
    result = _search(backend, "куәлігін беру")
    out = io.StringIO()
    assert write_run([("q1", result)], out) == len(result.services)
    lines = [line.split(" ") for line in out.getvalue().splitlines()]
    assert [line[:4] for line in lines] == [["q1", "Q0", key, str(rank)] for rank, key in enumerate(_ids(result), 1)]
    scores = [float(line[4]) for line in lines]
    assert scores == sorted(scores, reverse=True)


def test_the_language_is_told_from_the_text_or_given(backend: SearchBackend) -> None:
    build_registry(backend)
    request = SearchRequest(text="очередь в детский сад", as_of=AS_OF)
    assert search_base(backend, request).language is Language.RU
    assert search_base(backend, replace(request, language=Language.KK)).language is Language.KK
