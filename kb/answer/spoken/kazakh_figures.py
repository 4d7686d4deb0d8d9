"""The figures of a Kazakh text in words."""

import re
from decimal import Decimal
from functools import cache

from kb.answer.spoken.figures import FIGURE, divide_figures, is_code, read_figure
from kb.answer.spoken.kazakh import cardinal, decimal_words, forms, ordinal, with_case
from kb.answer.wording import read_wording

_FIGURE_KK = re.compile(rf"(?P<figure>{FIGURE})(?P<percent>\s?%)?(?:-(?P<ending>[^\W\d_]+))?(?P<after>\s+[^\W\d_]+)?")
_SUBPOINT = re.compile(r"(?<!\w)(\d+)\) ?(?=тармақ)")  # «6) тармақша» is the sixth
LAST_DAY, FIRST_YEAR, LAST_YEAR = 31, 1900, 2100


def say_kazakh_figures(text: str) -> str:
    """`2017 жылғы 1 қазаннан` → `екі мың он жетінші жылғы бірінші қазаннан`, `5-тен` → `бестен`, `АЕК-тің` in full."""
    months = read_wording("months")["kk"]
    text = divide_figures(_SUBPOINT.sub(r"\1-", text), months=months, year="{year} жылғы {day} {month}")
    text = _abbreviations().sub(_spell_out, text)
    return _FIGURE_KK.sub(_say, text)


def _say(found: re.Match[str]) -> str:
    printed, ending, after = found["figure"], found["ending"], found["after"] or ""
    if is_code(printed):
        words = _digits(printed)
        return _apart(found, f"{words} {ending}{after}" if ending else f"{words}{after}")
    number = read_figure(printed)
    if found["percent"]:
        sign = str(forms()["percent"])
        case = _case(ending)
        sign = with_case(sign, case) if case else sign if ending is None else f"{sign} {ending}"
        return _apart(found, f"{decimal_words(number)} {sign}{after}")
    whole = number == number.to_integral_value()
    if ending is not None:
        return _apart(found, f"{_ended(number, ending, whole=whole)}{after}")
    if whole and _is_ordinal(int(number), after.strip().casefold()):
        return _apart(found, f"{ordinal(int(number))}{after}")
    return _apart(found, f"{decimal_words(number)}{after}")


def _ended(number: Decimal, ending: str, *, whole: bool) -> str:
    """A number with what a hyphen ties to it: a case, an ordinal's ending, or the thing that it numbers."""
    case = _case(ending)
    if case == "ordinal" and whole:
        return ordinal(int(number))
    if ending.casefold() in forms()["joined"]:
        return f"{decimal_words(number)}{ending}"
    if case:
        words = decimal_words(number).split()
        return " ".join([*words[:-1], with_case(words[-1], case)])
    return f"{ordinal(int(number)) if whole else decimal_words(number)} {ending}"


def _is_ordinal(number: int, after: str) -> bool:
    if FIRST_YEAR <= number <= LAST_YEAR and after.startswith(forms()["year"]):
        return True
    return 0 < number <= LAST_DAY and any(after.startswith(month[:-1]) for month in read_wording("months")["kk"])


def _case(ending: str | None) -> str | None:
    if ending is None:
        return None
    return next((case for case, endings in forms()["endings"].items() if ending.casefold() in endings), None)


def _digits(printed: str) -> str:
    return " ".join(cardinal(int(digit)) for digit in printed if digit.isdigit())


def _apart(found: re.Match[str], words: str) -> str:
    """With a blank where a letter touches the figure."""
    before = found.string[found.start() - 1 : found.start()]
    behind = found.string[found.end() : found.end() + 1]
    return f"{' ' if before.isalnum() else ''}{words}{' ' if behind.isalnum() else ''}"


@cache
def _abbreviations() -> re.Pattern[str]:
    names = "|".join(map(re.escape, forms()["abbreviations"]))
    return re.compile(rf"(?<!\w)(?P<name>{names})(?:-(?P<ending>[^\W\d_]+))?(?!\w)")


def _spell_out(found: re.Match[str]) -> str:
    words = str(forms()["abbreviations"][found["name"]])
    case = _case(found["ending"])
    if found["ending"] is None:
        return words
    if case is None:
        return f"{words} {found['ending']}"
    first, _, last = words.rpartition(" ")
    return f"{first} {with_case(last, case, possessed=found['name'] in forms()['possessed'])}"
