"""The method of the evaluation of state bodies, each item with its place in the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kb.model.language import Language


class Adding(StrEnum):
    """How the points of parts become those of the whole."""

    WEIGHTED_SUM = "weighted_sum"  # Σ weight × points
    WEIGHTED_MEAN = "weighted_mean"  # Σ weight × points / Σ weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was read: a line (from 1) and its words as printed, or a citation of what is not at hand.
    `nth` is which of several such places of the line, None for the first."""

    line: int | None = None
    quote: str | None = None
    nth: int | None = None
    citation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something in Kazakh and Russian that the source tells at `place`; `year` where it is told of one."""

    kk: str
    ru: str
    place: Place
    year: int | None = None

    def in_language(self, language: Language) -> str:
        """The words in Russian, in Kazakh for every other language."""
        return self.ru if language is Language.RU else self.kk


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodItem:
    """A block, an area of it or an indicator of an area, by its depth. None = the source does not give it.

    `most` are the highest points; `evaluators` are bodies by code, empty where those of the item above give the points.
    """

    id: str
    told: Told
    weight: Decimal | None = None
    most: Decimal | None = None
    evaluators: tuple[str, ...] = ()
    evaluators_place: Place | None = None
    material: tuple[Told, ...] = ()
    parts: tuple["MethodItem", ...] = ()

    def each(self) -> Iterator["MethodItem"]:
        """The item and all below it, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.each()


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyRule:
    """What costs `points` in each case; they are taken off `item`."""

    id: str
    told: Told
    item: str
    points: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodStage:
    """A stage of the procedure, in order."""

    id: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodTerm:
    """The months (1 to 12, both included) of a step of a block, in the year after the one that is evaluated."""

    item: str
    step: str
    first: int
    last: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodSource:
    """The document that a method was read from; `digest` is that of its archived body, where it has one."""

    kk: str
    ru: str
    language: Language
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A version of the method. `year` is the year that it is of, None = the source does not tell; `adding` None = it
    does not tell how points are added up, `digits` None = nor how they are rounded. `days_to_consider` are calendar
    days from the filing of an appeal to its decision."""

    id: str
    year: int | None
    source: MethodSource
    blocks: tuple[MethodItem, ...]
    adding: Adding | None = None
    adding_place: Place | None = None
    digits: int | None = None
    digits_place: Place | None = None
    penalties: tuple[PenaltyRule, ...] = ()
    stages: tuple[MethodStage, ...] = ()
    calendar: tuple[MethodTerm, ...] = ()
    appeals_place: Place | None = None
    days_to_consider: int | None = None
    notes: tuple[Told, ...] = ()

    def each(self) -> Iterator[MethodItem]:
        """Every item, each before its parts."""
        for block in self.blocks:
            yield from block.each()

    def path(self, item: str) -> tuple[MethodItem, ...]:
        """The items from the block down to this one; empty where the method has no such item."""
        return _path(self.blocks, item)

    def evaluators_of(self, item: str) -> tuple[str, ...]:
        """Who gives the points of an item: its own evaluators, else those of the nearest item above."""
        return next((one.evaluators for one in reversed(self.path(item)) if one.evaluators), ())


def _path(items: tuple[MethodItem, ...], name: str) -> tuple[MethodItem, ...]:
    for item in items:
        if item.id == name:
            return (item,)
        if below := _path(item.parts, name):
            return (item, *below)
    return ()
