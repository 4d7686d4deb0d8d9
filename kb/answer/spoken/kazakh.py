"""Numbers and endings of spoken Kazakh."""

from decimal import Decimal
from typing import Any

from kb.answer.wording import read_wording

_BACK, _FRONT = "аоұыуяюё", "әөүіеиэ"
_VOICELESS = "пфкқтсшщчцхһ"
_NASAL = "мнң"


def forms() -> Any:
    """The words of the data file."""
    return read_wording("spoken")["kk"]


def cardinal(number: int) -> str:
    """`18` → `он сегіз`, up to 999 milliards."""
    if number < 0 or number >= 10**12:
        raise ValueError(f"{number} has no name here: it is read figure by figure")
    if number == 0:
        return str(forms()["units"][0])
    groups = [number // 1000**power % 1000 for power in range(4)]
    words = [_group(group, power) for power, group in reversed(list(enumerate(groups))) if group]
    return " ".join(words)


def ordinal(number: int) -> str:
    """`2017` → `екі мың он жетінші`."""
    words = cardinal(number).split()
    return " ".join([*words[:-1], _ordinal_word(words[-1])])


def decimal_words(number: Decimal) -> str:
    """`0.5` → `жарты`, `2.5` → `екі жарым`, `0.25` → `нөл бүтін жүзден жиырма бес`."""
    whole, part = divmod(number.normalize(), 1)
    if not part:
        return cardinal(int(whole))
    if part == Decimal("0.5"):
        return f"{cardinal(int(whole))} {forms()['and_half']}" if whole else str(forms()["half"])
    digits = f"{part.normalize():f}".partition(".")[2]
    if len(digits) not in forms()["parts"]:
        return f"{cardinal(int(whole))} {forms()['whole']} {' '.join(cardinal(int(digit)) for digit in digits)}"
    return f"{cardinal(int(whole))} {forms()['whole']} {forms()['parts'][len(digits)]} {cardinal(int(digits))}"


def with_case(word: str, case: str, *, possessed: bool = False) -> str:
    """The word in a case (a key of `endings`), by the harmony of its last vowel and its last sound. `possessed` words
    end in a possessive, which takes endings of its own: `орталығы` → `орталығына`."""
    back, last = _is_back(word), word[-1].casefold()
    if possessed and case != "ordinal":
        return word + _choose(_POSSESSED[case], back)
    if case == "ordinal":
        return _ordinal_word(word)
    return word + _choose(_ENDINGS[case](last), back)


def _group(group: int, power: int) -> str:
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = []
    if hundreds:
        words += [forms()["units"][hundreds]] * (hundreds > 1) + [forms()["hundred"]]
    words += [forms()["tens"][tens]] * bool(tens) + [forms()["units"][units]] * bool(units)
    return " ".join([*words, *([forms()["scales"][power]] if power else [])])


def _ordinal_word(word: str) -> str:
    back = _is_back(word)
    if word.endswith("жиырма"):
        return word + "сыншы"
    if word[-1] in "аәеыі":
        return word + ("ншы" if back else "нші")
    return word + ("ыншы" if back else "інші")


def _is_back(word: str) -> bool:
    vowels = [letter for letter in word.casefold() if letter in _BACK + _FRONT]
    return bool(vowels) and vowels[-1] in _BACK


def _choose(pair: tuple[str, str], back: bool) -> str:
    return pair[0] if back else pair[1]


def _genitive(last: str) -> tuple[str, str]:
    if last in _BACK + _FRONT or last in _NASAL:
        return "ның", "нің"
    return ("тың", "тің") if last in _VOICELESS + "бвгд" else ("дың", "дің")


def _accusative(last: str) -> tuple[str, str]:
    if last in _BACK + _FRONT:
        return "ны", "ні"
    return ("ты", "ті") if last in _VOICELESS + "бвгд" else ("ды", "ді")


def _dative(last: str) -> tuple[str, str]:
    return ("қа", "ке") if last in _VOICELESS + "бвгд" else ("ға", "ге")


def _locative(last: str) -> tuple[str, str]:
    return ("та", "те") if last in _VOICELESS + "бвгд" else ("да", "де")


def _ablative(last: str) -> tuple[str, str]:
    if last in _NASAL:
        return "нан", "нен"
    return ("тан", "тен") if last in _VOICELESS + "бвгд" else ("дан", "ден")


def _instrumental(last: str) -> tuple[str, str]:
    if last in _VOICELESS + "бвгд":
        return "пен", "пен"
    return ("бен", "бен") if last in "зж" else ("мен", "мен")


def _possessive(last: str) -> tuple[str, str]:
    return ("сы", "сі") if last in _BACK + _FRONT else ("ы", "і")


_ENDINGS = {
    "genitive": _genitive,
    "accusative": _accusative,
    "dative": _dative,
    "locative": _locative,
    "ablative": _ablative,
    "instrumental": _instrumental,
    "possessive": _possessive,
}
_POSSESSED = {
    "genitive": ("ның", "нің"),
    "accusative": ("н", "н"),
    "dative": ("на", "не"),
    "locative": ("нда", "нде"),
    "ablative": ("нан", "нен"),
    "instrumental": ("мен", "мен"),
    "possessive": ("", ""),
}
