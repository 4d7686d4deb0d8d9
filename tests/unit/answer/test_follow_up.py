from dataclasses import replace
from datetime import date

import pytest

from kb.answer.question import Question
from kb.answer.reading.follow_up import goes_on
from kb.answer.reading.understanding import read_asking
from kb.answer.service.candidates import Candidate
from kb.text import put_right
from tests.unit.answer.test_service_choice import candidate, card

HERE = "mon2017-82"


def spoken_of(*, own: float, named: int) -> Candidate:
    return replace(candidate(own=own, units=2, named=named), card=card(82, "Жеке куәлік беру"))


@pytest.mark.parametrize(
    ("best", "here", "stays"),
    [
        (candidate(own=25.0, units=2, named=2), None, False),
        (candidate(own=15.0, units=2, named=2), None, True),
        (replace(candidate(own=15.0, units=2, named=2), phrased=True), None, False),  # a phrase of the vocabulary
        (candidate(own=70.0, units=2), None, False),  # named in other words only, and far ahead
        (candidate(own=35.0, units=2), None, True),
        (candidate(own=70.0, units=2, named=2), spoken_of(own=58.0, named=2), True),
        (candidate(own=70.0, units=2, named=2), spoken_of(own=58.0, named=1), False),  # knows nothing of one of them
    ],
)
def test_linked_question_leaves_for_a_service_that_it_names(
    best: Candidate, here: Candidate | None, stays: bool
) -> None:
    question = Question(text="ал трактор тіркеу ше?", as_of=date(2026, 11, 26))
    asking = read_asking(question, put_right=put_right)

    assert goes_on(asking, [best, *([here] if here else [])], service=HERE) == stays
