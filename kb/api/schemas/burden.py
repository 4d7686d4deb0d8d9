"""The burden of services."""

from pydantic import Field

from kb.api.schemas.shape import Listing, Shape
from kb.model import Language


class PaperShape(Shape):
    """A document of the list that is counted."""

    standing: str = Field(description="by_state, in_system, repeated, own or brought; docs/practice.md")
    text: str
    code: str | None
    beside: list[str] = Field(description="Services whose standards decided the standing")
    statement: str
    evidence: dict[str, object]


class BurdenShape(Shape):
    """The counts of a service: index = brought + steps + obtainable + repeated."""

    service: dict[str, object]
    index: int
    listed: int
    brought: int
    obtainable: int
    repeated: int
    steps: list[str]
    channel: str | None = Field(description="The channel whose list is the longest; null: lists name none")
    language: Language
    papers: list[PaperShape] | None = None


class BurdenListing(Listing[BurdenShape]):
    """One page of services, the heaviest first."""

    as_of: str
    total: int
