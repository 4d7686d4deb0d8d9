"""Both engines give the same scores, not only the same order."""

import pytest

from kb.search import AllOf, AnyOf, BestOf, IndexDocument, Phrase, Query, SearchBackend, Terms
from tests.contract.conftest import Both
from tests.contract.small_base import build_clauses, clause

LONG = " ".join(f"слово{number % 7}" for number in range(900))


def _documents() -> list[IndexDocument]:
    """Texts of many lengths; few have a label, some no text at all."""
    texts = [f"дом {'слово ' * (number * number)}сад" for number in range(18)]
    documents = [clause(f"t{number:02}", text) for number, text in enumerate([*texts, LONG, "дом дом дом " + LONG])]
    labels = [
        IndexDocument(id=f"l{number}", tokens={"label_kk": "дом " * (number + 1)}, stored="") for number in range(3)
    ]
    return [*documents, *labels, IndexDocument(id="bare", tokens={"text_kk": " "}, stored="")]


@pytest.mark.parametrize(
    "query",
    [
        Terms("text_exact", ("дом", "сад", "слово")),
        Terms("label_kk", ("дом",)),
        Terms("text_tri", ("дом", "лов", "ово"), 0.3, at_least=2),
        Phrase("text_exact", ("дом", "слово")),
        AnyOf((Terms("text_exact", ("сад",), 3.0), Terms("label_kk", ("дом",), 0.5))),
        BestOf((Terms("text_exact", ("сад", "слово3")), Terms("text_exact", ("дом",))), 0.4),
        AllOf((Terms("text_exact", ("слово",)),), optional=(Terms("text_exact", ("сад",), 0.1),)),
    ],
)
def test_scores_are_the_same(both: Both, query: Query) -> None:
    found = []
    for backend in both:
        build_clauses(backend, _documents())
        found.append({hit.id: hit.score for hit in backend.search("clauses", query, limit=50).hits})
    assert found[0]
    assert found[0] == pytest.approx(found[1], rel=1e-5)


def test_the_sign_of_an_empty_field_is_no_word(backend: SearchBackend) -> None:
    build_clauses(backend, _documents())
    assert backend.search("clauses", Terms("label_kk", ("дом",))).total == 3


def test_scores_are_the_same_after_updates(both: Both) -> None:
    """Replaced and removed documents stay in the statistics of both engines until segments are merged."""
    query = AnyOf((Terms("text_exact", ("дом", "сад", "слово3")), Terms("label_kk", ("дом",))))
    found = []
    for backend in both:
        index = build_clauses(backend, _documents())
        backend.add(index, [clause(f"t{number:02}", f"сад {number}") for number in range(6)])
        backend.remove(index, ["t10", "l1"])
        found.append({hit.id: hit.score for hit in backend.search("clauses", query, limit=50).hits})
    assert found[0] == pytest.approx(found[1], rel=1e-5)
