"""What is not stated stays not stated; a clause that speaks of it is quoted behind, what people told as such."""

from dataclasses import replace

import pytest

from kb.model import AnswerState, Card, Evidence
from tests.unit.answer.conftest import evidence, service
from tests.unit.answer.replying import lines, reply

CARD = Card(service=service("mon2017-62", "Таразыны куәландыру", "Поверка весов"), statements=(), gaps=(), survey=())
LIST = "Бар болғаны үш қағаз керек болды: өтініш, төлем түбіртегі, паспорттың көшірмесі."


def passages(text: str, part: str) -> list[Evidence]:
    rest = (f"Сұралғандардың {share} пайызы қызметке жақсы баға берді." for share in range(40, 70))
    told = [evidence(place, one) for place, one in enumerate((text, *rest), start=20)]
    return [replace(one, clause=f"section-62/{part}/p-{one.line}") for one in told]


@pytest.mark.parametrize(
    ("question", "words"),
    [("Қандай құжаттар керек?", "адамдардан"), ("Какие документы нужны?", "со слов людей")],
)
def test_papers_that_people_were_asked_for_are_told_as_such(question: str, words: str) -> None:
    told = reply(CARD, question, passages=passages(LIST, "results"))

    assert (told.state, told.quoted, lines(told)) == (AnswerState.NOT_STATED, True, [20])
    assert words in told.text
    assert "түбіртегі" in told.text


def test_what_should_be_improved_is_no_list() -> None:
    told = reply(CARD, "Қандай құжаттар керек?", passages=passages(LIST, "conclusions"))

    assert (told.quoted, lines(told)) == (False, [])


def test_a_line_that_names_the_law_is_cited_for_a_question_by_which_article() -> None:
    law = "Қабылдау мерзімі Өлшем туралы заңының 9-бабында белгіленген."
    told = reply(CARD, "Қай заңның қай бабы бойынша?", passages=passages(law, "info"))

    assert (told.state, lines(told)) == (AnswerState.NOT_STATED, [20])
    assert "9-бабында" in told.text


def test_a_clause_that_speaks_of_something_else_is_not_quoted() -> None:
    told = reply(CARD, "Какие документы нужны?", passages=passages("Зал тар, орындық аз деп айтылды.", "results"))

    assert (told.state, told.quoted) == (AnswerState.NOT_STATED, False)
