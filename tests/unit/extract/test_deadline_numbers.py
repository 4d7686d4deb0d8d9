"""Numbers and units of terms in the forms that texts have for them."""

from decimal import Decimal

import pytest

from kb.model import Bound, Unit
from tests.unit.extract.term_reading import deadlines_of, statements_of

EXACT, MAX, MIN = Bound.EXACT, Bound.MAX, Bound.MIN
FORMS = [
    ("Мерзімі: екі апта.", "2", Unit.WEEK, EXACT),
    ("Срок: две недели.", "2", Unit.WEEK, EXACT),
    ("Срок: не более трех недель.", "3", Unit.WEEK, MAX),
    ("Мерзімі: 1,5 сағат.", "1.5", Unit.HOUR, EXACT),
    ("Мерзімі: бір жарым сағат ішінде.", "1.5", Unit.HOUR, MAX),
    ("Срок: полчаса.", "0.5", Unit.HOUR, EXACT),
    ("Мерзімі: жарты сағат.", "0.5", Unit.HOUR, EXACT),
    ("Срок: полтора часа.", "1.5", Unit.HOUR, EXACT),
    ("Срок: 1 час 30 минут.", "90", Unit.MINUTE, EXACT),
    ("Срок: один год шесть месяцев.", "18", Unit.MONTH, EXACT),
    ("Мерзімі: күнтізбелік 30 күн.", "30", Unit.CALENDAR_DAY, EXACT),
    ("Мерзімі: 30 (отыз) күнтізбелік.", "30", Unit.CALENDAR_DAY, EXACT),
    ("Срок: 30 (тридцать) календарных.", "30", Unit.CALENDAR_DAY, EXACT),
    ("Мерзімі: бір тәулік ішінде.", "1", Unit.CALENDAR_DAY, MAX),
    ("Срок: в течение суток.", "1", Unit.CALENDAR_DAY, MAX),
    ("Срок: в течение месяца.", "1", Unit.MONTH, MAX),
    ("Срок: в пятидневный срок.", "5", Unit.DAY, EXACT),
    ("Срок: в двухмесячный срок.", "2", Unit.MONTH, EXACT),
    ("Мерзімі: үш күндік мерзімде.", "3", Unit.DAY, EXACT),
    ("Мерзімі: 15 күн өткен соң.", "15", Unit.DAY, MIN),
    ("Срок: по истечении 15 календарных дней.", "15", Unit.CALENDAR_DAY, MIN),
    ("Мерзімі: ең аз мерзімі 10 минут.", "10", Unit.MINUTE, MIN),
    ("Срок: до двадцати пяти рабочих дней.", "25", Unit.WORKING_DAY, MAX),
    ("Мерзімі: он жеті жұмыс күнінен кешіктірмей.", "17", Unit.WORKING_DAY, MAX),
    ("Срок сокращен с 15 до 10 рабочих дней.", "10", Unit.WORKING_DAY, EXACT),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound"), FORMS)
def test_a_term_is_read_in_its_form(text: str, value: str, unit: Unit, bound: Bound) -> None:
    (term,) = deadlines_of(text)
    assert (term.value, term.unit, term.bound, term.least) == (Decimal(value), unit, bound, None)


RANGES = [
    ("Мерзімі: 3-5 жұмыс күні.", EXACT),
    ("Мерзімі: 3 (үш) – 5 (бес) жұмыс күні.", EXACT),
    ("Срок: от 3 до 5 рабочих дней.", EXACT),
    ("Срок: с 5 до 3 рабочих дней.", EXACT),
    ("Срок: от трех рабочих дней до пяти рабочих дней.", EXACT),
    ("Мерзімі: 3-тен 5 жұмыс күніне дейін.", MAX),
    ("Мерзімі: үш жұмыс күнінен бес жұмыс күніне дейін.", MAX),
    ("Мерзімі: 3 (үш) жұмыс күнінен бастап 5 (бес) жұмыс күніне дейін.", MAX),
    ("Срок: не ранее 3 и не позднее 5 рабочих дней.", MAX),
]


@pytest.mark.parametrize(("text", "bound"), RANGES)
def test_both_ends_of_a_range_are_one_term(text: str, bound: Bound) -> None:
    (term,) = deadlines_of(text)
    assert (term.least, term.value, term.unit, term.bound) == (Decimal(3), Decimal(5), Unit.WORKING_DAY, bound)


@pytest.mark.parametrize(
    "text",
    ["Срок: билет категории 2 – 5 рабочих дней.", "Мерзімі: 2-санатты билет – 5 жұмыс күні."],
)
def test_a_dash_between_a_label_and_its_term_is_no_range(text: str) -> None:
    (term,) = deadlines_of(text)
    assert (term.least, term.value) == (None, Decimal(5))


@pytest.mark.parametrize(
    "text",
    [
        "Мерзімі: аптасына 5 жұмыс күні ашық.",
        "Срок: прием 5 дней в неделю.",
        "Срок: охрана 24 часа в сутки.",
        "Мерзімі: 5-тармаққа сәйкес.",
    ],
)
def test_schedules_and_clauses_are_no_terms(text: str) -> None:
    assert deadlines_of(text) == []


def test_the_words_of_a_bound_are_no_part_of_the_case() -> None:
    (statement,) = statements_of("Срок: билет на лодку выдается в течение 2 рабочих дней.")
    assert statement.scope.case is not None
    assert statement.scope.case.text == "билет на лодку выдается"
