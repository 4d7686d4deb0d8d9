"""Tables of a wave: rows by aspects, by channels, of the index of tension, and over waves."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kb.model.monitoring import Answers, Wave
from kb.monitoring import Group, Indicator, Measure, RatedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A key with a rated row in each column that somebody gave a mark in; the rank is the place within the column."""

    key: str
    cells: Mapping[str, RatedRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectTable:
    """Rows by the aspects that the wave asked about; `missing` are the aspects that it did not."""

    by: Group
    aspects: tuple[str, ...]
    missing: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow(TableRow):
    """A key by channels; `difference` is the satisfaction of the State Corporation less that of the bodies' own offices
    in percentage points with one decimal, of unrounded shares; None where one of them has no marks."""

    difference: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTable:
    """Rows by the channels of the wave."""

    by: Group
    channels: tuple[str, ...]
    rows: tuple[ChannelRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionRow:
    """The index of social tension in per cent with two decimals, None where nobody answered one of its questions;
    the counts of its five indicators by question."""

    key: str
    index: Decimal | None
    indicators: Mapping[str, Indicator]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRow:
    """Tests of operators' advice on a key: in all, and by theme (the code of the question)."""

    key: str
    overall: Answers
    themes: Mapping[str, Answers]


class TrendNote(StrEnum):
    """Why a point is not comparable with the one before it: other services were asked about, or in another way."""

    OTHER_SERVICES = "other_services"
    OTHER_METHOD = "other_method"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """A wave in a trend; `notes` are empty where its figure may be held against that of the point before.

    `common`, `gone` and `new` count services against the point before; all 0 at the first.
    """

    wave: Wave
    row: RatedRow
    notes: tuple[TrendNote, ...]
    common: int
    gone: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The figure of one key over the waves that have it, the oldest first."""

    by: Group
    key: str
    measure: Measure
    points: tuple[TrendPoint, ...]
