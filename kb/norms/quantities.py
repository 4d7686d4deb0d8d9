"""Numbers and terms in words, as each language writes them."""

from decimal import Decimal

from kb.model import Bound, Language, Unit
from kb.norms.tables import read_table

BLANK = "\N{NO-BREAK SPACE}"


def show_number(number: Decimal, language: Language | str) -> str:
    """Digits in threes, with the decimal sign of the language: `1 134,5` in kk and ru, `1 134.5` in en."""
    digits = f"{number.normalize():,f}".replace(",", BLANK)
    return digits if Language(language) is Language.EN else digits.replace(".", ",")


def show_term(number: Decimal, unit: Unit | str, language: Language | str, *, bound: Bound | str = Bound.EXACT) -> str:
    """A term with its bound: `20 күнтізбелік күн`, `30 минутқа дейін`, `не более 3 часов`, `at least 1 hour`."""
    language, bound = Language(language), Bound(bound)
    forms = read_table("unit_forms")[Unit(unit).value][language.value]
    template: str = read_table("term_forms")[language.value][bound.value]
    return template.format(term=f"{show_number(number, language)}{BLANK}{forms[_form(number, language, bound)]}")


def _form(number: Decimal, language: Language, bound: Bound) -> str:
    if language is Language.KK:
        return "up_to" if bound is Bound.MAX else "many"
    if language is Language.EN:
        return "one" if number == 1 else "many"
    plain = _russian_form(number)
    if bound is Bound.EXACT:
        return plain
    return "of_one" if plain in ("one", "part") else "of_many"


def _russian_form(number: Decimal) -> str:
    if number != number.to_integral_value():
        return "part"
    last, tens = int(number) % 10, int(number) // 10 % 10
    if tens == 1 or last in (0, 5, 6, 7, 8, 9):
        return "many"
    return "one" if last == 1 else "few"
