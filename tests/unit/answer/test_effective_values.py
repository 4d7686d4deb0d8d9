"""What holds on the day is told as holding, what does not as overridden, planned or only heard."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kb.model import (
    ActReference,
    ActType,
    AnswerState,
    Attribute,
    Card,
    Channel,
    ChannelCode,
    Fee,
    FeeKind,
    Intent,
    Language,
    SourceKind,
    Standing,
    Statement,
    Unit,
)
from tests.unit.answer.conftest import service, state, term, words
from tests.unit.answer.replying import lines, plain, reply

KEY = "mon2017-03"
PILOT = ActReference(type=ActType.ORDER, number="153", date=date(2017, 4, 21), title=None)
BOTH = (Intent.FEE, Intent.DEADLINE)
RUSSIAN_TERM = "За сколько дней ставят апостиль?"


def deadline(days: str, line: int, kind: SourceKind = SourceKind.STANDARD) -> Statement:
    return state(KEY, Attribute.DEADLINE, term(days, Unit.WORKING_DAY), line, f"{days} жұмыс күні", kind=kind)


def pilot(statement: Statement, since: date = date(2017, 4, 1)) -> Statement:
    return replace(statement, standing=Standing.OVERLAY, by=PILOT, valid_from=since, source_kind=SourceKind.ACT)


def card(*statements: Statement) -> Card:
    named = service(KEY, "Прокуратура құжаттарына апостиль қою", "Апостиль на документы прокуратуры")
    return Card(service=named, statements=statements, gaps=(), survey=())


def test_the_value_of_a_pilot_order_is_told_and_the_standards_one_as_overridden() -> None:
    told = reply(card(deadline("5", 3), pilot(deadline("8", 9))), RUSSIAN_TERM)

    text = plain(told.text)
    assert text.index("8 рабочих дней") < text.index("Больше не действует: 5 рабочих дней")
    assert "приказом № 153 от 21 апреля 2017 года с 1 апреля 2017 года" in text
    assert [value.effective for value in told.values] == [True, False]
    assert told.values[1].overridden_by == "приказом № 153 от 21 апреля 2017 года с 1 апреля 2017 года"
    assert lines(told) == [9, 3]
    assert "пять" not in told.aloud


def test_in_kazakh() -> None:
    told = reply(card(deadline("5", 3), pilot(deadline("8", 9))), "Апостиль неше күнде қойылады?")

    assert "Енді қолданылмайды: 5 жұмыс күні" in plain(told.text)
    assert told.values[1].overridden_by == "2017 жылғы 21 сәуірдегі № 153 бұйрықпен 2017 жылғы 1 сәуірден бастап"


def test_before_its_beginning_the_order_is_only_planned() -> None:
    told = reply(card(deadline("5", 3), pilot(deadline("8", 9), date(2017, 12, 1))), RUSSIAN_TERM)

    text = plain(told.text)
    assert text.index("5 рабочих дней") < text.index("Запланировано, пока не действует: 8 рабочих дней")
    assert "с 1 декабря 2017 года" in text
    assert [(value.effective, value.planned_from) for value in told.values] == [
        (True, None),
        (False, date(2017, 12, 1)),
    ]
    assert "восемь" not in told.aloud


def test_a_plan_without_a_day_is_no_value_of_today() -> None:
    coming = replace(deadline("2", 9), standing=Standing.PLANNED)
    alone = reply(card(coming), RUSSIAN_TERM)

    assert alone.state is AnswerState.NOT_STATED
    assert "2 рабочих" not in plain(alone.text)


@pytest.mark.parametrize(("day", "days"), [(date(2015, 6, 1), "3"), (date(2017, 6, 1), "7")])
def test_the_asked_day_decides_which_edition_speaks(day: date, days: str) -> None:
    change = date(2016, 1, 1)
    before, after = replace(deadline("3", 1), valid_to=change), replace(deadline("7", 2), valid_from=change)
    told = reply(card(before, after), RUSSIAN_TERM, day=day)

    assert [value.statement.evidence.quote for value in told.values if value.effective] == [f"{days} жұмыс күні"]
    assert f"{days} рабоч" in plain(told.text).partition(" Запланировано")[0]
    assert all(value.planned_from == change for value in told.values if not value.effective)


def test_what_people_say_otherwise_is_told_behind_the_norm_and_only_once() -> None:
    heard = deadline("30", 17, SourceKind.PRACTICE)
    repeated = deadline("5", 18, SourceKind.CONTACT_CENTRE)
    told = reply(card(deadline("5", 3), heard, repeated), RUSSIAN_TERM)

    text = plain(told.text)
    assert text.index("5 рабочих дней") < text.index("Люди говорят иначе: 30 рабочих дней")
    assert text.count("5 рабочих дней") == 1
    assert told.state is AnswerState.ANSWERED
    assert lines(told)[0] == 3


def test_what_is_only_heard_is_told_where_nothing_better_is_known() -> None:
    told = reply(card(deadline("30", 17, SourceKind.PRACTICE)), RUSSIAN_TERM)

    assert "30 рабочих дней" in plain(told.text)
    assert "Люди говорят иначе" not in told.text
    assert told.state is AnswerState.ANSWERED


def test_an_only_channel_takes_the_place_of_the_others() -> None:
    office = state(KEY, Attribute.CHANNEL, Channel(code=ChannelCode.PROVIDER_OFFICE), 5, "қызмет берушінің кеңсесі")
    centre = state(KEY, Attribute.CHANNEL, Channel(code=ChannelCode.STATE_CORPORATION, only=True), 6, "тек ХҚКО")
    told = reply(card(office, pilot(centre)), "Куда нести документы на апостиль?", language=Language.RU)

    assert told.text.index("Госкорпорация") < told.text.index("Больше не действует: канцелярия услугодателя")


def test_several_intents_are_told_one_by_one_and_cited_in_turns() -> None:
    fees = [
        state(
            KEY, Attribute.FEE, Fee(kind=FeeKind.MRP, amount=Decimal(amount)), line, f"{amount} АЕК", case=words(case)
        )
        for amount, line, case in ((1, 21, "бірінші құжат"), (2, 22, "екінші құжат"))
    ]
    told = reply(card(deadline("5", 3), *fees), "Сколько стоит апостиль и за сколько дней?", intents=BOTH)

    text = plain(told.text)
    assert text.index("Оплата: 1 МРП") < text.index("Срок оказания: 5 рабочих дней")
    assert lines(told) == [21, 3, 22]
    assert len(told.text) <= 700
    assert "пять рабочих дней" in told.aloud
