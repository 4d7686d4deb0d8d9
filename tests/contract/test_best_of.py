"""The best part decides a score, the same on both engines."""

import pytest

from kb.search import AllOf, AnyOf, BestOf, Keyword, Query, SearchBackend, Terms
from tests.contract.small_base import build_clauses, clause

HOUSE, GARDEN, LAW = (
    Terms("text_exact", ("дом",)),
    Terms("text_exact", ("сад",), 2.0),
    Keyword("act_type", ("law",), 7.0),
)


@pytest.fixture
def places(backend: SearchBackend) -> SearchBackend:
    build_clauses(
        backend,
        [
            clause("h", "дом стоит"),
            clause("g", "сад растёт"),
            clause("hg", "дом сад"),
            clause("law", "дом сад", act_type="law"),
            clause("none", "поле ровное"),
        ],
    )
    return backend


def _scores(backend: SearchBackend, query: Query) -> dict[str, float]:
    return {hit.id: hit.score for hit in backend.search("clauses", query).hits}


@pytest.mark.parametrize("rest", [0.0, 0.3, 1.0])
def test_the_best_part_counts_and_a_share_of_the_others(places: SearchBackend, rest: float) -> None:
    house, garden = _scores(places, HOUSE), _scores(places, GARDEN)
    found = _scores(places, BestOf((HOUSE, GARDEN, LAW), rest))
    both = max(house["hg"], garden["hg"]) + rest * min(house["hg"], garden["hg"])
    assert found == pytest.approx(
        {"h": house["h"], "g": garden["g"], "hg": both, "law": 7.0 + rest * (house["hg"] + garden["hg"])}
    )


def test_all_of_the_rest_is_any_of(places: SearchBackend) -> None:
    assert _scores(places, BestOf((HOUSE, GARDEN), 1.0)) == pytest.approx(_scores(places, AnyOf((HOUSE, GARDEN))))


def test_parts_may_be_trees(places: SearchBackend) -> None:
    tree = BestOf((AllOf((HOUSE,), filters=(LAW,)), BestOf((GARDEN,)), AnyOf(())), 0.5)
    house, garden = _scores(places, HOUSE), _scores(places, GARDEN)
    found = _scores(places, AllOf((), optional=(tree,), without=(Terms("text_exact", ("поле",)),)))
    assert found == pytest.approx(
        {"h": 0.0, "g": garden["g"], "hg": garden["hg"], "law": garden["law"] + 0.5 * house["law"]}
    )


@pytest.mark.parametrize("nothing", [BestOf(()), AnyOf(()), BestOf((Terms("text_exact", ()),)), AllOf((BestOf(()),))])
def test_no_parts_find_nothing(places: SearchBackend, nothing: Query) -> None:
    assert places.search("clauses", nothing).total == 0
