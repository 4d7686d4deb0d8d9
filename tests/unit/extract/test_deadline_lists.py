"""Several numbers before one unit, and numbers that belong to something else than the service's own term."""

from decimal import Decimal

import pytest

from kb.model import Bound, Purpose, Unit
from tests.unit.extract.term_reading import deadlines_of, statements_of

LISTS = [
    "Срок: при ускорении билет на лодку – в течение 2 (двух), 4 (четырех) и 6 (шести) рабочих дней.",
    "Срок: при ускорении билет на лодку – не более 2, 4 или 6 рабочих дней.",
    "Мерзімі: жедел тәртіппен билет беру – 2 (екі), 4 (төрт) және 6 (алты) жұмыс күні ішінде.",
]


@pytest.mark.parametrize("text", LISTS)
def test_numbers_listed_before_one_unit_are_a_term_each(text: str) -> None:
    statements = statements_of(text)
    terms = deadlines_of(text)
    assert [term.value for term in terms] == [Decimal(2), Decimal(4), Decimal(6)]
    assert {(term.unit, term.bound, term.purpose) for term in terms} == {(Unit.WORKING_DAY, Bound.MAX, Purpose.SERVICE)}
    assert len({statement.scope for statement in statements}) == 1
    assert statements[0].scope.case is not None
    assert len({statement.id for statement in statements}) == len(terms)


@pytest.mark.parametrize(
    "text",
    [
        "Срок: билет категорий 1, 2 и 3 рабочих дня.",
        "Мерзімі: 1, 2 және 3 жұмыс күні.",
    ],
)
def test_bare_numbers_without_a_bound_share_nothing(text: str) -> None:
    assert [term.value for term in deadlines_of(text)] == [Decimal(3)]


OTHERS = [
    ("Срок: выдача справки на срок до шести месяцев – 2 рабочих дня.", [Decimal(2)]),
    ("Мерзімі: алты айға дейінгі мерзімге анықтама беру – 2 жұмыс күні.", [Decimal(2)]),
    ("Мерзімі: алты айдан асып кеткен берешегі болса, 2 жұмыс күні.", [Decimal(2)]),
    ("Срок: 2 рабочих часа.", [Decimal(2)]),
    ("Мерзімі: 2 (екі) жұмыс сағат ішінде.", [Decimal(2)]),
    ("Мерзімі: күтудің ең ұзақ уақыты-жиырма минут.", [Decimal(20)]),
    ("Максимально допустимое время ожидания-двадцать минут.", [Decimal(20)]),
    ("Срок: результат готов за день до окончания срока.", [Decimal(1)]),
]


@pytest.mark.parametrize(("text", "values"), OTHERS)
def test_only_the_numbers_of_terms_are_read(text: str, values: list[Decimal]) -> None:
    assert [term.value for term in deadlines_of(text)] == values
