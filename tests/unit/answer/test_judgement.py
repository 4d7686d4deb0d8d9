"""The word for a yes/no question and the value behind it."""

from dataclasses import replace
from datetime import date

import pytest

from kb.answer.asking import Claim
from kb.answer.values.term_order import lasts_longer
from kb.model import (
    AnswerState,
    Attribute,
    Bound,
    Card,
    Channel,
    ChannelCode,
    Deadline,
    FeeKind,
    Scope,
    Statement,
    Text,
    Unit,
    YesNo,
)
from tests.unit.answer.conftest import fee, service, state, term, words
from tests.unit.answer.replying import lines, plain, reply

KEY = "mon2017-50"
FRIDAY = date(2017, 9, 29)


def card(*statements: Statement) -> Card:
    named = service(KEY, "Тракторды тіркеу", "Регистрация трактора")
    return Card(service=named, statements=statements, gaps=(), survey=())


def fees(*kinds: str) -> tuple[Statement, ...]:
    told = []
    for place, kind in enumerate(kinds, start=1):
        value = fee(FeeKind.FREE) if kind == "free" else fee(FeeKind.MRP, "2")
        stated = state(KEY, Attribute.FEE, value, place, kind)
        told.append(replace(stated, scope=Scope(case=words(f"{place}-жағдай"))) if len(kinds) > 1 else stated)
    return tuple(told)


@pytest.mark.parametrize(
    ("kinds", "free", "word"),
    [
        (("free",), True, YesNo.YES),
        (("free",), False, YesNo.NO),
        (("paid",), True, YesNo.NO),
        (("paid",), False, YesNo.YES),
        (("free", "paid"), False, YesNo.PARTLY),
        ((), True, YesNo.UNKNOWN),
    ],
)
def test_free_or_paid(kinds: tuple[str, ...], free: bool, word: YesNo) -> None:
    told = reply(card(*fees(*kinds)), "Трактор тіркеу тегін бе?", claim=Claim(attribute=Attribute.FEE, free=free))

    assert told.yes_no is word


@pytest.mark.parametrize(
    ("word", "kazakh", "russian"),
    [(YesNo.YES, "Иә", "Да"), (YesNo.NO, "Жоқ", "Нет")],
)
def test_the_word_opens_what_is_written_and_what_is_said(word: YesNo, kazakh: str, russian: str) -> None:
    claim = Claim(attribute=Attribute.FEE, free=word is YesNo.YES)
    for text, expected in (("Трактор тіркеу тегін бе?", kazakh), ("Регистрация трактора бесплатная?", russian)):
        told = reply(card(*fees("free")), text, claim=claim)
        assert told.text.startswith(f"{expected}. ")
        assert told.aloud.startswith(f"{expected}, ")
        assert lines(told) == [1]


def test_channels_are_a_list() -> None:
    portal = state(KEY, Attribute.CHANNEL, Channel(code=ChannelCode.EGOV_PORTAL), 3, "портал")
    centre = state(KEY, Attribute.CHANNEL, Channel(code=ChannelCode.STATE_CORPORATION), 4, "ХҚКО")

    def ask(code: ChannelCode) -> YesNo | None:
        claim = Claim(attribute=Attribute.CHANNEL, channels=frozenset([code]))
        told = reply(card(centre, portal), "Тракторды онлайн тіркеуге бола ма?", claim=claim)
        if told.yes_no is YesNo.YES:
            assert told.values[0].statement.value == Channel(code=code)
        return told.yes_no

    assert ask(ChannelCode.EGOV_PORTAL) is YesNo.YES
    assert ask(ChannelCode.STATE_CORPORATION) is YesNo.YES
    assert ask(ChannelCode.POST) is YesNo.NO


def test_a_form_is_found_in_the_words_of_the_result() -> None:
    result = state(KEY, Attribute.RESULT, Text(text="куәлік қағаз түрінде"), 5, "қағаз түрінде")
    claim = Claim(attribute=Attribute.FORM, code="paper")

    assert reply(card(result), "Куәлік қағаз ба?", claim=claim).yes_no is YesNo.YES


def test_a_term_against_the_promised_one() -> None:
    promised = state(KEY, Attribute.DEADLINE, term("5", Unit.WORKING_DAY, bound=Bound.MAX), 6, "5 жұмыс күні")

    def ask(days: str) -> YesNo | None:
        claim = Claim(attribute=Attribute.DEADLINE, term=term(days, Unit.DAY, bound=Bound.MAX))
        return reply(card(promised), f"Трактор {days} күнде тіркеле ме?", claim=claim, day=FRIDAY).yes_no

    assert ask("10") is YesNo.YES
    assert ask("7") is YesNo.YES
    assert ask("6") is YesNo.NO


@pytest.mark.parametrize(
    ("promised", "claimed", "longer"),
    [
        (term("20", Unit.MINUTE), term("1", Unit.HOUR), False),
        (term("2", Unit.HOUR), term("60", Unit.MINUTE), True),
        (term("15", Unit.MINUTE), term("1", Unit.DAY), False),
        (term("1", Unit.WORKING_DAY), term("3", Unit.HOUR), True),
        (term("1", Unit.MONTH), term("20", Unit.DAY), True),
        (term("5", Unit.DAY), term("6", Unit.CALENDAR_DAY), None),
        (term("5", Unit.DAY), term("4", Unit.CALENDAR_DAY), True),
        (term(None, Unit.WORKING_DAY), term("4", Unit.DAY), None),
        (term("2", Unit.CALENDAR_DAY, bound=Bound.MIN), term("5", Unit.DAY), None),
        (term("9", Unit.CALENDAR_DAY, bound=Bound.MIN), term("5", Unit.DAY), True),
    ],
)
def test_terms_are_compared_in_their_units(promised: Deadline, claimed: Deadline, longer: bool | None) -> None:
    assert lasts_longer(promised, claimed, day=FRIDAY) is longer


def test_outside_the_calendar_nothing_is_said() -> None:
    assert lasts_longer(term("5", Unit.WORKING_DAY), term("9", Unit.DAY), day=date(1950, 1, 1)) is None


def test_paid_without_an_amount_answers_whether_and_not_how_much() -> None:
    paid = card(state(KEY, Attribute.FEE, fee(FeeKind.PAID_UNSPECIFIED), 2, "ақылы"))
    whether = reply(paid, "Регистрация трактора платная?", claim=Claim(attribute=Attribute.FEE, free=False))
    how_much = reply(paid, "Сколько стоит регистрация трактора?")

    assert (whether.state, whether.yes_no) == (AnswerState.ANSWERED, YesNo.YES)
    assert (how_much.state, how_much.yes_no) == (AnswerState.NOT_STATED, None)
    assert "размер в источнике не указан" in plain(how_much.text)
