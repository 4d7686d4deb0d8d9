"""Numbers of spoken Russian in their cases."""

from decimal import Decimal
from typing import Any

from kb.answer.wording import read_wording

MASCULINE, FEMININE, NEUTER = "masculine", "feminine", "neuter"


def forms() -> Any:
    """The words of the data file."""
    return read_wording("spoken")["ru"]


def cardinal(number: int, *, case: str = "nominative", gender: str = MASCULINE) -> str:
    """`5` in the genitive → `пяти`, up to 999 milliards."""
    if number < 0 or number >= 10**12:
        raise ValueError(f"{number} has no name here: it is read figure by figure")
    place = forms()["cases"].index(case)
    if number == 0:
        return str(forms()["units"][0][place])
    groups = [number // 1000**power % 1000 for power in range(4)]
    words: list[str] = []
    for power in range(3, -1, -1):
        if groups[power]:
            words += _group(groups[power], power, place, gender)
    return " ".join(words)


def ordinal(number: int, form: str) -> str:
    """`2017` in the form `genitive` → `две тысячи семнадцатого`."""
    if number % 100 < 20 or not number % 10:
        return _round_ordinal(number, form)
    last = _decline(forms()["ordinals"]["units"][number % 10], form)
    return f"{cardinal(number - number % 10)} {last}"


def decimal_words(number: Decimal, *, case: str = "nominative", gender: str = MASCULINE) -> str:
    """`0.5` → `половина`, `2.5` → `две целых пять десятых`."""
    whole, part = divmod(number.normalize(), 1)
    if not part:
        return cardinal(int(whole), case=case, gender=gender)
    if number == Decimal("0.5"):
        return str(forms()["half"][forms()["cases"].index(case)])
    digits = f"{part.normalize():f}".partition(".")[2]
    first = _part(int(whole), forms()["whole"], case)
    if len(digits) not in forms()["parts"]:
        return f"{first} {' '.join(cardinal(int(digit)) for digit in digits)}"
    return f"{first} {_part(int(digits), forms()['parts'][len(digits)], case)}"


def noun_form(number: Decimal, case: str) -> str:
    """Which form of a noun stands after a number: `one`, `few`, `many`, `of_one`, `of_many`."""
    if number != number.to_integral_value():
        return "of_one"
    last, tens = int(number) % 10, int(number) // 10 % 10
    single = last == 1 and tens != 1
    if case != "nominative":
        return "of_one" if single else "of_many"
    if single:
        return "one"
    return "few" if last in (2, 3, 4) and tens != 1 else "many"


def _part(number: int, words: dict[str, str], case: str) -> str:
    single = number % 10 == 1 and number % 100 != 11
    return (
        f"{cardinal(number, case=case, gender=FEMININE)} {words['one' if single and case == 'nominative' else 'many']}"
    )


def _group(group: int, power: int, place: int, gender: str) -> list[str]:
    data = forms()
    scale = data["scales"][power]
    own = (FEMININE if scale["feminine"] else MASCULINE) if power else gender
    hundreds, rest = group // 100, group % 100
    words = [data["hundreds"][hundreds][place]] if hundreds else []
    if rest >= 20:
        words.append(data["tens"][rest // 10][place])
        rest %= 10
    if rest:
        declined = data.get(own, {}).get(rest) or data["units"][rest]
        words.append(declined[place])
    return [*words, _scale_word(group, scale, place)] if power else words


def _scale_word(group: int, scale: dict[str, Any], place: int) -> str:
    last, tens = group % 10, group // 10 % 10
    if last == 1 and tens != 1:
        return str(scale["one"][place])
    if place:
        return str(scale["plural"][place])
    return str(scale["few"] if last in (2, 3, 4) and tens != 1 else scale["many"])


def _round_ordinal(number: int, form: str) -> str:
    table = forms()["ordinals"]
    rest = number % 100
    if rest or number == 0:
        word = table["units"][rest] if rest < 20 else table["tens"][rest // 10]
        head = number - rest
    elif number % 1000:
        word, head = table["hundreds"][number % 1000 // 100], number - number % 1000
    else:
        if number // 1000 not in table["thousands"]:
            return cardinal(number)
        word, head = table["thousands"][number // 1000], 0
    declined = _decline(word, form)
    return f"{cardinal(head)} {declined}" if head else declined


def _decline(stem: str, form: str) -> str:
    table = forms()["ordinals"]
    if stem == "трет":
        return f"{stem}{table['third'][form]}"
    ending = "ой" if form == MASCULINE and stem in table["stressed"] else table["forms"][form]
    return f"{stem}{ending}"
