"""Where no attribute answers, the best clause is quoted and said to be a quote."""

from decimal import Decimal

import pytest

from kb.model import (
    AnswerState,
    Attribute,
    Card,
    Evidence,
    Fee,
    FeeKind,
    Gap,
    Language,
    Statement,
    Text,
    Unit,
)
from tests.unit.answer.conftest import evidence, service, state, term
from tests.unit.answer.replying import lines, plain, reply

KEY = "mon2017-60"
TOLD = (
    "Сұралғандар қызметке жалпы риза болды, орташа баға жоғары.",
    "Адамдар: «автобус жиі бұзылады, балалар мектепке жаяу барады» дейді.",
    "Құжаттарды қабылдау кестесі дүйсенбіден жұмаға дейін.",
    "Кезек ұзақ, себебі база істемей қалады, маман келесі күні келіңіз дейді.",
    "Өтінішті екі данада толтыру керек.",
    *(f"Сұралғандардың {share} пайызы қызметке жақсы баға берді." for share in range(40, 80)),
)


def passages(*texts: str, language: Language = Language.KK) -> list[Evidence]:
    return [evidence(place, text, language=language) for place, text in enumerate(texts, start=10)]


FILLER = "Жалпы мәлімет: қызмет сапасы туралы сауалнама жүргізілді. " * 12
LONG = passages(f"{FILLER}{TOLD[1]} {FILLER}", *TOLD[2:])


def card(*statements: Statement, gaps: tuple[Gap, ...] = ()) -> Card:
    named = service(KEY, "Балаларды тасымалдау", "Подвоз детей")
    return Card(service=named, statements=statements, gaps=gaps, survey=())


def days(value: str | None = "5") -> Statement:
    return state(KEY, Attribute.DEADLINE, term(value, Unit.WORKING_DAY), 3, "жұмыс күні")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Почему автобус ломается и дети идут пешком?", 11),
        ("Неге кезек ұзақ, база істемей ме?", 13),
    ],
)
def test_a_question_why_is_answered_by_the_clause_that_tells_it(question: str, line: int) -> None:
    told = reply(card(days()), question, passages=passages(*TOLD))

    assert (told.state, told.quoted) == (AnswerState.ANSWERED, True)
    assert lines(told)[0] == line
    assert "ближайший по смыслу пункт: «" in told.text or "ең жақын тармақ: «" in told.text


def test_a_quote_in_the_other_language_is_said_to_be_one() -> None:
    told = reply(card(), "Почему автобус ломается и дети идут пешком?", passages=passages(*TOLD))

    assert "на языке источника (казахском)" in told.text
    assert "«Балаларды" not in told.text


def test_an_attribute_that_is_stated_is_not_quoted_for() -> None:
    told = reply(card(days()), "За сколько дней оформляют подвоз детей?", passages=passages(*TOLD))

    assert not told.quoted
    assert lines(told) == [3]


def test_a_clause_that_has_nearly_all_of_a_question_stands_before_a_value_in_general() -> None:
    fee = state(KEY, Attribute.FEE, Fee(kind=FeeKind.MRP, amount=Decimal(3)), 3, "3 АЕК")
    place = passages(*TOLD, "Ескертулерді түзегенде қағазды қайтадан тапсырады, бірақ алым екінші рет алынбайды.")
    told = reply(card(fee), "Если исправлю замечания, нужно ли снова платить сбор второй раз?", passages=place)
    usual = reply(card(fee), "Сколько надо платить за подвоз?", passages=place)

    assert told.quoted
    assert lines(told)[:2] == [place[-1].line, 3]
    assert told.yes_no is None  # the fee in general does not answer the case
    assert (usual.quoted, lines(usual)) == (False, [3])


def test_an_attribute_that_is_not_stated_is_not_replaced_by_any_clause() -> None:
    told = reply(card(days()), "Кім қызмет алушы бола алады?", passages=passages(*TOLD))

    assert (told.state, told.quoted) == (AnswerState.NOT_STATED, False)


def test_a_gap_is_told_and_not_covered_by_a_quote() -> None:
    gap = Gap(service=KEY, attribute="document", evidence=evidence(33, "құжаттар тізімі:"))
    told = reply(card(gaps=(gap,)), "Құжаттарды қабылдау кестесі қандай құжаттармен?", passages=passages(*TOLD))

    assert not told.quoted


def test_a_long_clause_is_cut_to_the_sentences_that_fit() -> None:
    told = reply(card(), "Неге автобус бұзылады, балалар жаяу бара ма?", passages=LONG)

    quote = told.citations[0]
    assert "автобус жиі бұзылады" in quote.quote
    assert len(quote.quote) <= 320
    assert quote.end - quote.start == len(quote.quote)


def test_values_follow_the_quote() -> None:
    result = state(KEY, Attribute.RESULT, Text(text="анықтама"), 7, "анықтама")
    told = reply(card(days(), result), "Почему автобус ломается и дети идут пешком?", passages=passages(*TOLD))

    assert len(told.text) <= 700
    assert told.values
    assert lines(told)[:2] == [11, 3]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Справка действительна сколько дней?", 52),
        ("Анықтаманың жарамдылық мерзімі қанша күн?", 52),
        ("Не забрал справку, сколько её хранят?", 53),
    ],
)
def test_a_term_of_validity_or_storage_is_not_the_services_term(question: str, line: int) -> None:
    told = (*TOLD[5:], "Анықтаманың жарамдылық мерзімі – он күнтізбелік күн.", "Алынбаған анықтама бір ай сақталады.")
    texts = [evidence(place, text) for place, text in enumerate(told, start=52 - len(told) + 2)]
    with_clause, without = reply(card(days()), question, passages=texts), reply(card(days()), question)

    assert (with_clause.state, with_clause.quoted, lines(with_clause)) == (AnswerState.ANSWERED, True, [line])
    assert (without.state, without.values) == (AnswerState.NOT_STATED, ())


@pytest.mark.parametrize(
    "question", ["Қандай құжаттар керек?", "В каких случаях отказывают?", "Қалай шағымданамын?", "Кто может получить?"]
)
def test_words_that_every_question_has_call_for_no_quote(question: str) -> None:
    texts = passages("Құжаттар көп, қандай құжаттар керек екені түсініксіз, бас тартқан жағдай бар, шағым көп.", *TOLD)

    assert not reply(card(days()), question, passages=texts).quoted


def test_a_story_that_fits_loosely_stands_behind_the_values() -> None:
    told = reply(card(days()), "Почему автобус такой старый и холодный зимой утром?", passages=passages(*TOLD))

    assert told.quoted
    assert lines(told)[:2] == [3, 11]
    assert plain(told.text).index("5 рабочих") < plain(told.text).index("ближайший по смыслу")
