"""Waves of public monitoring and what is computed from them."""

from datetime import date

from pydantic import Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.shape import Listing, Shape
from kb.model.monitoring import Standing
from kb.monitoring import Flag, Group, Measure
from kb.pipeline.monitoring import TrendNote


class WaveServiceShape(Shape):
    """A service that the wave itself names."""

    id: str
    name_kk: str
    name_ru: str | None


class WaveShape(Shape):
    """One survey."""

    id: str
    year: int
    organisation: str
    method: str
    since: date
    until: date
    sample: int | None = Field(description="How many people were to be asked")
    accreditation: str | None
    services: list[WaveServiceShape]


class QuestionShape(Shape):
    """A question of a wave."""

    code: str
    kind: str = Field(description="mark, yes_no, minutes or score")
    words: str = Field(description="In the language of the request")
    asked: int = Field(description="How many people it was put to")


class WaveDetailShape(WaveShape):
    """A wave with what it asked and whom."""

    questions: list[QuestionShape]
    keys: dict[Group, list[str]] = Field(description="Services, bodies, regions and channels that it has answers of")


class FormulaShape(Shape):
    """How a measure is computed and who says so, in the language of the request."""

    code: str
    formula: str
    name: str
    note: str
    source: str


class NamedShape(Shape):
    """A service, body, region or channel."""

    key: str = Field(description="Services by the id of today")
    name_kk: str
    name_ru: str


class CellShape(Shape):
    """Marks of 1 to 5 and what follows from them."""

    rank: int = Field(description="Equal figures share a place and the next one counts them all")
    asked: int
    rated: int
    satisfaction: float = Field(description="Per cent")
    low: float = Field(description="Per cent, lower bound of the 95 % interval")
    high: float
    mean: float
    ten_point: float
    counts: list[int] = Field(description="How many gave 1, 2, 3, 4 and 5")
    services: int = Field(description="Of bodies: how many services the marks are of; else 0")
    flags: list[Flag]


class RatedShape(CellShape, NamedShape):
    """One place of a rating."""


class RatingShape(Listing[RatedShape]):
    """A page of a rating, in order."""

    wave: str
    by: Group
    measure: Measure
    question: str
    best_two: bool
    least: int
    formulas: list[FormulaShape]
    excluded: list[str] = Field(description="Keys that fewer than `least` people gave a mark")
    unanswered: list[str] = Field(description="Keys that nobody gave a mark")
    nameless: int = Field(description="Answers of rows that do not say their service, body, region or channel")


class ColumnRowShape(NamedShape):
    """A row by columns; a cell is null where nobody gave a mark."""

    cells: dict[str, CellShape | None]


class AspectsShape(Shape):
    """Rows by the aspects that services are judged by."""

    wave: str
    by: Group
    aspects: list[str]
    missing: list[str] = Field(description="Aspects that the wave did not ask about")
    formulas: list[FormulaShape]
    items: list[ColumnRowShape]


class ChannelRowShape(ColumnRowShape):
    """A row by channels."""

    difference: float | None = Field(
        description="Percentage points: State Corporation less own offices; null where one has no marks"
    )


class ChannelsShape(Shape):
    """Rows by the channels of the wave."""

    wave: str
    by: Group
    channels: list[str]
    formulas: list[FormulaShape]
    items: list[ChannelRowShape]


class RegionShape(ChannelRowShape):
    """A region: its marks in all and by channel."""

    overall: CellShape | None = Field(description="All channels together; null where nobody gave a mark")


class RegionsShape(Shape):
    """The regions of a wave, the best first."""

    wave: str
    measure: Measure
    channels: list[str]
    formulas: list[FormulaShape]
    items: list[RegionShape]


class IndicatorShape(Shape):
    """Negative answers among all."""

    met: int
    rated: int


class TensionRowShape(NamedShape):
    """The index of social tension."""

    index: float | None = Field(description="Per cent; null where nobody answered one of the five questions")
    indicators: dict[str, IndicatorShape]


class TensionShape(Shape):
    """The index of social tension by rows, the highest first."""

    wave: str
    by: Group
    formulas: list[FormulaShape]
    items: list[TensionRowShape]


class OutcomesShape(Shape):
    """Tests of operators' advice by outcome."""

    right: int
    incomplete: int
    wrong: int
    silent: int = Field(description="Calls without an answer, outside of the share")
    share: float | None = Field(description="Per cent of right ones among the answered; null where none was")
    low: float | None
    high: float | None


class AdviceRowShape(OutcomesShape, NamedShape):
    """A row in all and by theme."""

    themes: dict[str, OutcomesShape]


class AdviceShape(Shape):
    """Tests of operators' advice."""

    wave: str
    by: Group
    formulas: list[FormulaShape]
    items: list[AdviceRowShape]


class SharedServicesShape(Shape):
    """Services held against those of the point before."""

    common: int
    gone: int
    new: int


class TrendPointShape(CellShape):
    """A wave of a trend."""

    wave: str
    year: int
    method: str
    notes: list[TrendNote] = Field(description="Why it cannot be compared with the point before; empty where it can")
    compared: SharedServicesShape


class TrendShape(Shape):
    """One key over the waves that have it, the oldest first."""

    by: Group
    key: str
    measure: Measure
    question: str
    formulas: list[FormulaShape]
    items: list[TrendPointShape]


class RecomputedShape(Shape):
    """A printed figure and what others of its report give for it."""

    rule: str
    subject: str
    printed: str
    standing: Standing
    low: str | None
    high: str | None
    reason: str | None
    words: str = Field(description="The reason, or the standing where there is none, in the language of the request")
    evidence: EvidenceShape
    ground: list[EvidenceShape] = Field(description="Places that it was computed from")


class LostRowShape(Shape):
    """A row of a table whose numbers could not be told apart."""

    table: str
    subject: str
    values: list[str]
    columns: int
    evidence: EvidenceShape


class RecomputationShape(Listing[RecomputedShape]):
    """A page of the printed figures of a report, by their place in it."""

    document: str
    counts: dict[Standing, int] = Field(description="Of all figures, whatever the filter")
    lost: list[LostRowShape]
