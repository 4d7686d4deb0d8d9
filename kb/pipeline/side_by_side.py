"""What each speaker says of a service, side by side."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from kb.model import Act, Attribute, Card, Channel, Deadline, Fee, FeeKind, Language, SourceKind, Statement, Text
from kb.model.plain_json import Json
from kb.model.shapes import scope_to_json, statement_to_json
from kb.pipeline.dating import rule_card
from kb.pipeline.ruled_values import ATTRIBUTE_ORDER, Part, part_of
from kb.pipeline.spoken_language import text_language
from kb.pipeline.value_key import value_key
from kb.resolve import case_of, report_year

_UNTOLD = FeeKind.PAID_UNSPECIFIED
_SPEAKING = (Part.CURRENT, Part.OVERRIDDEN, Part.HEARD)


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """Who speaks: `place` orders by kind of source, `report` is the year of the report that retells it (0 = none)."""

    place: int
    report: int

    @property
    def kind(self) -> SourceKind:
        """The kind of source."""
        return tuple(SourceKind)[self.place]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One case of one attribute: `cells` has what each speaker says, in the order of the columns; `differs` where two
    that speak say different things. Free words are shown and not compared."""

    attribute: Attribute
    cells: tuple[tuple[Statement, ...], ...]
    differs: bool

    @property
    def first(self) -> Statement:
        """The first statement of the row: its case is that of all."""
        return next(cell[0] for cell in self.cells if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The speakers and the cases they speak of."""

    speakers: tuple[Speaker, ...]
    rows: tuple[SideRow, ...]


def compare_sides(card: Card, day: date, *, acts: Sequence[Act] = (), language: Language | None = None) -> Sides:
    """What every speaker says on the day, case by case, the overridden included; planned and former values are left
    out. With `language`, texts of another one speak only where their speaker is silent in it. `acts` as in `rule_card`.
    """
    told = [one.statement for one in rule_card(card, day, acts=acts) if part_of(one) in _SPEAKING]
    if language:
        wanted = text_language(language)
        spoken = {(one.attribute, _speaker(one)) for one in told if one.evidence.language is wanted}
        told = [one for one in told if one.evidence.language is wanted or (one.attribute, _speaker(one)) not in spoken]
    speakers = tuple(sorted({_speaker(one) for one in told}))
    cases: dict[Hashable, list[Statement]] = {}
    for one in sorted(told, key=lambda one: ATTRIBUTE_ORDER.index(one.attribute)):
        cases.setdefault(case_of(one), []).append(one)
    return Sides(speakers=speakers, rows=tuple(_row(case, speakers) for case in cases.values()))


def sides_to_json(sides: Sides) -> Json:
    """The table: `cells` are in the order of `speakers`."""
    return {
        "speakers": [{"source_kind": one.kind.value, "report_year": one.report or None} for one in sides.speakers],
        "rows": [
            {
                "attribute": row.attribute.value,
                "scope": scope_to_json(row.first.scope),
                "differs": row.differs,
                "cells": [[statement_to_json(one, None) for one in cell] for cell in row.cells],
            }
            for row in sides.rows
        ],
    }


def _row(case: Sequence[Statement], speakers: Sequence[Speaker]) -> SideRow:
    cells = tuple(tuple(one for one in case if _speaker(one) == speaker) for speaker in speakers)
    said = [values for cell in cells if (values := _comparable(cell))]
    kinds = {one.value.kind for one in case if isinstance(one.value, Fee)}
    return SideRow(
        attribute=case[0].attribute,
        cells=cells,
        differs=any(one != other for one, other in combinations(said, 2)) or kinds == {FeeKind.FREE, _UNTOLD},
    )


def _comparable(cell: Sequence[Statement]) -> frozenset[Hashable]:
    """What a speaker says, as far as it can be compared: numbers, channels, codes; nothing where words stand free."""
    if any(isinstance(one.value, Text) and one.value.code is None for one in cell):
        return frozenset()
    return frozenset(_bare(one) for one in cell if not _says_nothing(one))


def _says_nothing(statement: Statement) -> bool:
    """A term without its number and a fee without its amount leave room for any."""
    match statement.value:
        case Deadline(value=None):
            return True
        case Fee(kind=kind):
            return kind is _UNTOLD
    return False


def _bare(statement: Statement) -> Hashable:
    match statement.value:
        case Deadline() as value:
            return replace(value, starts=None)
        case Channel(offered=offered):
            return offered
        case _:
            return value_key(statement)


def _speaker(statement: Statement) -> Speaker:
    return Speaker(tuple(SourceKind).index(statement.source_kind), report_year(statement.service) or 0)
