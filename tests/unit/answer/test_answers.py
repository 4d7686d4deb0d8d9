import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kb.answer import AnswerError, Found, Question, answer_question
from kb.model import AnswerState, Attribute, Card, Deadline, Intent, Language
from tests.unit.answer.asked import DAY, ask, lines, plain, ruled


def test_branch_that_was_asked_for(apostille: Card) -> None:
    answer = ask(apostille, "За сколько дней астанинский ЦОН поставит апостиль на бумагу из суда?")

    assert (answer.state, answer.intent, answer.lang) == (AnswerState.ANSWERED, Intent.DEADLINE, Language.RU)
    assert "1 рабочий день" in plain(answer.answer)
    assert "календарн" not in answer.answer
    assert lines(answer) == [9]


def test_branches_elsewhere(apostille: Card) -> None:
    answer = ask(apostille, "Ақтөбедегі ХҚКО-ға сот құжатын апостильге тапсырсам, қанша күтемін?")

    assert "20 күнтізбелік күн" in plain(answer.answer)
    assert "1 жұмыс күні" not in plain(answer.answer)
    assert [value.statement.value for value in answer.values] == [
        Deadline(value=20, unit="calendar_day", bound="exact")  # type: ignore[arg-type]
    ]


def test_all_branches_when_none_is_named(apostille: Card) -> None:
    answer = ask(apostille, "Сот құжатына апостиль неше күнде қойылады?")

    text = plain(answer.answer)
    assert text.count("1 жұмыс күні") == 2
    assert "20 күнтізбелік күн" in text
    assert "минут" not in text


def test_queue_only_when_asked(apostille: Card) -> None:
    answer = ask(apostille, "Апостильге сот құжатын өткізгенде кезекте қанша тұрамын?")

    assert "15 минут" in plain(answer.answer)
    assert "жұмыс күні" not in plain(answer.answer)


def test_dated_report_is_named_and_aged(apostille: Card) -> None:
    then = ask(apostille, "Сот құжатына апостиль қайда қойылады?")
    now = ask(apostille, "Сот құжатына апостиль қайда қойылады?", day=date(2026, 6, 1))

    assert "2017 жылғы есеп бойынша" in then.answer
    assert "кейін расталмаған" not in then.answer
    assert "2017 жылғы есеп бойынша, кейін расталмаған" in now.answer


def test_channel_with_the_provider(apostille: Card) -> None:
    answer = ask(apostille, "Куда отнести решение суда на апостиль?")

    assert "канцелярия услугодателя; Госкорпорация (ЦОН)" in answer.answer
    assert "Соттардың қызметін қамтамасыз ету департаменті" in answer.answer
    assert "на языке источника (казахском)" in answer.answer


def test_channel_that_no_source_names(apostille: Card) -> None:
    answer = ask(apostille, "Сот құжатына апостильді онлайн қоюға бола ма?")

    assert answer.intent is Intent.CHANNEL
    assert "дереккөздерде аталмаған" in answer.answer


def test_two_language_texts_of_an_act_give_one_value(licence: Card) -> None:
    answer = ask(licence, "Кто выдаёт лицензию на археологические работы?")

    assert [value.statement.evidence.language for value in answer.values] == [Language.RU]
    assert len(answer.citations) == 2
    assert "«Министерство культуры»" in answer.answer
    assert "редакция от 1 мая 2021 года" in answer.answer


def test_missing_number_is_said(licence: Card) -> None:
    answer = ask(licence, "Археологиялық лицензияны неше күнде береді?")

    assert answer.state is AnswerState.NOT_STATED
    assert "жұмыс күні — саны дереккөзде көрсетілмеген" in answer.answer
    assert lines(answer) == [5]


def test_not_stated_names_what_is_missing_and_cites_the_gap(apostille: Card) -> None:
    answer = ask(apostille, "Почему отказывают в апостиле на решение суда?")

    assert answer.state is AnswerState.NOT_STATED
    assert "Основания для отказа" in answer.answer
    assert lines(answer) == [33]
    assert answer.values == ()


def test_nothing_in_force_on_the_day(apostille: Card) -> None:
    later = [
        type(one)(
            service=one.service,
            attribute=one.attribute,
            value=one.value,
            source_kind=one.source_kind,
            evidence=one.evidence,
            valid_from=date(2020, 1, 1),
        )
        for one in apostille.statements
        if one.attribute is Attribute.FEE
    ]
    card = Card(service=apostille.service, statements=tuple(later), gaps=(), survey=())

    answer = ask(card, "Сколько стоит апостиль на документы суда?")

    assert answer.state is AnswerState.NOT_STATED
    assert "1 октября 2017 года" in answer.answer
    assert answer.values == ()


