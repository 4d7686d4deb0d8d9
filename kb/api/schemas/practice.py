"""Promise and practice of a service."""

from pydantic import Field

from kb.api.schemas.recommendation import RecommendationShape
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import StatementShape


class WaveName(Shape):
    """The wave that a figure comes from."""

    id: str
    year: int
    method: str
    organisation: str


class MeasuredShape(Shape):
    """The answers of a wave to a question; figures are null where the kind of the question has none."""

    wave: WaveName
    question: str
    kind: str
    rated: int
    silent: int
    small_n: bool = Field(description="Fewer than 30 answers: the interval tells next to nothing")
    counts: dict[str, int]
    share: float | None
    low: float | None
    high: float | None
    mean: float | None
    median: float | None


class TopicShape(Shape):
    """One topic: what is promised, told and measured."""

    topic: str
    known: bool = Field(description="False: nothing was told or measured")
    promise: list[StatementShape]
    told: list[StatementShape]
    figures: list[dict[str, object]] = Field(description="Figures that reports print, each with its evidence")
    met: list[dict[str, object]] = Field(description="What people met, each with its evidence")
    measured: list[MeasuredShape]


class ChannelPointShape(Shape):
    """Satisfaction by channel in one wave."""

    wave: WaveName
    comparable_with_before: bool
    rows: list[dict[str, object]]


class PracticeShape(Shape):
    """A service's promise beside its practice."""

    service: dict[str, object]
    as_of: str
    topics: list[TopicShape]
    channels: list[ChannelPointShape]
    survey: list[dict[str, object]]
    people: dict[str, int] = Field(description="How many people reports asked, by channel")
    quotes: list[dict[str, object]]
    recommendations: list[RecommendationShape]
