"""The name of one service told in two ways in one part of an act."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import pattern
from kb.model import FindingClass
from kb.text.words import read_words

FILE = "names"
NAME = re.compile(r"[«\"“]((?:[^«»\n]{2,60}»\s)?[^«»\"“”\n]{12,400}(?:«[^«»\n]{2,120}»[^«»\n]{0,200}){0,2})[»\"”]")
INNER = re.compile(r"«[^«»]*(?:»|$)|^[^«»]*»")  # a name inside a name tells one service from another
NEAR = 60
FEWEST_WORDS = 4
ALIKE = 0.5  # share of common words of two names of one service; the names of two services of an act share fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    told: Told
    start: int
    end: int
    words: frozenset[str]

    def listed_with(self, other: "_Name") -> bool:
        """Whether both stand in items of one list."""
        one, second = self.told.clause, other.told.clause
        return one is not second and one.parent is not None and one.parent == second.parent and "/sub-" in one.id


def find_name_clashes(material: ActMaterial) -> Iterator[Clash]:
    """The first name of a part against the first of each that is nearly the same, each with words of its own."""
    for part in parts_of(material):
        names: dict[frozenset[str], _Name] = {}
        for one in _names(part):
            names.setdefault(one.words, one)
        kept: list[_Name] = []
        for one in names.values():
            for first in kept:
                mine, theirs = one.words - first.words, first.words - one.words
                if one.listed_with(first):
                    continue  # a list of several services
                if mine and theirs and len(one.words & first.words) >= ALIKE * len(one.words | first.words):
                    a, b = first.told.point(first.start, first.end), one.told.point(one.start, one.end)
                    yield Clash(kind=FindingClass.NAME, a=a, b=b, reason="name_in_two_ways")
                    break
            else:
                kept.append(one)


def _names(part: Part) -> Iterator[_Name]:
    for told in part.all:
        if pattern(FILE, "other_act").search(told.text.plain):
            continue
        text = told.text.folding.text
        for found in NAME.finditer(text):
            around = f"{told.text.plain[: found.start()][-NEAR:]} § {told.text.plain[found.end() :][:NEAR]}"
            named = told.heading or pattern(FILE, "of_service").search(around)
            if not named or pattern(FILE, "act").search(around) or len(read_words(found[1]).items) < FEWEST_WORDS:
                continue
            words = read_words(INNER.sub(" ", found[1])).stems
            yield _Name(told=told, start=found.start(), end=found.end(), words=words)
