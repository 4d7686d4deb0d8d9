"""Counts beside results, and what was chosen of them, the same on both engines."""

import pytest

from kb.search import AllDocuments, BadQuery, FacetCount, Facets, Keyword, Query, SearchBackend, Terms
from tests.contract.small_base import build_clauses, clause

WORD = Terms("text_exact", ("дом",))


@pytest.fixture
def houses(backend: SearchBackend) -> SearchBackend:
    """Six clauses about houses and one about a garden, of two types of acts and three languages."""
    build_clauses(
        backend,
        [
            clause("a", "дом", act_type="order", language="kk"),
            clause("b", "дом и двор", act_type="order", language="ru"),
            clause("c", "дом и лес", act_type="order", language="ru"),
            clause("d", "дом у реки", act_type="law", language="kk"),
            clause("e", "дом под горой", act_type="law", language="ru"),
            clause("f", "дом без всего"),
            clause("g", "сад", act_type="decree", language="ru"),
        ],
    )
    return backend


def _counts(backend: SearchBackend, query: Query, facets: Facets) -> dict[str, dict[str, int]]:
    found = backend.search("clauses", query, facets=facets)
    return {name: {one.value: one.count for one in counts} for name, counts in found.facets.items()}


def test_counts_are_of_all_that_matches(houses: SearchBackend) -> None:
    asked = Facets(fields=("act_type", "language"))
    assert _counts(houses, WORD, asked) == {"act_type": {"order": 3, "law": 2}, "language": {"ru": 3, "kk": 2}}
    assert (
        houses.search("clauses", WORD, limit=1, facets=asked).facets
        == houses.search("clauses", WORD, limit=3, offset=3, facets=asked).facets
    )
    assert houses.search("clauses", WORD).facets == {}


def test_most_come_first_and_equal_counts_by_value(backend: SearchBackend) -> None:
    many = {"z": 2, "a": 2, "y": 2, "m": 3}
    build_clauses(
        backend, [clause(f"{value}{n}", "дом", act_type=value) for value, count in many.items() for n in range(count)]
    )
    counts = backend.search("clauses", WORD, facets=Facets(fields=("act_type",))).facets["act_type"]
    assert counts == (FacetCount("m", 3), FacetCount("a", 2), FacetCount("y", 2), FacetCount("z", 2))


def test_a_choice_restricts_hits_and_the_other_fields(houses: SearchBackend) -> None:
    asked = Facets(fields=("act_type", "language"), chosen={"act_type": ("law",)})
    found = houses.search("clauses", WORD, facets=asked)
    assert ({hit.id for hit in found.hits}, found.total) == ({"d", "e"}, 2)
    assert _counts(houses, WORD, asked) == {"act_type": {"order": 3, "law": 2}, "language": {"kk": 1, "ru": 1}}


def test_values_of_a_field_are_either_and_fields_are_both(houses: SearchBackend) -> None:
    asked = Facets(fields=("act_type", "language"), chosen={"act_type": ("law", "order"), "language": ("kk",)})
    found = houses.search("clauses", WORD, facets=asked)
    assert ({hit.id for hit in found.hits}, found.total) == ({"a", "d"}, 2)
    assert _counts(houses, WORD, asked) == {"act_type": {"order": 1, "law": 1}, "language": {"ru": 3, "kk": 2}}


def test_a_choice_does_not_touch_scores(houses: SearchBackend) -> None:
    free = {hit.id: hit.score for hit in houses.search("clauses", WORD).hits}
    chosen = houses.search("clauses", WORD, facets=Facets(chosen={"act_type": ("law",)}))
    assert chosen.facets == {}
    assert {hit.id for hit in chosen.hits} == {"d", "e"}
    assert all(hit.score == pytest.approx(free[hit.id]) for hit in chosen.hits)


def test_a_choice_of_nothing_is_none_and_an_unknown_value_finds_nothing(houses: SearchBackend) -> None:
    assert houses.search("clauses", WORD, facets=Facets(chosen={"act_type": ()})).total == 6
    asked = Facets(fields=("act_type", "language"), chosen={"act_type": ("edict",)})
    found = houses.search("clauses", WORD, facets=asked)
    assert (found.total, found.hits) == (0, ())
    assert _counts(houses, WORD, asked) == {"act_type": {"order": 3, "law": 2}, "language": {}}


def test_facets_of_all_documents(houses: SearchBackend) -> None:
    assert _counts(houses, AllDocuments(), Facets(fields=("act_type",))) == {
        "act_type": {"order": 3, "law": 2, "decree": 1}
    }


@pytest.mark.parametrize("value", ['"', "a b", "😀", "a:b OR *", "ә" * 5000, "\\", "<b>", "'; DROP", "İ"])
def test_odd_values_are_counted_and_chosen_as_they_are(backend: SearchBackend, value: str) -> None:
    build_clauses(backend, [clause("a", "дом", act_type=value), clause("b", "дом", act_type="order")])
    found = backend.search("clauses", WORD, facets=Facets(fields=("act_type",), chosen={"act_type": (value,)}))
    assert [hit.id for hit in found.hits] == ["a"]
    assert {one.value for one in found.facets["act_type"]} == {value, "order"}
    assert [hit.id for hit in backend.search("clauses", Keyword("act_type", (value,))).hits] == ["a"]


@pytest.mark.parametrize(
    "facets", [Facets(fields=("clause",)), Facets(fields=("colour",)), Facets(chosen={"text": ("a",)})]
)
def test_what_cannot_be_counted_is_a_bad_query(houses: SearchBackend, facets: Facets) -> None:
    with pytest.raises(BadQuery, match="no facet"):
        houses.search("clauses", WORD, facets=facets)
