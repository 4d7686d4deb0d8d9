"""A conflict is told where a caller would hear one value or the other, and only there."""

from dataclasses import replace
from typing import Any

import pytest

from kb.answer.asking import Claim
from kb.model import (
    AnswerState,
    Attribute,
    Card,
    Channel,
    ChannelCode,
    Evidence,
    Fee,
    FeeKind,
    Finding,
    FindingClass,
    FindingSeverity,
    Language,
    Prevailing,
    Side,
    SourceKind,
    Statement,
    Text,
    Unit,
)
from tests.unit.answer.conftest import service, state, term, words
from tests.unit.answer.replying import lines, reply

KEY = "mon2017-40"
TERM, FEE_QUESTION = "Сколько дней оформляют питание?", "Питание платное?"
PAID, FREE = Fee(kind=FeeKind.PAID_UNSPECIFIED), Fee(kind=FeeKind.FREE)
CENTRE = Channel(code=ChannelCode.STATE_CORPORATION)


def card(*statements: Statement) -> Card:
    named = service(KEY, "Тамақтандыруды ұсыну", "Предоставление питания")
    return Card(service=named, statements=statements, gaps=(), survey=())


def side(statement: Statement | None, evidence: Evidence | None = None) -> Side:
    place = evidence or (statement.evidence if statement else None)
    assert place is not None
    kind = statement.source_kind if statement else SourceKind.STANDARD
    return Side(evidence=place, source_kind=kind, digest=f"d{place.line}", statement=statement)


def finding(
    kind: FindingClass, a: Side, b: Side, *, prevails: Prevailing | None = None, rule: str | None = None
) -> Finding:
    return Finding(
        kind=kind,
        service=KEY,
        a=a,
        b=b,
        severity=FindingSeverity.HIGH,
        why={Language.KK: "Екі мән бірге болмайды.", Language.RU: "Оба значения сразу неверны."},
        prevails=prevails,
        rule=rule,
    )


def deadline(value: str, line: int, unit: Unit = Unit.WORKING_DAY, **more: Any) -> Statement:
    return state(KEY, Attribute.DEADLINE, term(value, unit), line, f"{value} күн", **more)


def test_two_texts_that_no_rule_decides_between() -> None:
    one, other = deadline("3", 4), deadline("5", 9)
    told = finding(FindingClass.DEADLINE, side(one), side(other))
    answer = reply(card(one, other), TERM, findings=[told])

    assert answer.state is AnswerState.CONFLICT
    assert answer.findings == (told.id,)
    assert "Источники противоречат друг другу: Оба значения сразу неверны." in answer.text
    assert "ни одно правило не решает" in answer.text
    assert lines(answer)[:2] == [4, 9]
    assert answer.aloud.endswith("Внимание: источники говорят об этом разное.")


def test_without_a_finding_the_rulings_tell_it() -> None:
    answer = reply(card(deadline("3", 4), deadline("5", 9)), TERM)

    assert answer.state is AnswerState.CONFLICT
    assert answer.findings == ()
    assert "расходятся" in answer.text


def test_different_conditions_are_no_conflict() -> None:
    first = deadline("3", 4, case=words("бірінші сынып"))
    second = deadline("5", 9, case=words("жоғары сынып"))

    assert reply(card(first, second), TERM).state is AnswerState.ANSWERED


def test_days_without_a_calendar_agree_with_working_days_of_the_same_number() -> None:
    one, other = deadline("5", 4), deadline("5", 9, Unit.DAY)
    told = finding(FindingClass.DEADLINE, side(one), side(other))

    assert reply(card(one, other), TERM, findings=[told]).state is AnswerState.ANSWERED


def test_the_prevailing_side_is_cited_first() -> None:
    one, other = deadline("3", 4), deadline("5", 9)
    told = finding(FindingClass.DEADLINE, side(one), side(other), prevails=Prevailing.B, rule="later")
    answer = reply(card(one, other), TERM, findings=[told])

    assert lines(answer)[:2] == [9, 4]
    assert "Решает правило: " in answer.text


def test_free_and_paid_in_one_record() -> None:
    free, paid = state(KEY, Attribute.FEE, FREE, 4, "тегін"), state(KEY, Attribute.FEE, PAID, 4, "ақылы")
    told = finding(FindingClass.WITHIN_RECORD, side(free), side(paid))

    assert reply(card(free, paid), FEE_QUESTION, findings=[told]).state is AnswerState.CONFLICT


def test_a_result_pasted_from_another_service() -> None:
    pasted = state(KEY, Attribute.RESULT, Text(text="зейнетақы тағайындау туралы хабарлама"), 7, "зейнетақы")
    elsewhere = replace(pasted.evidence, line=90, start=90_000, end=90_000 + len(pasted.evidence.quote))
    told = finding(FindingClass.PASTED_TEXT, side(None, pasted.evidence), side(None, elsewhere))
    answer = reply(card(pasted), "Что выдают, какой результат питания?", findings=[told])

    assert answer.state is AnswerState.CONFLICT
    assert set(lines(answer)) == {7, 90}


@pytest.mark.parametrize("asked", [True, False])
def test_what_people_meet_counts_only_where_it_is_asked_about(asked: bool) -> None:
    norm = state(KEY, Attribute.CHANNEL, CENTRE, 5, "ХҚКО")
    met = state(KEY, Attribute.CHANNEL, replace(CENTRE, offered=False), 30, "бермейді", kind=SourceKind.PRACTICE)
    told = finding(FindingClass.CHANNEL, side(norm), side(met), prevails=Prevailing.A, rule="normative_text")
    claim = Claim(attribute=Attribute.CHANNEL, channels=frozenset([CENTRE.code])) if asked else None
    answer = reply(card(norm, met), "Питание через ЦОН можно оформить?", claim=claim, findings=[told])

    assert (answer.state is AnswerState.CONFLICT) is asked


def test_a_finding_about_something_else_changes_nothing() -> None:
    one, fee = deadline("3", 4), state(KEY, Attribute.FEE, FREE, 6, "тегін")
    told = finding(FindingClass.FEE, side(fee), side(state(KEY, Attribute.FEE, PAID, 8, "ақылы")))

    assert reply(card(one, fee), TERM, findings=[told]).state is AnswerState.ANSWERED
