"""Create, add, get, remove, swap: the same on both engines."""

import threading

import pytest

from indexes.schema import read_schema
from kb.search import AllDocuments, IndexMissing, Keyword, SearchBackend, SearchError, Terms
from kb.text import ANALYSIS_VERSION
from tests.contract.conftest import Opener
from tests.contract.small_base import build_clauses, clause


def test_a_new_index_is_not_live(backend: SearchBackend) -> None:
    name = backend.create(read_schema("clauses"), build="b1")
    backend.add(name, [clause("a", "первый")])
    assert f"-clauses-s{read_schema('clauses').version}-a{ANALYSIS_VERSION}-b1" in name
    assert backend.search(name, AllDocuments()).total == 1
    with pytest.raises(IndexMissing, match="kb build"):
        backend.search("clauses", AllDocuments())


def test_added_documents_are_found_at_once(backend: SearchBackend) -> None:
    name = build_clauses(backend, [clause("a", "первый"), clause("b", "второй")])
    backend.add("clauses", [clause("c", "третий")])
    found = backend.search("clauses", Terms("text_exact", ("третий",)))
    assert [(hit.id, hit.stored) for hit in found.hits] == [("c", "третий")]
    assert found.index == name
    assert backend.info().indexes["clauses"].documents == 3


def test_adding_again_replaces(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "старый"), clause("a", "новый")])
    assert backend.search("clauses", AllDocuments()).total == 1
    backend.add("clauses", [clause("a", "новейший")])
    assert backend.search("clauses", Terms("text_exact", ("новый",))).total == 0
    hit = backend.get("clauses", "a")
    assert hit is not None
    assert hit.stored == "новейший"


def test_removed_documents_are_gone(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "первый"), clause("b", "второй")])
    backend.remove("clauses", ["a", "never-there"])
    assert backend.get("clauses", "a") is None
    assert [hit.id for hit in backend.search("clauses", AllDocuments()).hits] == ["b"]


def test_get_of_an_unknown_id_is_none(backend: SearchBackend) -> None:
    build_clauses(backend, [clause("a", "первый")])
    assert backend.get("clauses", "b") is None


def test_swap_replaces_and_removes_the_former_index(backend: SearchBackend) -> None:
    first = build_clauses(backend, [clause("a", "старый")], build="b1")
    second = backend.create(read_schema("clauses"), build="b2")
    backend.add(second, [clause("a", "новый")])
    assert backend.search("clauses", AllDocuments()).hits[0].stored == "старый"
    backend.swap(second)
    assert backend.search("clauses", AllDocuments()).hits[0].stored == "новый"
    with pytest.raises(IndexMissing):
        backend.search(first, AllDocuments())


def test_swap_of_both_kinds_leaves_other_kinds_alone(backend: SearchBackend) -> None:
    clauses = build_clauses(backend, [clause("a", "старый")])
    services = backend.create(read_schema("services"), build="b2")
    backend.swap(services)
    assert {kind: state.name for kind, state in backend.info().indexes.items()} == {
        "clauses": clauses,
        "services": services,
    }


def test_swap_to_a_missing_index_changes_nothing(backend: SearchBackend) -> None:
    name = build_clauses(backend, [clause("a", "старый")])
    with pytest.raises(IndexMissing):
        backend.swap(name.removesuffix("b1") + "b9")
    assert backend.search("clauses", AllDocuments()).index == name


def test_another_reader_sees_the_swap(open_again: Opener) -> None:
    writer, reader = open_again(), open_again()
    build_clauses(writer, [clause("a", "старый")], build="b1")
    assert reader.search("clauses", AllDocuments()).hits[0].stored == "старый"
    build_clauses(writer, [clause("a", "новый")], build="b2")
    assert reader.search("clauses", AllDocuments()).hits[0].stored == "новый"
    writer.add("clauses", [clause("b", "ещё")])
    assert reader.search("clauses", AllDocuments()).total == 2


def test_readers_are_served_while_indexes_are_swapped(open_again: Opener) -> None:
    writer, reader = open_again(), open_again()
    build_clauses(writer, [clause("a", "слово")], build="b0")
    totals: list[int] = []
    troubles: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                totals.append(reader.search("clauses", Terms("text_exact", ("слово",))).total)
            except SearchError as error:
                troubles.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for number in range(1, 6):
            build_clauses(writer, [clause("a", "слово")], build=f"b{number}")
    finally:
        done.set()
        thread.join()
    assert not troubles
    assert set(totals) == {1}


def test_a_build_that_was_abandoned_is_removed_by_the_next_swap(open_again: Opener) -> None:
    builder = open_again()
    live = build_clauses(builder, [clause("a", "старый")], build="b1")
    abandoned = builder.create(read_schema("clauses"), build="b2")
    builder.add(abandoned, [clause("a", "недоделанный")])
    backend = open_again()
    assert backend.search("clauses", AllDocuments()).index == live
    build_clauses(backend, [clause("a", "новый")], build="b3")
    with pytest.raises(IndexMissing):
        backend.search(abandoned, AllDocuments())


def test_a_thousand_documents(backend: SearchBackend) -> None:
    name = backend.create(read_schema("clauses"), build="b1")
    added = backend.add(name, (clause(f"k{number:04}", f"пункт {number}") for number in range(1000)))
    backend.swap(name)
    assert added == 1000
    assert backend.search("clauses", AllDocuments(), limit=1).total == 1000
    assert [hit.id for hit in backend.search("clauses", Terms("text_exact", ("777",))).hits] == ["k0777"]


def test_writing_to_an_index_that_is_not_there(backend: SearchBackend) -> None:
    for call in (
        lambda: backend.add("clauses", [clause("a", "первый")]),
        lambda: backend.remove("clauses", ["a"]),
        lambda: backend.get("clauses", "a"),
        lambda: backend.suggest("services", "prefix", ("а",), order="order", limit=3),
    ):
        with pytest.raises(IndexMissing, match="kb build"):
            call()
    assert not backend.info().indexes


def test_a_field_that_the_index_has_not_is_refused(backend: SearchBackend) -> None:
    with pytest.raises(SearchError):
        build_clauses(backend, [clause("a", "первый", colour="red")])


def test_unicode_comes_back_as_it_was(backend: SearchBackend) -> None:
    text = "Ұлы дала — «Қазақстан» 🦅 中文 e\u0301 \u200bі"
    build_clauses(backend, [clause("ключ/1#ә", text, act="ҚР-ДСМ №180")])
    hit = backend.get("clauses", "ключ/1#ә")
    assert hit is not None
    assert hit.stored == text
    assert backend.search("clauses", Keyword("act", ("ҚР-ДСМ №180",))).total == 1
