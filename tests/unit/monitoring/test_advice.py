"""Tests of operators' advice: taken in as counts or calls, measured by service and theme."""

import pytest

from kb.monitoring import Advice, BadMarks, Group, WaveStore, advice_questions, pool_answers
from tests.unit.monitoring.conftest import Bring, Written, table

COUNTS = "service,question,right,incomplete,wrong,none"
CALLS = "service,question,respondent,value"
WAVE = "ulgi-2025"


def outcomes(store: WaveStore, question: str) -> dict[str, Advice]:
    pooled = pool_answers(store, WAVE, Group.SERVICE, question)
    return {key: Advice.of(own) for key, own in pooled.groups.items()}


def test_counts_and_calls_tell_the_same(store: WaveStore, bring: Bring, written: Written) -> None:
    counts = table(COUNTS, ("s-1", "advice_term", 2, 1, 1, 1))
    bring(written("counts.csv", counts))
    told = outcomes(store, "advice_term")
    assert told == {"s-1": Advice(right=2, incomplete=1, wrong=1, silent=1)}
    words = ("дұрыс", "верно", "толық емес", "Неверно", "жауап жоқ")
    calls = table(CALLS, *(("s-1", "advice_term", f"c{place}", word) for place, word in enumerate(words)))
    bring(written("calls.csv", calls), replace=True)
    assert outcomes(store, "advice_term") == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (table(CALLS, "s-1,advice_term,c1,иә"), "«иә» is none of right, incomplete, wrong"),
        (table(CALLS, "s-1,complaints,c1,верно"), "«верно» is none of yes, no"),
        (table(CALLS, "s-1,advice_term,c1,2"), "«2» is none of right, incomplete, wrong"),
        (table(COUNTS, "s-1,trust,1,0,0,0"), "is answered in mark, which the columns of this file cannot hold"),
        (table("service,question,yes,no", "s-1,advice_fee,1,0"), "is answered in advice"),
        (table(COUNTS, "s-1,advice_term,0,0,0,0"), "nobody was asked"),
        (table(COUNTS + ",n", "s-1,advice_term,1,1,1,1,5"), "but the counts of the row add up to 4"),
        (table("service,question,right,incomplete", "s-1,advice_term,1,1"), "exactly one form of answers"),
        (table(COUNTS + ",yes,no", "s-1,advice_term,1,1,1,1,1,1"), "exactly one form of answers"),
    ],
)
def test_what_does_not_fit_is_told(bring: Bring, written: Written, content: str, told: str) -> None:
    with pytest.raises(BadMarks) as raised:
        bring(written("m.csv", content))
    assert told in str(raised.value)


def test_the_themes_are_those_of_the_data_file() -> None:
    assert advice_questions()[0] == "advice_term"
    assert all(code.startswith("advice_") for code in advice_questions())
