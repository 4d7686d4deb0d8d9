"""Texts without what tells a person: numbers, addresses, dates of birth and names give way to placeholders."""

import re
from dataclasses import dataclass
from functools import cache

from kb.text.folding import drop_invisible, fold
from kb.text.personal_names import find_names
from kb.text.table import load_table

_LETTER = r"[^\W\d_]"
_BETWEEN = "[ ./-]"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with placeholders, and the kinds of what was masked, each once, in the order of the text."""

    text: str
    kinds: tuple[str, ...]


def mask_personal(text: str) -> Masked:
    """`text` with personal numbers, mail addresses, dates of birth, car plates and names masked, in any script.

    Invisible characters, which could hide them, are dropped.

    The twelfth figure of an IIN or BIN is the sum of the others weighted by 1 to 11, modulo 11; where that is 10, by
    3 to 11, 1, 2. Twelve figures are masked with a wrong one too: a mistyped number still leads to a person.
    Numbers of acts, codes of services and amounts of money stay.
    """
    text = drop_invisible(text)
    seen = fold(text)  # letters for figures, blanks and dashes of every kind: what hides a number from a pattern
    figures = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in seen.text)
    taken: list[tuple[int, int, str]] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(figures):
            found = next((match.span(name) for name in match.groupdict() if match[name]), match.span())
            _take(taken, *seen.span(*found), kind)
    for start, end in find_names(text):
        _take(taken, start, end, "name")
    placeholders: dict[str, str] = load_table("personal")["placeholders"]
    pieces: list[str] = []
    done = 0
    for start, end, kind in sorted(taken):
        pieces += (text[done:start], placeholders[kind])
        done = end
    kinds = tuple(dict.fromkeys(kind for _, _, kind in sorted(taken)))
    return Masked("".join([*pieces, text[done:]]), kinds)


def _take(taken: list[tuple[int, int, str]], start: int, end: int, kind: str) -> None:
    if start < end and not any(start < other_end and other < end for other, other_end, _ in taken):
        taken.append((start, end, kind))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(pattern.replace("<l>", _LETTER).replace("<sep>", _BETWEEN)))
        for kind, pattern in load_table("personal")["patterns"]
    )
