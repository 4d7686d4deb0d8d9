"""Statements, cards and survey figures."""

from pydantic import Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference, ServiceShape
from kb.api.schemas.shape import Shape
from kb.model import (
    ActType,
    Attribute,
    Bound,
    ChannelCode,
    DocumentForm,
    FeeKind,
    Language,
    PaymentWay,
    Purpose,
    SourceKind,
    Standing,
    StartEvent,
    SurveyChannel,
    SurveyPlace,
    Unit,
    Verdict,
)
from kb.resolve import RuledStanding


class DeadlineShape(Shape):
    """A term; `value` is null where the text leaves the number out."""

    value: int | float | None
    unit: Unit
    bound: Bound
    purpose: Purpose
    starts: StartEvent | None = Field(description="The event that the term runs from; zero days are its own day")
    least: int | float | None = Field(description="The lower end of a printed range")


class FeeShape(Shape):
    """A fee as printed."""

    kind: FeeKind
    amount: int | float | None
    cap_mrp: int | float | None
    of: str | None
    per: str | None
    least: int | float | None = Field(description="The lower end of a printed range")
    ways: list[PaymentWay]


class ChannelShape(Shape):
    """A channel that is offered or is said not to be."""

    code: ChannelCode
    offered: bool
    only: bool = Field(description="True where the text says that there is no other channel")


class ActReferenceShape(Shape):
    """An act named in a text."""

    type: ActType
    number: str | None
    date: str | None
    title: str | None


class DocumentShape(Shape):
    """A document that is asked for."""

    text: str
    code: str | None
    forms: list[DocumentForm]
    obtained_by_state: bool
    system: str | None
    only_if_changed: bool
    original_shown: bool


class TextShape(Shape):
    """A value in words."""

    text: str
    code: str | None


ValueShape = DeadlineShape | FeeShape | ChannelShape | ActReferenceShape | DocumentShape | TextShape


class ConditionShape(Shape):
    """One condition of a scope."""

    code: str | None
    text: str


class ScopeShape(Shape):
    """When a value holds; null holds for all."""

    case: ConditionShape | None
    channel: ConditionShape | None
    recipient: ConditionShape | None
    region: ConditionShape | None


class StatementShape(Shape):
    """One value of one service with its scope, its speaker and its evidence."""

    id: str
    service: ServiceReference | None
    attribute: Attribute
    value: ValueShape
    scope: ScopeShape
    source_kind: SourceKind
    evidence: EvidenceShape
    valid_from: str | None
    valid_to: str | None
    superseded_by: str | None
    standing: Standing
    by: ActReferenceShape | None = Field(description="The act that sets the value where the text tells of another act")


class DecisionShape(Shape):
    """What a person decided."""

    verdict: Verdict
    reason: str
    author: str
    decided_at: str
    value: ValueShape | None


class DatedStatement(StatementShape):
    """A statement looked at on a date."""

    in_force: bool = Field(description="False where the statement's own dates exclude `as_of`")
    effective: bool = Field(description="True where the value holds on `as_of`")
    day_standing: RuledStanding = Field(description="Why the value holds on `as_of`, or why it does not")
    overridden_by: str | None = Field(description="Id of the statement that holds in its place")
    overridden_since: str | None = Field(description="From when it does, null where no text tells")
    rule: str | None = Field(description="Code of the rule by which it does, explained in the card's `rules`")
    narrowed_by: list[str] = Field(description="Ids of statements that hold instead for a part of its scope")
    disputed: bool = Field(description="True where another effective value contradicts it and no rule decides")
    unconfirmed_since: int | None = Field(description="Year of the report that alone tells a value that still holds")
    tenge: int | float | None = Field(description="The fee on `as_of`, null for other values and outside the MRP table")
    decision: DecisionShape | None = Field(description="What a person decided on it: accepted, or gave this value")


class GapShape(Shape):
    """A value that its source leaves out."""

    attribute: str
    reason: str | None
    evidence: EvidenceShape


class SurveyShape(Shape):
    """Survey figures as printed."""

    service: ServiceReference
    channel: SurveyChannel
    region: str | None
    n: int | None
    rated: int | None
    counts: list[int] | None
    satisfaction_pct: float | None
    mean: float | None
    source: SurveyPlace
    evidence: EvidenceShape


class RuleShape(Shape):
    """A rule that decides between values: its title by language, and where it stands."""

    title: dict[Language, str]
    source: dict[str, str]


class CardShape(Shape):
    """A service and its statements by attribute."""

    service: ServiceShape
    statements: dict[Attribute, list[DatedStatement]]
    gaps: list[GapShape]
    survey: list[SurveyShape]
    as_of: str
    rules: dict[str, RuleShape] = Field(description="The rules that decided, by code")
