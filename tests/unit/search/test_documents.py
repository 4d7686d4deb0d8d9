"""Services and clauses as index documents."""

import json
from dataclasses import replace
from datetime import date

import pytest

from indexes.schema import read_schema
from indexes.weights import read_weights
from kb.search import IndexDocument, clause_documents, service_document
from kb.search.index_name import name_index, read_index_name
from tests.contract.small_registry import SERVICES, make_document, provided


def test_a_service_fills_fields_of_its_schema() -> None:
    document = service_document(SERVICES[0], [provided(make_document())])
    fields = set(read_schema("services").fields)
    assert {*document.tokens, *document.keywords, *document.numbers} <= fields
    assert document.keywords["ids"] == ("s1", "mon2099-01", "00s100")
    assert document.keywords["sample"] == ("yes",)
    assert "аңшы" in document.tokens["name_exact"].split()
    assert "удостоверения" in document.tokens["name_exact"].split()
    assert "орман" in document.tokens["body_exact"].split()
    assert len(json.loads(document.stored)["texts"]) == 1


def test_a_quote_that_is_stated_twice_is_kept_once() -> None:
    statement = provided(make_document())
    assert len(json.loads(service_document(SERVICES[0], [statement, statement]).stored)["texts"]) == 1


def test_a_service_without_a_name_can_be_found_by_id() -> None:
    bare = replace(SERVICES[0], name_kk=None, name_ru=None, owner=None)
    document = service_document(bare)
    assert document.keywords["ids"][0] == "s1"
    assert document.keywords["order"] == ("s1 s1",)


def test_every_word_of_an_act_stands_in_one_clause() -> None:
    act = make_document()
    documents = list(clause_documents(act, until=date(2019, 12, 31)))
    stored = [json.loads(document.stored) for document in documents]
    assert [part["clause"] for part in stored] == ["ch-1", "p-1", "p-2", "p-3"]
    assert "".join("".join(part["text"].split()) for part in stored) == "".join(act.text.split())
    assert all(act.text[part["start"] : part["start"] + len(part["text"])] == part["text"] for part in stored)
    assert [part["line"] for part in stored] == [1, 2, 3, 4]
    assert {(document.numbers["day_from"], document.numbers["day_until"]) for document in documents} == {
        (20180501, 20191231)
    }
    assert len({document.id for document in documents}) == 4
    fields = set(read_schema("clauses").fields)
    assert all({*document.tokens, *document.keywords, *document.numbers} <= fields for document in documents)


def test_words_after_the_last_child_are_not_lost() -> None:
    act = make_document()
    tail = "Соңғы ереже осында.\n"
    whole, *points = act.clauses
    longer = replace(
        act,
        text=act.text + tail,
        clauses=(replace(whole, end=len(act.text + tail)), *points),
    )
    stored = [json.loads(document.stored) for document in clause_documents(longer)]
    assert [part["clause"] for part in stored] == ["ch-1", "ch-1", "p-1", "p-2", "p-3"]
    assert stored[1]["text"] == tail.strip()


def test_a_document_without_clauses_is_searchable() -> None:
    act = make_document()
    (only,) = clause_documents(replace(act, clauses=(), act=None, edition=None))
    assert json.loads(only.stored)["clause"] is None
    assert (only.numbers["day_from"], only.numbers["day_until"]) == (0, 99991231)


@pytest.mark.parametrize("key", ["", "ә" * 257])
def test_an_id_that_an_engine_cannot_hold(key: str) -> None:
    with pytest.raises(ValueError, match="1 to 512 bytes"):
        IndexDocument(id=key, tokens={}, stored="{}")


def test_an_index_name_is_read_back() -> None:
    name = name_index(read_schema("services"), prefix="anyq-my-base", build="20200101x")
    assert read_index_name(str(name)) == name
    assert read_index_name("services") is None


def test_weights_name_texts_of_the_schemas() -> None:
    for kind, texts in read_weights().texts.items():
        assert set(texts) == set(read_schema(kind).texts)
