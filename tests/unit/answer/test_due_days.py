"""The days of terms in answers, for the day of filing that the question names; texts are invented."""

from dataclasses import replace
from datetime import date

import pytest

from kb.answer import Asked, Found, Question, answer_question
from kb.answer.calculators.text_rules import TextRules
from kb.answer.reply import Reply
from kb.model import (
    Answer,
    Attribute,
    Bound,
    Card,
    ChannelCode,
    Deadline,
    Document,
    Intent,
    Language,
    Purpose,
    Scope,
    Statement,
    Unit,
)
from kb.resolve import compare_forces, rule_statements
from tests.unit.answer.conftest import RU, service, state, term, words
from tests.unit.answer.replying import plain, reply
from tests.unit.extract.documents import read_act

KEY = "mon2026-01"
ACT = """## Правила

> *Приложение 1*

<table>
<tr><td>3.</td><td>Срок оказания</td><td>2 рабочих дня. День приема документов не входит в срок.</td></tr>
</table>
"""


def card_of(*terms: Deadline, channel: ChannelCode | None = None) -> Card:
    scope = Scope(channel=words("центр", channel.value)) if channel else Scope()
    statements = (
        state(KEY, Attribute.DEADLINE, one, number, f"срок {number}", language=RU)
        for number, one in enumerate(terms, start=1)
    )
    scoped = tuple(replace(one, scope=scope) for one in statements)
    return Card(service=service(KEY, None, "Выдача справки"), statements=scoped, gaps=(), survey=())


def told(
    card: Card, text: str, *, asked_on: date, language: Language = Language.RU, texts: TextRules | None = None
) -> Reply:
    intents = (Intent.DEADLINE,)
    if texts is None:
        return reply(card, text, day=asked_on, language=language, intents=intents)
    return reply(card, text, day=asked_on, language=language, intents=intents, texts=texts)


def test_the_day_stands_beside_the_term_with_its_rule_and_holidays() -> None:
    card = card_of(term("10", Unit.WORKING_DAY))
    found = told(card, "Сдам справку 30 апреля, когда забирать?", asked_on=date(2026, 4, 20))

    assert "10 рабочих дней" in plain(found.text)
    assert "При подаче 30 апреля 2026 года: 10 рабочих дней – не позднее 19 мая." in plain(found.text)
    assert "день приёма не считается (статья 173 ГК)" in found.text
    assert "в их числе 1 мая, 7 мая, 9 мая, 11 мая" in found.text
    assert "не позднее девятнадцатого мая" in found.aloud
    assert "173" not in found.aloud


def test_the_day_is_data_too() -> None:
    found = told(
        card_of(term("10", Unit.WORKING_DAY)), "Сдам справку 30 апреля, когда забирать?", asked_on=date(2026, 4, 20)
    )

    (due,) = found.due
    assert (due.filed, due.day, due.term.value) == (date(2026, 4, 30), date(2026, 5, 19), 10)
    assert told(card_of(term("10", Unit.WORKING_DAY)), "Сколько дней ждать?", asked_on=date(2026, 4, 20)).due == ()


def test_the_same_in_kazakh() -> None:
    card = card_of(term("10", Unit.WORKING_DAY))
    found = told(card, "30 сәуірде тапсырсам, қашан дайын?", asked_on=date(2026, 4, 20), language=Language.KK)

    assert "Тапсыру күні – 2026 жылғы 30 сәуір: 10 жұмыс күні – 19 мамырдан кешіктірмей." in plain(found.text)
    assert "он тоғызыншы мамырдан кешіктірмей" in found.aloud


def test_a_question_without_a_day_gets_the_term_alone() -> None:
    card = card_of(term("10", Unit.WORKING_DAY))
    found = told(card, "Сколько ждать справку?", asked_on=date(2026, 4, 20))

    assert "не позднее" not in found.text
    assert "Счёт" not in found.text


def test_who_asks_for_a_day_is_told_that_filing_today_is_supposed() -> None:
    card = card_of(term("1", Unit.WORKING_DAY))
    found = told(card, "Какого числа будет готова справка?", asked_on=date(2026, 4, 22))

    assert "Если подать сегодня, 22 апреля 2026 года: 1 рабочий день – не позднее 23 апреля." in plain(found.text)


def test_a_term_that_leaves_the_calendar_names_no_day() -> None:
    card = card_of(term("60", Unit.WORKING_DAY))
    found = told(card, "Подам 28 декабря, когда будет готово?", asked_on=date(2026, 11, 26))

    assert "60 рабочих дней" in plain(found.text)
    assert "не позднее" not in found.text
    assert "день готовности назвать нельзя" in found.text
    assert "31 декабря 2026 года" in found.text
    assert "назвать нельзя" in found.aloud


def test_both_days_stand_where_the_text_leaves_the_calendar_open() -> None:
    card = card_of(term("10", Unit.DAY))
    found = told(card, "Подам 22 апреля, когда будет готово?", asked_on=date(2026, 4, 20))

    assert "если дни рабочие – не позднее 8 мая, если дни календарные – не позднее 4 мая" in found.text


