"""The day from which an act is in force, as its text tells it."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kb.model import Clause, ClauseKind
from kb.read.data_file import load_data
from kb.read.days import find_days
from kb.read.words import words_of
from kb.text import fold

# The words about the force stand this close to the day.
_NEAR = 60


def find_force(text: str) -> dt.date | None:
    """The day from which a folded sentence says that an act is in force; None when it counts from a publication."""
    wording = _wording()
    for day in find_days(text):
        before, behind = text[max(0, day.start - _NEAR) : day.start], text[day.end : day.end + _NEAR]
        if any(pattern.search(before) for pattern in wording.before) or wording.behind.match(behind):
            return day.date
    return None


def force_of(text: str, clauses: tuple[Clause, ...], *, adopted: dt.date | None) -> dt.date | None:
    """The day that an act tells of itself, in the last of its own clauses that does, annexes aside.

    A day that counts from the first official publication is in no text and stays None; one that is the day of
    signing is `adopted`.
    """
    wording = _wording()
    for clause in reversed(clauses):
        if clause.id.startswith(("appendix", "annex")) or clause.kind not in (ClauseKind.POINT, ClauseKind.PARAGRAPH):
            continue
        words = text[clause.start : clause.end]
        if not any(sign in words for sign in wording.own_signs):
            continue
        folded = fold(words_of(words)).text
        if found := wording.own.search(folded):
            sentence = folded[found.start() :]
            return find_force(sentence) or (adopted if wording.on_signing.search(sentence) else None)
    return None


@dataclass(frozen=True, slots=True)
class _Wording:
    before: tuple[re.Pattern[str], ...]
    behind: re.Pattern[str]
    own: re.Pattern[str]
    own_signs: tuple[str, ...]
    on_signing: re.Pattern[str]


@cache
def _wording() -> _Wording:
    data = load_data("requisites.yaml")
    return _Wording(
        before=tuple(re.compile(pattern) for pattern in data["in_force"]["before"]),
        behind=re.compile(data["in_force"]["behind"]),
        own=re.compile(data["own_force"]),
        own_signs=tuple(data["own_force_signs"]),
        on_signing=re.compile(data["on_signing"]),
    )
