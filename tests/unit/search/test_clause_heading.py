"""The heading of a clause among the words that the clause is found by."""

import json
from dataclasses import replace

from kb.search import IndexDocument, clause_documents
from tests.contract.small_registry import make_document


def labelled(label: str | None) -> IndexDocument:
    """The last clause of the small act under `label`."""
    act = make_document()
    *others, last = act.clauses
    return list(clause_documents(replace(act, clauses=(*others, replace(last, label=label)))))[-1]


def test_a_heading_is_among_the_words_of_its_clause() -> None:
    words, alone = (labelled(label).tokens["text_exact"].split() for label in ("Балықшы билеті", None))
    assert words == ["балықшы", "билеті", *alone]


def test_a_heading_is_not_shown_as_text() -> None:
    shown, alone = (json.loads(labelled(label).stored)["text"] for label in ("Балықшы билеті", None))
    assert shown == alone


def test_a_heading_that_stands_in_the_text_is_not_counted_twice() -> None:
    text = json.loads(labelled(None).stored)["text"]
    assert labelled(text).tokens["text_exact"] == labelled(None).tokens["text_exact"]
