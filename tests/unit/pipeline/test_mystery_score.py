"""What an answer is worth against what was expected of it."""

from typing import Any

import pytest

from kb.model import Language
from kb.model.mystery import MysteryPlace, MysteryQuestion
from kb.pipeline.mystery_score import score_answer

CITED = {"document": "folder/x.txt", "line": 12}
ANSWER: dict[str, Any] = {
    "state": "answered", "intent": "deadline", "intents": ["deadline", "fee"], "citations": [CITED],
    "service": {"id": "nest-1", "ids": ["mon2017-01"]}, "answer": "5 жұмыс күні, 1 134,5 теңге (2017 жыл)",
}  # fmt: skip
IDS = frozenset({"nest-1"})


def scored(answer: dict[str, Any] | None = None, **expected: Any) -> dict[str, bool]:
    question = MysteryQuestion(id="a", q="ұя?", language=Language.KK, **expected)
    return score_answer(question, {**ANSWER, **(answer or {})}, ids=IDS)


def test_nothing_expected_is_nothing_scored_but_that_a_value_has_a_source() -> None:
    assert scored() == {"cited": True}
    assert scored({"citations": []}) == {"cited": False}
    assert scored({"state": "clarify", "citations": []}) == {}


@pytest.mark.parametrize(
    ("expected", "answer", "name", "met"),
    [
        ({"states": frozenset({"answered"})}, {}, "state", True),
        ({"states": frozenset({"conflict", "clarify"})}, {}, "state", False),
        ({"service": "nest-1"}, {}, "service", True),
        ({"service": "nest-1"}, {"service": {"id": "kite/2", "ids": []}}, "service", False),
        ({"service": "nest-1"}, {"service": None}, "service", False),
        ({"intent": "fee"}, {}, "intent", True),
        ({"intent": "channel"}, {}, "intent", False),
        ({"figures": (5.0, 1134.5)}, {}, "figures", True),
        ({"figures": (15.0,)}, {}, "figures", False),
        ({"figures": (5.0,)}, {"answer": "5 " + " ".join(str(n) for n in range(10, 20))}, "figures", False),
        ({"figures": (5.0,)}, {"answer": "5 күн" + "." * 700}, "figures", False),
        ({"figures": (5.0,)}, {"answer": "№5 бұйрық"}, "figures", True),
        ({"places": (MysteryPlace(line=15),)}, {}, "citation", True),
        ({"places": (MysteryPlace(line=16),)}, {}, "citation", False),
        ({"places": (MysteryPlace(line=12, document="x.txt"),)}, {}, "citation", True),
        ({"places": (MysteryPlace(line=12, document="y.txt"),)}, {}, "citation", False),
        ({"places": (MysteryPlace(line=12),)}, {"citations": [{"line": 99}] * 3 + [CITED]}, "citation", False),
        ({"silent": True}, {}, "silent", False),
        ({"silent": True}, {"state": "not_stated"}, "silent", True),
    ],
)
def test_each_expectation(expected: dict[str, Any], answer: dict[str, Any], name: str, met: bool) -> None:
    assert scored(answer, **expected)[name] is met


def test_an_accepted_way_to_end_without_an_answer_has_none_of_its_parts() -> None:
    expected = {
        "states": frozenset({"answered", "clarify"}), "service": "nest-1", "intent": "deadline", "figures": (5.0,),
        "places": (MysteryPlace(line=12),),
    }  # fmt: skip
    empty = {"service": None, "answer": "", "citations": [], "intent": "other", "intents": ["other"]}
    assert scored({"state": "clarify", **empty}, **expected) == {"state": True}
    assert set(scored({"state": "no_service", **empty}, **expected).values()) == {False}
