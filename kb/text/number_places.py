"""Where digits do not stand for a number of their own: dates, act numbers, clause references, telephones."""

import re
from functools import cache

from kb.text.table import load_table


@cache
def _taken() -> re.Pattern[str]:
    table = load_table("number_places")
    at_digits, at_words, at_lines = ("|".join(table[name]) for name in ("at_digits", "at_words", "at_lines"))
    # what each group begins with stands first, so that most characters of a text are passed over at once
    source = rf"(?=[0-9№+\"«“])(?:{at_digits})|\b(?=[^\W\d_])(?:{at_words})|^(?:{at_lines})"
    source = source.replace("<month>", "|".join(table["months"])).replace("<kk>", "[а-яёәіңғүұқөһ]")
    return re.compile(source, re.MULTILINE)


def find_taken(text: str) -> list[tuple[int, int]]:
    """Spans of a folded text whose digits are no plain numbers, from left to right."""
    return [match.span() for match in _taken().finditer(text)]


@cache
def _after_hyphen() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_table("number_places")
    ending = "|".join(sorted(table["endings"], key=len, reverse=True))
    return re.compile(rf"-(?:{ending})(?![^\W_])"), re.compile("-(?:" + "|".join(table["measured"]) + ")")


def read_ending(text: str, at: int) -> int | None:
    """Where the number whose digits end at `at` ends with its grammar ending ("15-ке"); None when it is no number."""
    ending, measured = _after_hyphen()
    if found := ending.match(text, at):
        return found.end()
    is_word = text[at : at + 1] == "-" and text[at + 1 : at + 2].isalpha()
    return None if is_word and not measured.match(text, at) else at
