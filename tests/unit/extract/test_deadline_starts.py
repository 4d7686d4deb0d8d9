"""From when a term runs."""

from decimal import Decimal

import pytest

from kb.model import StartEvent, Unit
from tests.unit.extract.term_reading import deadlines_of, statements_of

STARTS = [
    ("Мерзімі: өтініш берілген күннен бастап 4 жұмыс күні.", StartEvent.FILING),
    ("Мерзімі: құжаттар тапсырылған сәттен бастап 4 жұмыс күні.", StartEvent.FILING),
    ("Мерзімі: порталға жүгінген кезден бастап 4 жұмыс күні.", StartEvent.FILING),
    ("Мерзімі: өтініш тіркелген күннен бастап 4 жұмыс күні.", StartEvent.REGISTRATION),
    ("Мерзімі: өтініш келіп түскен күннен бастап 4 жұмыс күні.", StartEvent.RECEIPT),
    ("Мерзімі: шешім қабылданған күннен бастап 4 жұмыс күні.", StartEvent.DECISION),
    ("Мерзімі: алым төленген күннен бастап 4 жұмыс күні.", StartEvent.PAYMENT),
    ("Мерзімі: келесі жұмыс күнінен бастап 4 жұмыс күні.", StartEvent.NEXT_DAY),
    ("Срок: 4 рабочих дня со дня сдачи документов.", StartEvent.FILING),
    ("Срок: 4 рабочих дня с момента обращения.", StartEvent.FILING),
    ("Срок: со дня подачи заявления – 4 рабочих дня.", StartEvent.FILING),
    ("Срок: 4 рабочих дня со дня регистрации заявления.", StartEvent.REGISTRATION),
    ("Срок: 4 рабочих дня с даты поступления заявления.", StartEvent.RECEIPT),
    ("Срок: 4 рабочих дня со дня принятия решения.", StartEvent.DECISION),
    ("Срок: 4 рабочих дня с момента подтверждения оплаты.", StartEvent.PAYMENT),
    ("Срок: 4 рабочих дня, исчисляемые со следующего дня после регистрации.", StartEvent.NEXT_DAY),
    ("Срок: 4 рабочих дня со дня окончания посевной.", StartEvent.OTHER),
    ("Срок: 4 рабочих дня.", None),
]


@pytest.mark.parametrize(("text", "wanted"), STARTS)
def test_the_event_is_read_from_the_words_beside_the_term(text: str, wanted: StartEvent | None) -> None:
    (term,) = deadlines_of(text)
    assert (term.starts, term.value, term.unit) == (wanted, Decimal(4), Unit.WORKING_DAY)


def test_words_that_only_tell_the_start_are_no_case() -> None:
    for text, _ in STARTS:
        assert [item.scope.case for item in statements_of(text)] == [None], text


def test_a_start_behind_one_term_does_not_leak_to_the_next() -> None:
    text = "Срок: выдача билета – 3 рабочих дня со дня регистрации, выдача копии – 1 рабочий день."
    assert [term.starts for term in deadlines_of(text)] == [StartEvent.REGISTRATION, None]


def test_a_start_above_a_list_holds_for_its_items() -> None:
    text = "Срок: С момента сдачи документов:\n1) выдача билета – 5 рабочих дней;\n2) замена – 3 рабочих дня."
    assert [term.starts for term in deadlines_of(text)] == [StartEvent.FILING, StartEvent.FILING]


SAME_DAY = [
    ("Срок: в день обращения.", StartEvent.FILING),
    ("Срок: в течение дня подачи заявления.", StartEvent.FILING),
    ("Срок: в день регистрации заявления.", StartEvent.REGISTRATION),
    ("Мерзімі: өтініш берілген күні.", StartEvent.FILING),
    ("Мерзімі: жүгінген күні.", StartEvent.FILING),
    ("Мерзімі: өтініш тіркелген күні.", StartEvent.REGISTRATION),
]


@pytest.mark.parametrize(("text", "wanted"), SAME_DAY)
def test_the_day_of_an_event_is_zero_days_from_it(text: str, wanted: StartEvent) -> None:
    (term,) = deadlines_of(text)
    assert (term.value, term.unit, term.starts) == (Decimal(0), Unit.DAY, wanted)


def test_a_day_that_does_not_count_is_no_term() -> None:
    text = "Мерзімі: құжаттар қабылданған күні мерзімге кірмейді, билет 2 жұмыс күнінде беріледі."
    assert [term.value for term in deadlines_of(text)] == [2]
