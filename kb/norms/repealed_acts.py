"""Codes and laws that later ones repealed: what a text cites may not hold any more."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kb.model import ActReference, ActType
from kb.norms.tables import read_table
from kb.norms.wording import name_key

_WORDS = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal:
    """A repealed act with the first day on which it does not hold, and the act that repealed it, in words."""

    type: ActType
    number: str
    adopted: date
    on: date
    by: str
    titles: tuple[str, ...] = ()


@cache
def repeals() -> tuple[Repeal, ...]:
    """All of the table, in its order."""
    return tuple(
        Repeal(
            type=ActType(entry["type"]),
            number=entry["number"],
            adopted=entry["date"],
            on=entry["until"],
            by=entry["by"],
            titles=tuple(entry.get("titles", ())),
        )
        for entry in read_table("repealed_acts")["acts"]
    )


def repeal_of(named: ActReference) -> Repeal | None:
    """The repeal of the act that a reference means, whenever it was; None for an act that the table does not have.

    A title alone means the last act that had it: of the table only titles that no act in force has count. A date
    without a number means a law only together with its title, as several laws were adopted on one day.
    """
    fitting = [one for one in repeals() if _fits(one, named)]
    return max(fitting, key=lambda one: one.on, default=None)


def _fits(repeal: Repeal, named: ActReference) -> bool:
    if repeal.type is not named.type:
        return False
    if named.number is not None:
        return _number(repeal.number) == _number(named.number) and named.date in (None, repeal.adopted)
    if named.date is not None and named.date != repeal.adopted:
        return False
    if named.date is not None and repeal.type is ActType.CODE and not repeal.titles:
        return sum(one.type is repeal.type and one.adopted == repeal.adopted for one in repeals()) == 1
    return named.title is not None and _title(named.title) in {_title(title) for title in repeal.titles}


def _number(printed: str) -> tuple[str, ...]:
    """The parts of a number; what names the state behind it («99-IV ЗРК») is none of it."""
    return tuple(_WORDS.findall(name_key(printed)))[:2]


def _title(printed: str) -> str:
    return " ".join(_WORDS.findall(name_key(_BRACKETS.sub(" ", printed))))
