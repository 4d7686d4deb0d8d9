"""Marks of 1 to 5 given here and now."""

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.shape import Shape
from kb.model import Language
from kb.model.live import LiveSubject
from kb.pipeline.feedback import LONGEST_NAME, LONGEST_WORDS


class LiveMarkBody(BaseModel):
    """A mark; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid")

    subject: LiveSubject = Field(description="How the service was given, or the consultant's answer on it")
    service: str = Field(min_length=1, max_length=LONGEST_NAME, description="Any id of the service")
    mark: int = Field(ge=1, le=5)
    language: Language
    channel: str | None = Field(default=None, max_length=40, description="Where the service was received")
    words: str = Field(default="", max_length=LONGEST_WORDS, description="Personal data are masked")


class CountedMark(Shape):
    """The wave of the monitoring in which the mark is counted."""

    wave: str


class LiveCommentShape(Shape):
    """What somebody wrote beside a mark."""

    id: str
    made_at: str
    subject: LiveSubject
    service: str
    channel: str | None
    mark: int
    language: Language
    words: str


class LiveCommentListing(Shape):
    """Comments, the newest first."""

    items: list[LiveCommentShape]
    kept_days: int = Field(description="How long words are kept; 0: no marks are")
