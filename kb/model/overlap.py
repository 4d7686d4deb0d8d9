"""Text that repeats elsewhere, as a build measured it."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.language import Language
from kb.model.plain_json import Json


class OverlapScope(StrEnum):
    """What a share is of: all texts, one service, or of one act what stands in another."""

    ALL = "all"
    SERVICE = "service"
    ACT_PAIR = "act_pair"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapShare:
    """Characters of own words: all, those that repeat elsewhere, and which of these many texts share.

    `first` is a service or act (empty for all texts), `second` the other act of a pair.
    """

    scope: OverlapScope
    first: str = ""
    second: str = ""
    characters: int
    repeated: int
    common: int

    @property
    def part(self) -> float:
        """What repeats as a part of all, 0 to 1."""
        return self.repeated / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedPlace:
    """`text[start:end]` of a body, in a clause of an act or document; `services` are those that it speaks of."""

    work: str
    document: str
    snapshot: str
    clause: str
    language: Language
    start: int
    end: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Two places that say the same, word for word where `exact`; `common` where many places share the words."""

    a: RepeatedPlace
    b: RepeatedPlace
    exact: bool
    characters: int
    common: bool


def share_to_json(share: OverlapShare) -> Json:
    """A share with its part of all."""
    return {
        "scope": share.scope.value,
        "first": share.first or None,
        "second": share.second or None,
        "characters": share.characters,
        "repeated": share.repeated,
        "common": share.common,
        "part": round(share.part, 4),
    }


def repeat_to_json(repeat: Repeat) -> Json:
    """A pair of places."""
    return {
        "a": _place_to_json(repeat.a),
        "b": _place_to_json(repeat.b),
        "exact": repeat.exact,
        "characters": repeat.characters,
        "common": repeat.common,
    }


def repeat_from_json(data: Json) -> Repeat:
    """The typed pair of a stored one."""
    return Repeat(
        a=_place_from_json(data["a"]),
        b=_place_from_json(data["b"]),
        exact=data["exact"],
        characters=data["characters"],
        common=data["common"],
    )


def _place_to_json(place: RepeatedPlace) -> Json:
    return {
        "work": place.work,
        "document": place.document,
        "snapshot": place.snapshot,
        "clause": place.clause,
        "language": place.language.value,
        "start": place.start,
        "end": place.end,
        "services": list(place.services),
    }


def _place_from_json(data: Json) -> RepeatedPlace:
    return RepeatedPlace(**{**data, "language": Language(data["language"]), "services": tuple(data["services"])})
