"""Words that a question repeats from the name of its service do not tell what it asks; names are invented."""

import pytest

from kb.model import Attribute, Card, FeeKind, Intent, Text
from kb.search.question_reading import read_question
from kb.text.words import read_words
from tests.unit.answer.asked import ask, lines
from tests.unit.answer.conftest import fee, service, state

NAME = "Оқушыларды тегін тасымалдау Бесплатный подвоз учащихся"


@pytest.mark.parametrize(
    ("text", "alone", "beside"),
    [
        ("Оқушыны тегін тасымалдау туралы анықтама, электронды түрде", Intent.FEE, Intent.FORM),
        ("бесплатный подвоз, какое министерство", Intent.PROVIDER, Intent.PROVIDER),
        ("Подвоз учащихся бесплатный?", Intent.FEE, Intent.FEE),
    ],
)
def test_a_word_of_the_name_asks_only_where_nothing_else_does(text: str, alone: Intent, beside: Intent) -> None:
    assert read_question(text).intent is alone
    assert read_question(text, name=read_words(NAME)).intent is beside


def test_an_answer_is_on_what_is_asked_beside_the_name() -> None:
    ride = service("mon2026-07", "Оқушыларды тегін тасымалдау", "Бесплатный подвоз учащихся")
    told = (
        state(ride.id, Attribute.FEE, fee(FeeKind.FREE), 3, "тегін"),
        state(ride.id, Attribute.FORM, Text(text="қағаз түрінде", code="paper"), 5, "қағаз түрінде"),
    )
    answer = ask(
        Card(service=ride, statements=told, gaps=(), survey=()),
        "Оқушыны тегін тасымалдауға анықтама электронды түрде ме?",
    )
    assert answer.intents == (Intent.FORM,)
    assert lines(answer)[0] == 5