def test_a_value_does_not_hold_on_the_day_of_its_end(apostille: Card) -> None:
    end = date(2017, 10, 1)
    ended = tuple(replace(one, valid_to=end) for one in apostille.statements if one.attribute is Attribute.FEE)
    card = replace(apostille, statements=ended, gaps=(), survey=())
    question = "Сколько стоит апостиль на документы суда?"

    assert ask(card, question, day=date(2017, 9, 30)).values
    assert ask(card, question, day=end).values == ()


def test_legal_basis(apostille: Card) -> None:
    answer = ask(apostille, "На каком основании ставят апостиль на документы суда?")

    assert "приказ № 77 от 4 марта 2016 года" in answer.answer


def test_quality_from_the_survey(apostille: Card) -> None:
    answer = ask(apostille, "Сот апостилімен халық қанағаттана ма, сапасы қандай?")

    assert "65 %" in plain(answer.answer)
    assert "4,54" in answer.answer
    assert lines(answer) == [40]


def test_no_service(apostille: Card) -> None:
    nothing = answer_question(
        Question(text="Где купить билет на концерт?", as_of=DAY),
        find=lambda _text, _language: [],
        card=dict[str, Card]().__getitem__,
        rule=ruled,
        findings=lambda _service: (),
    )
    strange = "Сколько стоит билет на концерт в театре?"
    stranger = answer_question(
        Question(text=strange, as_of=DAY),
        # only the words of every service are found: those that tell what is meant stand in no text
        find=lambda text, _language: [Found(service=apostille.service, score=7.5)] if text == strange else [],
        card={apostille.service.id: apostille}.__getitem__,
        rule=ruled,
        findings=lambda _service: (),
    )

    for answer in (nothing, stranger):
        assert answer.state is AnswerState.NO_SERVICE
        assert answer.service is None
        assert answer.citations == ()
    assert stranger.alternatives == (apostille.service,)


def test_status_of_an_application_is_not_in_the_base(apostille: Card) -> None:
    answer = ask(apostille, "Какой статус моего заявления на апостиль из суда?")

    assert answer.state is AnswerState.NOT_STATED
    assert "стандарты услуг" in answer.answer


def test_search_gets_the_question_as_it_was_asked(apostille: Card) -> None:
    asked: list[str] = []

    def find(text: str, _language: Language) -> Sequence[Found]:
        asked.append(text)
        return [Found(service=apostille.service, score=1.0)]

    answer_question(
        Question(text="Сколько стоит апостиль на решение суда?", as_of=DAY),
        find=find,
        card={apostille.service.id: apostille}.__getitem__,
        rule=ruled,
        findings=lambda _service: (),
    )

    assert set(asked) == {"Сколько стоит апостиль на решение суда?", "апостиль суда"}


@pytest.mark.parametrize("text", ["Sot qujatyna apostil qansha turady?", "сот кужатына апостиль канша турады"])
def test_other_spellings_of_kazakh(apostille: Card, text: str) -> None:
    answer = ask(apostille, text)

    assert answer.lang is Language.KK
    assert answer.intent is Intent.FEE
    assert "1 134,5" in plain(answer.answer)


@pytest.mark.parametrize("text", ["", "   \n"])
def test_empty_question(apostille: Card, text: str) -> None:
    with pytest.raises(AnswerError, match="empty"):
        ask(apostille, text)


def test_envelope(apostille: Card) -> None:
    answer = ask(apostille, "Сот құжатына апостиль қанша тұрады?")

    assert (answer.id, answer.q, answer.as_of) == ("q1", "Сот құжатына апостиль қанша тұрады?", DAY)
    assert answer.took_ms == pytest.approx(250)


QUESTIONS = (
    "Сот құжатына апостиль қанша тұрады?",
    "Апостиль на решение суда",
    "Сот құжатына апостиль неше күнде дайын?",
    "Куда нести документы суда на апостиль?",
    "В какой форме дают апостиль на документы суда, на бумаге?",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_answer_is_short_cited_and_read_in_two_sentences(apostille: Card, text: str) -> None:
    answer = ask(apostille, text)

    assert answer.state is AnswerState.ANSWERED
    assert len(answer.answer) <= 700
    assert answer.citations
    cited = {(one.snapshot, one.start) for one in answer.citations}
    assert all((v.statement.evidence.snapshot, v.statement.evidence.start) in cited for v in answer.values)
    assert answer.read_aloud
    assert not set("%№=«»()0123456789") & set(answer.read_aloud)
    assert len(re.findall(r"[.!?](?= |$)", answer.read_aloud)) <= 2
