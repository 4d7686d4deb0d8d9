"""The question and the consultant's answer."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import ScopeShape, ValueShape
from kb.model import AnswerState, Attribute, ChannelCode, Intent, Language, SourceKind, YesNo

QUERY_LIMIT = 1000
BEFORE_LIMIT = 10


class AskedBody(BaseModel):
    """An earlier question of the conversation and the service that its answer was about."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=QUERY_LIMIT)
    service: str | None = Field(default=None, max_length=200)


class QuestionBody(BaseModel):
    """The body of POST /v1/ask; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=QUERY_LIMIT, description="The question, in Kazakh or Russian")
    lang: Language | None = Field(default=None, description="Language of the answer; null follows the question")
    as_of: date | None = Field(default=None, description="Date of the question; null is today")
    service: str | None = Field(
        default=None, max_length=200, description="The service that is meant, by any of its ids"
    )
    before: list[AskedBody] = Field(
        default=[], max_length=BEFORE_LIMIT, description="What was asked before in this conversation, oldest first"
    )


class AnswerValueShape(Shape):
    """One value of an answer."""

    attribute: Attribute
    value: ValueShape
    scope: ScopeShape
    source_kind: SourceKind
    effective: bool
    overridden_by: str | None
    planned_from: str | None
    tenge: int | float | None


class AnswerChoiceShape(Shape):
    """One way to say what was meant."""

    label: str
    q: str
    service: str | None


class AnswerDueShape(Shape):
    """The last day of a term, for the day of filing that the question names."""

    term: ValueShape
    filed: str
    day: str | None = Field(description="Null where no day can be named; `others` then has what is left open")
    earliest: str | None = Field(description="The day of the lower end of a printed range")
    others: list[str] = Field(description="Days that the law or the text leaves open beside it")
    channel: ChannelCode | None = Field(description="Where it was counted to be filed; null where that is all one")


class AnswerShape(Shape):
    """What is told to the caller."""

    id: str
    q: str
    lang: Language
    state: AnswerState
    intent: Intent
    intents: list[Intent]
    yes_no: YesNo | None
    service: ServiceReference | None
    answer: str
    read_aloud: str
    values: list[AnswerValueShape]
    citations: list[EvidenceShape]
    alternatives: list[ServiceReference]
    choices: list[AnswerChoiceShape]
    findings: list[str]
    due: list[AnswerDueShape]
    quoted: bool
    as_of: str
    took_ms: float
