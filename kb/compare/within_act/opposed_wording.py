"""Two phrases of one act that exclude each other: what they are is data (`within_act_opposed.yaml`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.compare.clash import Clash
from kb.compare.errors import CompareError
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import Wording, load, pattern
from kb.model import FindingClass

FILE, MORE = "opposed", "opposed_more"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    places: frozenset[str]
    words: Wording
    without: Wording | None

    def find(self, part: Part) -> Iterator[tuple[Told, re.Match[str]]]:
        there = part.at(self.places)
        if not self.words.may_meet(there.words):
            return
        for one in there.told:
            found = self.words.search(one.text.plain)
            if found and not (self.without and self.without.search(one.text.plain)):
                yield one, found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    reason: str
    kind: FindingClass
    a: _Side
    b: _Side
    unless: tuple[_Side, ...]
    offers: tuple[str, ...]
    lacks: tuple[str, ...]
    follows: bool


def find_opposed(material: ActMaterial) -> Iterator[Clash]:
    """The first place of each phrase with the first of what it excludes, once in a part of the act."""
    for part in parts_of(material):
        offered = channels_of(part)
        for pair in _pairs():
            if (pair.offers or pair.lacks) and offered is None:
                continue
            if offered is not None and (not set(pair.offers) <= offered or set(pair.lacks) & offered):
                continue
            if not any(next(side.find(part), None) for side in pair.unless):
                yield from _clash(part, pair)


def _clash(part: Part, pair: _Pair) -> Iterator[Clash]:
    for one, found in pair.a.find(part):
        for other, place in pair.b.find(part):
            if pair.follows and not _follows(part.all, one, other):
                continue
            if one is other and found.start() <= place.start() < found.end():
                continue
            a, b = one.point(found.start(), found.end()), other.point(place.start(), place.end())
            yield Clash(kind=pair.kind, a=a, b=b, reason=pair.reason)
            return


def channels_of(part: Part) -> frozenset[str] | None:
    """The channels that the row on channels offers, or without such a row the point on handing in; None where there is
    neither, or it names none."""
    told = part.of("channel")
    if not part.rows:
        told = tuple(one for one in part.points if pattern(FILE, "handing_in").search(one.text.plain))
    found = {
        code
        for code in load(FILE)["channels"]
        for one in told
        if pattern(FILE, "channels", code).search(one.text.plain)
    }
    return frozenset(found) or None


def _follows(told: Sequence[Told], one: Told, other: Told) -> bool:
    place = told.index(one)
    return place + 1 < len(told) and told[place + 1] is other


@cache
def _pairs() -> tuple[_Pair, ...]:
    try:
        return tuple(_pair(reason, entry) for name in (FILE, MORE) for reason, entry in load(name)["pairs"].items())
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        raise CompareError(
            f"kb/compare/data/within_act_{FILE}*.yaml: a pair needs a and b with in and words; class is a known code"
        ) from problem


def _pair(reason: str, entry: dict[str, Any]) -> _Pair:
    return _Pair(
        reason=reason,
        kind=FindingClass(entry.get("class", FindingClass.WITHIN_RECORD)),
        a=_side(entry["a"]),
        b=_side(entry["b"]),
        unless=tuple(_side(one) for one in entry.get("unless", ())),
        offers=tuple(entry.get("offers", ())),
        lacks=tuple(entry.get("lacks", ())),
        follows=bool(entry.get("follows", False)),
    )


def _side(entry: dict[str, Any]) -> _Side:
    without = entry.get("without")
    return _Side(
        places=frozenset(entry["in"]),
        words=Wording(entry["words"]),
        without=Wording(without) if without else None,
    )
