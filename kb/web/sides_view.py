"""What each speaker says of a service, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Statement
from kb.norms import label
from kb.pipeline.side_by_side import Sides
from kb.pipeline.value_key import value_key
from kb.web.told_value import ToldValue, told_value
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRowView:
    """One case: what each speaker says of it, in the order of the columns."""

    cells: tuple[tuple[ToldValue, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeSides:
    """The cases of one attribute."""

    code: str
    title: str
    rows: tuple[SideRowView, ...]


def speaker_names(sides: Sides, words: Words) -> tuple[str, ...]:
    """The headings of the columns."""
    return tuple(
        label("source_kind", one.kind.value, words.language)
        + (f" ({words('card.report', year=one.report)})" if one.report else "")
        for one in sides.speakers
    )


def side_views(sides: Sides, words: Words) -> tuple[AttributeSides, ...]:
    """The attributes in the card's order."""
    return tuple(
        AttributeSides(
            code=attribute.value,
            title=label("attribute", attribute.value, words.language),
            rows=tuple(
                SideRowView(cells=tuple(_cell(cell, words) for cell in row.cells), differs=row.differs)
                for row in sides.rows
                if row.attribute is attribute
            ),
        )
        for attribute in dict.fromkeys(row.attribute for row in sides.rows)
    )


def _cell(cell: Sequence[Statement], words: Words) -> tuple[ToldValue, ...]:
    values = dict.fromkeys(value_key(one) for one in cell)
    return tuple(told_value([one for one in cell if value_key(one) == value], words) for value in values)
