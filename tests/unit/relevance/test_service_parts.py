from collections.abc import Sequence

import pytest

from kb.relevance import Noise
from kb.relevance.judged_query import JudgedQuery
from kb.relevance.service_parts import disturbed_rows, judged_rows, question_rows

FOUND = {"бір": ("s1", "s2"), "екі": ("s2", "s1"), "три": ("s3",), "ҮШ": ("s9", "s1")}


def rank(text: str) -> Sequence[str]:
    return FOUND.get(text, ())


def query(text: str, language: str, *services: str, base: str = "", kind: str = "") -> JudgedQuery:
    return JudgedQuery(id=text, text=text, language=language, services=services, base=base, kind=kind)


QUESTIONS = (query("бір", "kk", "s1"), query("екі", "kk", "s1"), query("три", "ru", "s3"))


def test_a_row_a_language_and_one_of_all() -> None:
    rows = {row.name: row.figures for row in question_rows(QUESTIONS, rank)}
    assert list(rows) == ["kk", "ru", "all"]
    assert (rows["kk"]["first"], rows["ru"]["first"]) == (0.5, 1.0)
    assert rows["all"]["queries"] == 3


def test_any_service_of_a_query_answers_it() -> None:
    (row, _) = question_rows([query("екі", "kk", "s1", "s2")], rank)
    assert row.figures["ndcg"] == 1.0


def test_loss_is_against_the_undisturbed_query() -> None:
    def worse(queries: Sequence[JudgedQuery], noise: Noise, seed: int) -> list[str]:
        return ["nothing" if noise is Noise.TYPO and seed == 2 else query.text for query in queries]

    rows = list(disturbed_rows(QUESTIONS, rank, disturb=worse, seeds=(1, 2)))
    assert [row.name for row in rows] == ["typo/kk", "typo/ru", "typo/all"]  # other noise changed no text
    russian = rows[1].figures
    assert (russian["queries"], russian["empty"]) == (1, 1)
    assert russian["loss"] == pytest.approx(0.5)
    assert russian["worst"] == pytest.approx(1.0)


def test_judged_queries_have_rows_by_base_language_and_kind() -> None:
    queries = [
        query("бір", "kk", "s1", base="one", kind="need"),
        query("три", "mixed", "s3", base="one", kind="mixed"),
        query("ҮШ", "kk", "s1", base="two", kind="need"),
    ]
    rows = {row.name: row.figures for row in judged_rows("apart", queries, rank)}
    assert list(rows) == [
        "apart/one/kk",
        "apart/one/mixed",
        "apart/one/all",
        "apart/one/kind/mixed",
        "apart/one/kind/need",
        "apart/two/kk",
        "apart/two/all",
        "apart/two/kind/need",
    ]
    assert rows["apart/one/kind/need"]["first"] == 1.0
    assert rows["apart/two/kind/need"]["first"] == 0.0
