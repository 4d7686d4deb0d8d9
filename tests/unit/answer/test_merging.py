"""Which values of an act's two texts are one value."""

from dataclasses import replace

import pytest

from kb.answer.values.merging import merge_equal
from kb.answer.values.selection import Choice
from kb.model import Attribute, Language, SourceKind, Statement, Text
from tests.unit.answer.conftest import state

KK, RU = Language.KK, Language.RU


def text_of_act(words: str, clause: str | None, language: Language, attribute: Attribute) -> Choice:
    statement = state("k", attribute, Text(text=words), 1, words, kind=SourceKind.ACT, language=language, act="V1")
    return chosen(replace(statement, evidence=replace(statement.evidence, clause=clause)))


def chosen(statement: Statement) -> Choice:
    return Choice(statement=statement, concepts=0, words=0, excluded=False)


def told(choices: list[Choice], language: Language = RU) -> list[tuple[str, int]]:
    merged = merge_equal(choices, language=language)
    return [(one.statement.evidence.quote, len(one.others)) for one in merged]


@pytest.mark.parametrize("attribute", [Attribute.RESULT, Attribute.PROVIDER, Attribute.REFUSAL_GROUND])
def test_texts_of_different_clauses_of_one_act_are_both_told(attribute: Attribute) -> None:
    kazakh = text_of_act("Анықтама беру", "annex-1/row-4", KK, attribute)
    russian = text_of_act("Выдача дубликата", "annex-2/row-4", RU, attribute)
    assert told([russian, kazakh]) == [("Выдача дубликата", 0), ("Анықтама беру", 0)]


def test_texts_without_a_clause_are_both_told() -> None:
    kazakh = text_of_act("Анықтама беру", None, KK, Attribute.RESULT)
    russian = text_of_act("Выдача дубликата", None, RU, Attribute.RESULT)
    assert len(told([russian, kazakh])) == 2


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        ("annex-1/row-4", "annex-1/row-4", True),
        ("annex-1/row-4", "annex-1/row-4/p-1", True),
        ("row-4/p-1", "row-4", True),
        ("annex-1/row-4/p-1", "annex-1/row-4/p-2", False),
        ("annex-1/row-4", "annex-1/row-41", False),
        ("annex-1/point-4", "annex-1/point-4/sub-1", False),
    ],
)
def test_two_texts_of_one_place_are_one_value(one: str, other: str, *, merged: bool) -> None:
    for clauses in ((one, other), (other, one)):
        kazakh = text_of_act("Анықтама беру", clauses[0], KK, Attribute.RESULT)
        russian = text_of_act("Выдача справки", clauses[1], RU, Attribute.RESULT)
        if merged:
            assert told([kazakh, russian]) == [("Выдача справки", 1)]
            assert told([kazakh, russian], KK) == [("Анықтама беру", 1)]
        else:
            assert len(told([kazakh, russian])) == 2
