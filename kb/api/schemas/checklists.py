"""The documents that a person's case needs."""

from pydantic import Field

from kb.answer.calculators.checklist import Need, Reason
from kb.api.schemas.calculators import AskedCaseShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import StatementShape
from kb.model import ChannelCode, Language


class AskedListShape(AskedCaseShape):
    """What the caller told of the case, and whether a representative comes."""

    representative: bool | None


class ChecklistItemShape(Shape):
    """One document of the list."""

    name: str = Field(description="Its short name, in the language of the text")
    needed: Need
    listed: bool = Field(
        description="Whether it is told as one to bring: needed, or on a condition of the thing itself"
    )
    reason: Reason | None = Field(description="Why it is not needed, or what its condition is of")
    condition: str | None = Field(description="The condition in words of the text, or a code of recipients")
    statement: StatementShape


class ChecklistQuestionShape(Shape):
    """What the standard tells apart and was not answered."""

    asks: Reason
    options: list[str] = Field(description="Codes of channels or recipients; cases in words of the text")


class ChecklistShape(Shape):
    """The list of one text, for what was told of the case."""

    service: ServiceReference
    name: str = Field(description="The service's name in the text of the list")
    as_of: str
    language: Language | None = Field(description="Of the text; null where no rule lists documents")
    asked: AskedListShape
    channels: list[ChannelCode] = Field(
        description="The channels that the list is for; empty where it tells none apart"
    )
    other_channels: list[ChannelCode] = Field(description="Channels with a list of their own")
    case: str | None = Field(description="The case that the list is for, in words of the text")
    cases: list[str] = Field(description="All cases that the list tells apart")
    items: list[ChecklistItemShape]
    questions: list[ChecklistQuestionShape]
