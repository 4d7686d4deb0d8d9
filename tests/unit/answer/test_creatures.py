import pytest

from kb.answer.reading.creatures import speaks_of_living
from kb.answer.reading.topic import read_topic
from kb.model import AnswerState
from kb.search.question_reading import read_question
from tests.unit.answer.test_conversation import ask
from tests.unit.answer.test_service_choice import card


@pytest.mark.parametrize(
    "text",
    ["Паспорт для попугая сколько стоит?", "Мысығыма паспорт қанша тұрады?", "Паспорт для робота сколько стоит?"],
)
def test_paper_of_people_is_not_meant_for_a_creature(text: str) -> None:
    assert ask((card(81, "Азаматтарға паспорт беру"),), text).state is AnswerState.NO_SERVICE


@pytest.mark.parametrize("text", ["Паспорт ребёнку сколько стоит?", "Паспорт қанша тұрады?"])
def test_the_same_for_a_person_is(text: str) -> None:
    assert ask((card(81, "Азаматтарға паспорт беру"),), text).service is not None


def test_service_about_animals_may_hold_any() -> None:
    answer = ask((card(81, "Жануарларға ветеринариялық паспорт беру"),), "Мысығыма паспорт қанша тұрады?")

    assert answer.service is not None
    assert speaks_of_living("Выдача ветеринарного паспорта на животное")
    assert not speaks_of_living("Выдача паспортов гражданам")


@pytest.mark.parametrize("text", ["Ескерткішті қазу лицензиясы неше күн?", "Атымды ауыстыру неше күн?"])
def test_words_that_only_look_alike_are_no_creatures(text: str) -> None:
    assert read_topic(read_question(text)).creatures == ()


def test_phrase_of_common_words_names_its_service() -> None:
    cards = (card(81, "Жеке куәлік беру"), card(82, "Куәлік бланкісін беру"))

    assert ask(cards, "Жеке куәлікті ауыстыру қанша тұрады?").service is not None
