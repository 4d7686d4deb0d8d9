"""A question for the term of a step gets that step's term, the service's own behind it."""

import pytest

from kb.model import AnswerState, Attribute, Bound, Card, Purpose, Unit
from tests.unit.answer.conftest import evidence, service, state, term
from tests.unit.answer.replying import lines, plain, reply

KEY = "mon2017-61"
TOLD = (
    "Тексеруші мекенжайға шығып, аспаптарды 12 күн ішінде өлшейді.",
    "Архивтен мәлімет сұратылса, мерзім 40 жұмыс күніне дейін ұзартылады.",
    "Орындық аз, зал тар деп айтылды.",
    *(f"Сұралғандардың {share} пайызы қызметке жақсы баға берді." for share in range(40, 70)),
)
PASSAGES = [evidence(place, text) for place, text in enumerate(TOLD, start=20)]
SERVICE_TERM = state(KEY, Attribute.DEADLINE, term("5", Unit.WORKING_DAY), 3, "5 жұмыс күні")
NOTICE = state(
    KEY,
    Attribute.DEADLINE,
    term("2", Unit.WORKING_DAY, purpose=Purpose.OTHER, bound=Bound.MAX),
    4,
    "өтініш берушіге жетіспейтін сызба туралы 2 жұмыс күні ішінде ескертіледі",
)
CARD = Card(
    service=service(KEY, "Таразыны куәландыру", "Поверка весов"),
    statements=(SERVICE_TERM, NOTICE),
    gaps=(),
    survey=(),
)


@pytest.mark.parametrize(
    ("question", "line", "figure"),
    [
        ("Тексеруші аспаптарды мекенжайда неше күнде өлшейді?", 20, "12"),
        ("На сколько дней продлят, если сведения запросят из архива?", 21, "40"),
    ],
)
def test_the_sentence_on_the_step_is_cited_before_the_services_term(question: str, line: int, figure: str) -> None:
    told = reply(CARD, question, passages=PASSAGES)

    assert (told.state, told.quoted) == (AnswerState.ANSWERED, True)
    assert line in lines(told)[:3]
    assert 3 in lines(told)
    assert figure in told.text


def test_a_stated_term_of_another_step_is_told_as_a_value() -> None:
    told = reply(CARD, "Жетіспейтін сызба туралы қанша күнде ескертіледі?", passages=PASSAGES)

    assert not told.quoted
    assert lines(told)[:2] == [4, 3]


@pytest.mark.parametrize("question", ["Неше күнде дайын болады?", "Сколько дней ждать?", "Таразы қанша күнде болады?"])
def test_a_plain_question_gets_the_services_term_alone(question: str) -> None:
    told = reply(CARD, question, passages=PASSAGES)

    assert not told.quoted
    assert lines(told) == [3]


def test_the_times_of_a_quote_are_told_in_the_language_of_the_reader() -> None:
    told = "Архивтен мәлімет сұратылса, мерзім отыз жұмыс күніне дейін ұзартылады, хабарлама екі күнде жіберіледі."
    places = [evidence(50, told), *PASSAGES[2:]]
    russian = reply(CARD, "На сколько дней продлят, если сведения запросят из архива?", passages=places)
    kazakh = reply(CARD, "Архивтен мәлімет сұратылса, мерзім неше күнге ұзартылады?", passages=places)

    assert "Сроки в цитате: 30 рабочих дней; 2 дня." in plain(russian.text)
    assert "Үзіндідегі мерзім" not in kazakh.text
