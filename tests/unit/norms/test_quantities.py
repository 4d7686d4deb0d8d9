from decimal import Decimal

import pytest

from kb.model import Bound, Language, Unit
from kb.norms import show_number, show_term


@pytest.mark.parametrize(
    ("number", "language", "shown"),
    [
        ("1134.50", "kk", "1 134,5"),
        ("1134.5", "en", "1 134.5"),
        ("10000", "ru", "10 000"),
        ("0.5", "ru", "0,5"),
        ("20", "kk", "20"),
    ],
)
def test_numbers(number: str, language: str, shown: str) -> None:
    assert show_number(Decimal(number), language) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("number", "unit", "bound", "language", "shown"),
    [
        ("20", Unit.CALENDAR_DAY, Bound.EXACT, "kk", "20 күнтізбелік күн"),
        ("30", Unit.MINUTE, Bound.MAX, "kk", "30 минутқа дейін"),
        ("1", Unit.CALENDAR_DAY, Bound.MIN, "kk", "кемінде 1 күнтізбелік күн"),
        ("1", Unit.WORKING_DAY, Bound.EXACT, "ru", "1 рабочий день"),
        ("22", Unit.WORKING_DAY, Bound.EXACT, "ru", "22 рабочих дня"),
        ("11", Unit.YEAR, Bound.EXACT, "ru", "11 лет"),
        ("3", Unit.HOUR, Bound.MAX, "ru", "не более 3 часов"),
        ("1", Unit.WORKING_DAY, Bound.MAX, "ru", "не более 1 рабочего дня"),
        ("0.5", Unit.HOUR, Bound.EXACT, "ru", "0,5 часа"),
        ("2", Unit.MONTH, Bound.MIN, "en", "at least 2 months"),
    ],
)
def test_terms(number: str, unit: Unit, bound: Bound, language: str, shown: str) -> None:
    term = show_term(Decimal(number), unit, language, bound=bound)

    assert term.replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("bound", Bound)
@pytest.mark.parametrize("language", Language)
def test_every_unit_has_its_forms(unit: Unit, bound: Bound, language: Language) -> None:
    for number in ("0.5", "1", "2", "5", "21", "111"):
        assert show_number(Decimal(number), language) in show_term(Decimal(number), unit, language, bound=bound)
