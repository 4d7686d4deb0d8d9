"""The question and the consultant's answer."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import ScopeShape, ValueShape
from kb.model import AnswerState, Attribute, Intent, Language, SourceKind

QUERY_LIMIT = 1000


class QuestionBody(BaseModel):
    """The body of POST /v1/ask; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=QUERY_LIMIT, description="The question, in Kazakh or Russian")
    lang: Language | None = Field(default=None, description="Language of the answer; null follows the question")
    as_of: date | None = Field(default=None, description="Date of the question; null is today")


class AnswerValueShape(Shape):
    """One value of an answer."""

    attribute: Attribute
    value: ValueShape
    scope: ScopeShape
    source_kind: SourceKind
    effective: bool
    overridden_by: str | None
    tenge: int | float | None


class AnswerShape(Shape):
    """What is told to the caller."""

    id: str
    q: str
    lang: Language
    state: AnswerState
    intent: Intent
    service: ServiceReference | None
    answer: str
    read_aloud: str
    values: list[AnswerValueShape]
    citations: list[EvidenceShape]
    alternatives: list[ServiceReference]
    as_of: str
    took_ms: float
