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
# A name may begin with a name of up to three words; the title of a law before it has more.
NAME = re.compile(
    r"[«\"“]((?:«?[^\s«»]{1,30}(?:[ -][^\s«»]{1,30}){0,2}»\s)?"
    r"[^«»\"“”\n]{12,400}(?:«[^«»\n]{2,120}»[^«»\n]{0,200}){0,2})[»\"”]"
)
INNER = re.compile(r"«[^«»]*(?:»|$)|^[^«»]*»")  # a name inside a name tells one service from another
NEAR = 60
FEWEST_WORDS = 4
NEARLY = 0.85
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
    """The first name of a part against the first of each that is nearly the same, each with words of its own; and the
    titles that have these names, where the other name stands in one, too. A title stands for its name."""
    for part in parts_of(material):
        places: dict[frozenset[str], list[_Name]] = {}
        for one in _names(part):
            places.setdefault(one.words, []).append(one)
        kept: list[list[_Name]] = []
        for others in places.values():
            same = next((ones for ones in kept if _is_variant(ones[0], others[0])), None)
            if same is None:
                kept.append(others)
                continue
            titles, other = [one for one in same if one.told.heading], [one for one in others if one.told.heading]
            yield _clash(titles[0] if titles else same[0], others[0])
            if titles and other and other[0] is not others[0]:
                yield _clash(titles[-1], other[0])


def _is_variant(first: _Name, one: _Name) -> bool:
    """Whether two names are nearly the same: each with words of its own, or one that only has a word more, so that it
    is no name in short; a list names several services."""
    mine, theirs = one.words - first.words, first.words - one.words
    common = len(one.words & first.words)
    alike = common >= (ALIKE if mine and theirs else NEARLY) * len(one.words | first.words)
    return bool(mine or theirs) and alike and not one.listed_with(first)


def _clash(one: _Name, other: _Name) -> Clash:
    a, b = one.told.point(one.start, one.end), other.told.point(other.start, other.end)
    return Clash(kind=FindingClass.NAME, a=a, b=b, reason="name_in_two_ways")


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