def test_a_day_off_moves_acceptance_and_the_office_may_have_been_open() -> None:
    card = card_of(term("1", Unit.WORKING_DAY))
    found = told(card, "Отнёс в субботу, когда будет готово?", asked_on=date(2026, 4, 27))

    assert "При подаче 25 апреля 2026 года: 1 рабочий день – не позднее 28 апреля" in plain(found.text)
    assert "если примут в день подачи – 27 апреля" in found.text
    assert "25 апреля – выходной день, заявление считается принятым 27 апреля" in found.text


def test_the_contested_rule_of_the_state_corporation_gives_the_other_day_as_well() -> None:
    card = card_of(term("2", Unit.WORKING_DAY), channel=ChannelCode.STATE_CORPORATION)
    found = told(card, "Сдам 22 апреля, когда готово?", asked_on=date(2026, 4, 20))

    assert "не позднее 24 апреля, если день приёма засчитают – 23 апреля" in found.text
    assert "закон о госуслугах, статья 20" in found.text


def test_the_words_of_the_text_itself_are_used_and_cited() -> None:
    text = read_act(ACT, Language.RU)
    card = card_of(term("2", Unit.WORKING_DAY), channel=ChannelCode.STATE_CORPORATION)
    card = replace(card, statements=tuple(_in_text(one, text) for one in card.statements))
    found = told(card, "Сдам 22 апреля, когда готово?", asked_on=date(2026, 4, 20), texts=TextRules(lambda _: text))

    assert "не позднее 24 апреля." in found.text
    assert "по тексту день приёма не считается" in found.text
    assert [one.quote for one in found.citations] == ["срок 1", "День приема документов не входит"]


@pytest.mark.parametrize(
    ("one", "words_of_day"),
    [
        (term("15", Unit.MINUTE), "15 минут – в день приёма"),
        (term("5", Unit.WORKING_DAY, bound=Bound.MIN), "не раньше 29 апреля"),
        (term("10", Unit.CALENDAR_DAY), "2 мая – выходной день, срок переносится на рабочий день"),
    ],
)
def test_other_terms(one: Deadline, words_of_day: str) -> None:
    found = told(card_of(one), "Сдам 22 апреля, когда готово?", asked_on=date(2026, 4, 20))

    assert words_of_day in plain(found.text)


def test_terms_of_other_steps_get_no_day() -> None:
    card = card_of(term("5", Unit.WORKING_DAY, Purpose.EXTENSION))
    found = told(card, "Сдам 22 апреля, на сколько продлят срок?", asked_on=date(2026, 4, 20))

    assert "При подаче" not in found.text


def answer(card: Card, text: str, *, day: date, before: str = "") -> Answer:
    earlier = (Asked(text=before, service=KEY),) if before else ()
    return answer_question(
        Question(text=text, as_of=day, language=Language.RU, before=earlier),
        find=lambda _words, _language: (Found(service=card.service, score=200.0),),
        card=lambda _: card,
        rule=lambda one, on: rule_statements(one.statements, on, force=compare_forces({}, on)),
        findings=lambda _: (),
        put_right=lambda words: words,
    )


def test_a_follow_up_names_another_day_or_keeps_the_day_before() -> None:
    card = card_of(term("1", Unit.WORKING_DAY))
    day, before = date(2026, 4, 20), "Сдам справку 5 мая, когда готово?"
    other = answer(card, "А в пятницу?", day=day, before=before)
    same = answer(card, "А через портал?", day=day, before=before)

    assert "При подаче 24 апреля 2026 года: 1 рабочий день – не позднее 27 апреля" in plain(other.answer)
    assert "При подаче 5 мая 2026 года: 1 рабочий день – не позднее 6 мая" in plain(same.answer)


def test_the_values_are_those_of_the_day_of_filing() -> None:
    old, new = card_of(term("5", Unit.WORKING_DAY), term("2", Unit.WORKING_DAY)).statements
    change = date(2026, 5, 1)
    statements = (replace(old, valid_to=change), replace(new, valid_from=change))
    card = replace(card_of(), statements=statements)
    before = answer(card, "Сдам справку 22 апреля, когда готово?", day=date(2026, 4, 20))
    after = answer(card, "Сдам справку 12 мая, когда готово?", day=date(2026, 4, 20))

    assert "5 рабочих дней – не позднее 29 апреля" in plain(before.answer)
    assert "2 рабочих дня – не позднее 14 мая" in plain(after.answer)
    assert after.as_of == date(2026, 5, 12)


def test_who_files_on_saturday_and_asks_for_a_day_asks_for_the_term_not_for_the_hours() -> None:
    card = card_of(term("1", Unit.WORKING_DAY))
    found = answer(card, "Если в субботу отнесу на справку, какого числа заберу?", day=date(2026, 4, 20))

    assert found.intent is Intent.DEADLINE
    assert "25 апреля – выходной день" in found.answer


def test_many_terms_leave_room_for_the_values() -> None:
    card = card_of(*(term(str(number), Unit.WORKING_DAY) for number in (1, 3, 7, 10, 15)))
    found = told(card, "Сдам 30 апреля, когда готово?", asked_on=date(2026, 4, 20))

    assert len(found.text) <= 700
    assert found.text.count("не позднее") == 2


def _in_text(statement: Statement, text: Document) -> Statement:
    clause = next(one.id for one in text.clauses if one.id.startswith("annex-1"))
    return replace(statement, evidence=replace(statement.evidence, clause=clause))
