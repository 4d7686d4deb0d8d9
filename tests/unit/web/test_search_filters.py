"""Filters of a search: words for values, what is chosen and taken back, what is refused."""

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from indexes.schema import FieldRole, read_schema
from indexes.weights import read_weights
from kb.model import Language, LifeSituation
from kb.search import FacetCount
from kb.search.concept import Origin
from kb.web.clause_pages import act_names
from kb.web.facet_words import facet_words
from kb.web.search_filters import CLAUSE_FACETS, SERVICE_FACETS, check_chosen, filter_panel, read_chosen
from kb.web.words import words_in

KK, RU, EN = (words_in(language) for language in (Language.KK, Language.RU, Language.EN))
BORN = {"00001": LifeSituation(code="00001", name_kk="Бала туды", name_ru=None)}


def asked(query):
    return Request({"type": "http", "method": "GET", "path": "/search", "query_string": query.encode(), "headers": []})


def panel(counts, chosen, *, words=RU, total=9):
    return filter_panel(
        SERVICE_FACETS, counts, chosen, words, path="/search", kept=[("q", "ұя")], total=total, situations=BORN
    )


@pytest.mark.parametrize(("kind", "facets"), [("services", SERVICE_FACETS), ("clauses", CLAUSE_FACETS)])
def test_every_facet_has_a_title_and_is_counted_by_the_index(kind, facets):
    counted = {name for name, role in read_schema(kind).fields.items() if role is FieldRole.FACET}
    assert {facet.field for facet in facets} <= counted
    for facet in facets:
        assert all(words(f"filters.title.{facet.parameter}") for words in (KK, RU, EN))


def test_every_reason_has_words():
    texts = read_weights().texts["services"]
    assert all(f"why.text.{text}" in RU for text in texts)
    assert all(f"why.origin.{origin}" in RU for origin in (*Origin, "best_bet", "id", "cites", "status"))


def test_values_are_chosen_once_each():
    assert read_chosen(asked("paid=free&paid=free&paid=+&channel=post&other=x"), SERVICE_FACETS) == {
        "paid": ("free",), "channel": ("post",),
    }  # fmt: skip
    assert read_chosen(asked("act_body=a&body=b"), CLAUSE_FACETS) == {"body": ("a",)}


@pytest.mark.parametrize("query", ["paid=" + "x" * 101, "&".join(f"body=b{n}" for n in range(21))])
def test_what_no_form_sends_is_refused(query):
    with pytest.raises(HTTPException) as refused:
        read_chosen(asked(query), SERVICE_FACETS)
    assert refused.value.status_code == 422


def test_a_value_that_means_nothing_is_refused():
    check_chosen({"paid": ("free",), "life_situation": ("00001",)}, SERVICE_FACETS, RU, BORN)
    for chosen in ({"paid": ("title",)}, {"life_situation": ("00002",)}, {"region": ("KZ",)}, {"body": ("",)}):
        with pytest.raises(HTTPException):
            check_chosen(chosen, SERVICE_FACETS, RU, BORN)


def test_what_is_chosen_is_taken_back_one_by_one():
    shown = panel({"paid": [FacetCount("free", 4)]}, {"paid": ("free", "both"), "channel": ("post",)})
    assert [(one.title, one.shown.text) for one in shown.chosen] == [
        ("Способ предоставления", "почта"), ("Оплата", "бесплатно"), ("Оплата", "когда как"),
    ]  # fmt: skip
    assert shown.chosen[1].href == "/search?q=%D2%B1%D1%8F&channel=post&paid=both"
    assert shown.without == "/search?q=%D2%B1%D1%8F"
    paid = next(field for field in shown.fields if field.name == "paid")
    assert [(one.code, one.number, one.chosen) for one in paid.choices] == [("free", "4", True), ("both", "0", True)]


def test_empty_facets_and_values_without_words_are_hidden():
    counts = {
        "body": [FacetCount("no-such-body", 3)],
        "paid": [],
        "language": [FacetCount("kk", 9)],
        "channel": [FacetCount("post", 2)],
    }
    assert [field.name for field in panel(counts, {}).fields] == ["channel"]


def test_names_in_another_language_say_so():
    body = facet_words("body", "justice-ministry", EN, {})
    situation = facet_words("life_situation", "00001", RU, BORN)
    assert body is not None
    assert situation is not None
    assert (body.language, situation.text, situation.language) == (Language.KK, "Бала туды", Language.KK)
    own = facet_words("life_situation", "00001", KK, BORN)
    assert own is not None
    assert own.language is None


@pytest.mark.parametrize(
    ("typed", "names"), [("", ()), ("№ 7", ("№ 7", "nr:7")), ("X2600000001", ("X2600000001", "nr:x2600000001"))]
)
def test_an_act_is_looked_up_by_code_or_number(typed, names):
    assert act_names(typed) == names
