"""Recommendations of the monitoring and their steps."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.shape import Listing, Shape
from kb.model import Language
from kb.model.recommendation import LONGEST_WORDS, RecommendationState
from kb.pipeline.curation import LONGEST_AUTHOR
from kb.pipeline.practice.recommendations import LONGEST_OWNER

RECOMMENDATION_ID = "^[0-9a-f]{8}$"


class RecommendationBody(BaseModel):
    """A new recommendation; it needs a finding, or a document and a line of it."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field(min_length=1, max_length=LONGEST_WORDS)
    language: Language
    service: str | None = Field(default=None, max_length=300, description="Any id of the service")
    finding: str | None = Field(default=None, max_length=100, description="Id of the finding it follows from")
    document: str | None = Field(default=None, max_length=2_000, description="Name of the document, as in evidence")
    line: int | None = Field(default=None, ge=1, le=10_000_000, description="Line of the document, from 1")
    owner: str | None = Field(default=None, max_length=LONGEST_OWNER, description="Body or unit that has to do it")
    due: date | None = Field(default=None, description="Its last day")
    note: str = Field(default="", max_length=LONGEST_WORDS)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class StepBody(BaseModel):
    """The next state of a recommendation; owner and last day stay where they are left out."""

    model_config = ConfigDict(extra="forbid")

    state: RecommendationState
    owner: str | None = Field(default=None, max_length=LONGEST_OWNER)
    due: date | None = None
    note: str = Field(default="", max_length=LONGEST_WORDS)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class StepShape(Shape):
    """One step; `actor` is told to staff alone."""

    at: str
    actor: str | None
    state: RecommendationState
    owner: str | None
    due: str | None
    note: str


class RecommendationShape(Shape):
    """A recommendation as it stands today."""

    id: str
    made_at: str
    words: str
    language: Language
    service: str | None
    finding: str | None
    place: dict[str, object] | None = Field(description="Evidence: the line of the document it follows from")
    state: RecommendationState
    owner: str | None
    due: str | None
    overdue: bool
    steps: list[StepShape]


class RecommendationListing(Listing[RecommendationShape]):
    """One page of recommendations, and how many stand in each state."""

    counts: dict[RecommendationState, int]
