"""Marks that people give, and the work list of them."""

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.shape import Listing, Shape
from kb.model import Language
from kb.model.feedback import GapClass, GapState, MarkKind
from kb.pipeline.curation import LONGEST_AUTHOR
from kb.pipeline.feedback import LONGEST_NAME, LONGEST_WORDS
from kb.search.request import LONGEST_TEXT

MARK_ID = "^[0-9a-f]{16}$"


class MarkBody(BaseModel):
    """A mark; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: MarkKind
    page: str = Field(min_length=1, max_length=LONGEST_NAME, description="Path of the page, without what was asked")
    language: Language
    question: str | None = Field(default=None, max_length=LONGEST_TEXT, description="Personal data are masked")
    service: str | None = Field(default=None, max_length=LONGEST_NAME, description="Any id of the service")
    answer: str | None = Field(default=None, max_length=64, description="Id of the answer")
    words: str = Field(default="", max_length=LONGEST_WORDS, description="Personal data are masked")
    gap: GapClass | None = Field(default=None, alias="class", description="What is missing; needs the role operator")
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class MadeMark(Shape):
    """The id of a new mark."""

    id: str


class SortBody(BaseModel):
    """A class for a mark; null takes it away."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    gap: GapClass | None = Field(alias="class")
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class SettleBody(BaseModel):
    """Whether the work on a mark is done."""

    model_config = ConfigDict(extra="forbid")

    state: GapState
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class MarkShape(Shape):
    """A mark as it is kept."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    id: str
    made_at: str
    kind: MarkKind
    page: str
    language: Language
    question: str | None
    service: str | None
    answer: str | None
    words: str
    gap: GapClass | None = Field(alias="class", description="Null: not yet sorted")
    state: GapState
    changed_by: str | None
    changed_at: str | None


class MarkCountShape(Shape):
    """How many marks of a week."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    week: str = Field(description="Its Monday")
    kind: MarkKind
    gap: GapClass | None = Field(alias="class")
    state: GapState
    count: int


class MarkListing(Listing[MarkShape]):
    """One page of marks, and the counts of all that the conditions leave."""

    counts: list[MarkCountShape]
    kept_days: int = Field(description="How long a mark is kept; 0: none is")
