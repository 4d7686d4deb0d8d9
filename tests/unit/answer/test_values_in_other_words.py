"""A value is chosen by its condition also where the question names that in other words or in the other language."""

import pytest

from kb.model import Attribute, Card, FeeKind, ScopeField, SourceKind, Statement, Unit
from tests.unit.answer.conftest import fee, service, state, term
from tests.unit.answer.replying import lines, plain, reply

KEY = "mon2017-61"


def words(text: str) -> ScopeField:
    return ScopeField(text=text)


def card(*statements: Statement) -> Card:
    return Card(
        service=service(KEY, "Кітапхана жазбасы", "Запись библиотеки"), statements=statements, gaps=(), survey=()
    )


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько платить, если почтой?", 5),
        ("Сколько платить, если школа далеко?", 4),
        ("Қанша төлеймін?", 3),
    ],
)
def test_the_condition_in_the_other_language_leads(question: str, line: int) -> None:
    fees = [
        state(KEY, Attribute.FEE, fee(FeeKind.MRP, "1"), 3, "1 АЕК", case=words("кәдімгі жазба")),
        state(KEY, Attribute.FEE, fee(FeeKind.MRP, "2"), 4, "2 АЕК", case=words("шалғай мектепте")),
        state(KEY, Attribute.FEE, fee(FeeKind.MRP, "3"), 5, "3 АЕК", case=words("поштамен")),
    ]

    assert lines(reply(card(*fees), question))[0] == line


def test_paid_without_an_amount_stands_behind_the_amount_that_people_tell() -> None:
    vague = state(KEY, Attribute.FEE, fee(FeeKind.PAID_UNSPECIFIED), 3, "ақылы")
    heard = state(KEY, Attribute.FEE, fee(FeeKind.TENGE, "700"), 9, "700 теңге", kind=SourceKind.PRACTICE)
    told = reply(card(vague, heard), "Қанша тұрады?")

    assert told.values[0].statement == heard
    assert "700 теңге" in plain(told.text)


def test_a_term_is_not_chosen_by_words_that_every_condition_has() -> None:
    terms = [
        state(KEY, Attribute.DEADLINE, term("5", Unit.DAY), 3, "5 күн", case=words("құжат берілгенде")),
        state(KEY, Attribute.DEADLINE, term("9", Unit.DAY), 4, "9 күн", case=words("құжат жоғалғанда")),
    ]

    assert lines(reply(card(*terms), "Сколько дней, если документ потеряли?"))[0] == 4
    assert lines(reply(card(*terms), "Сколько дней ждать документ?"))[0] == 3


def test_a_channel_whose_name_begins_with_a_quotation_mark_is_read_aloud() -> None:
    office = ScopeField(text="кеңсе", code="provider_office")
    portal = ScopeField(text="портал", code="egov_portal")
    told = card(
        state(KEY, Attribute.DEADLINE, term("10", Unit.WORKING_DAY), 3, "10 жұмыс күні", channel=office),
        state(KEY, Attribute.DEADLINE, term("5", Unit.WORKING_DAY), 4, "5 жұмыс күні", channel=portal),
    )
    aloud = reply(told, "Кітапхана жазбасы неше күнде беріледі?").aloud
    assert "бес жұмыс күні – электрондық үкімет порталы" in aloud
