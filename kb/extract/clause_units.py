"""Units of acts with their numbers, as texts print them: «5, 6 және 7-тармақтары», «подпункт 3) пункта 2»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.extract.wording import coded_wording, compile_wording, load_wording, wording
from kb.model import Language

FILE = "link"
# Deeper units are larger; a part or a sentence may be of an article, of a point or of a sub-point.
RANKS = {"annex": 0, "section": 1, "chapter": 2, "paragraph": 3, "article": 4, "point": 6, "sub": 7}
FREE = ("part", "sentence")
_NUMBER = r"\d{1,4}+(?:-\d{1,3}+){0,2}+\)?+"
_MOST_OF_A_RANGE = 60


@dataclass(frozen=True, slots=True)
class Number:
    """One number or range of a unit, `plain[start:end]`, and the numbers it stands for."""

    start: int
    end: int
    printed: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its numbers, `plain[start:end]`."""

    kind: str
    start: int
    end: int
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Units of one address, outermost first, `plain[start:end]`."""

    units: tuple[Unit, ...]
    start: int
    end: int


def find_chains(plain: str, language: Language) -> list[Chain]:
    """The addresses in a folded text in its order; Kazakh names the outer unit first, Russian the inner one."""
    chains: list[list[Unit]] = []
    for unit in _find_units(plain, language):
        last = chains[-1][-1] if chains else None
        if last and plain[last.end : unit.start].strip(" ") == "" and 0 < unit.start - last.end < 3:
            outer, inner = (last, unit) if language is Language.KK else (unit, last)
            if _holds(outer.kind, inner.kind):
                chains[-1].append(unit)
                continue
        chains.append([unit])
    return [
        Chain(tuple(units if language is Language.KK else reversed(units)), units[0].start, units[-1].end)
        for units in chains
    ]


def _holds(outer: str, inner: str) -> bool:
    if inner in FREE:
        return outer != "sentence"
    return outer == "part" or (outer in RANKS and RANKS[outer] < RANKS[inner])


@cache
def unit_kinds(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of units of a language with the words for them."""
    return tuple((kind, compile_wording([words])) for kind, words in _unit_words(language).items())


def _unit_words(language: Language) -> dict[str, str]:
    units: dict[str, str] = load_wording(FILE)["units"]["kk" if language is Language.KK else "ru"]
    return units


def kind_of(word: str, language: Language) -> str:
    """The kind of a unit by its word, as `find_chains` met it."""
    return next(kind for kind, pattern in unit_kinds(language) if pattern.fullmatch(word))


def _find_units(plain: str, language: Language) -> Iterator[Unit]:
    for found in _pattern(language).finditer(plain):
        word = found["unit"] or found["unit_behind"]
        group = "list" if found["list"] else "ordinal" if found["ordinal"] else "ordinal_behind"
        start, end = found.span(group)
        numbers = tuple(_numbers(plain, start, end, word)) if group == "list" else tuple(_ordinal(plain, start, end))
        yield Unit(kind_of(word, language), found.start(), found.end(), numbers)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = load_wording(FILE)
    numbers = rf"(?P<list>{_NUMBER}(?:{words['between']}{_NUMBER}){{0,40}}+)"
    ordinals = "|".join(pattern for patterns in words["ordinals"].values() for pattern in patterns)
    units = "|".join(_unit_words(language).values())
    if language is Language.KK:
        number = rf"{numbers}{words['ordinal_ending']}\s{{0,2}}-?\s{{0,2}}|(?P<ordinal>{ordinals})\s{{1,2}}"
        pattern = rf"(?<![\w.,/№-])(?:№\s?)?(?:{number})(?P<unit>{units})|(?P<unit_behind>(?!))(?P<ordinal_behind>(?!))"
    else:
        behind = rf"\s{{1,2}}(?:№\s?)?(?:{words['before_numbers']}{numbers}(?![\w%])|(?P<ordinal_behind>{ordinals})\b)"
        pattern = rf"\b(?:(?P<ordinal>{ordinals})\s{{1,2}}(?P<unit>{units})|(?P<unit_behind>{units}){behind})"
    return compile_wording([pattern])


def _numbers(plain: str, start: int, end: int, word: str) -> Iterator[Number]:
    found = list(re.finditer(_NUMBER, plain[start:end]))
    place = 0
    while place < len(found):
        one = found[place]
        printed = one[0].rstrip(")")
        following = found[place + 1] if place + 1 < len(found) else None
        if following and wording(FILE, "range").search(plain[start + one.end() : start + following.start()]):
            last = following[0].rstrip(")")
            yield Number(start + one.start(), start + following.end(), f"{printed}-{last}", _between(printed, last))
            place += 2
            continue
        first, _, last = printed.partition("-")
        many = wording(FILE, "plural").search(word) and last.isdigit() and int(first) < int(last)
        yield Number(start + one.start(), start + one.end(), printed, _between(first, last) if many else (printed,))
        place += 1


def _between(first: str, last: str) -> tuple[str, ...]:
    """All numbers of a range; the two ends where it is none that can be counted."""
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) <= _MOST_OF_A_RANGE:
        return (first, last)
    return tuple(str(number) for number in range(int(first), int(last) + 1))


def _ordinal(plain: str, start: int, end: int) -> Iterator[Number]:
    for code, pattern in coded_wording(FILE, "ordinals"):
        if pattern.fullmatch(plain, start, end):
            yield Number(start, end, str(code), (str(code),))
            return
