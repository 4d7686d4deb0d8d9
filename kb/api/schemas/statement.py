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
    FeeKind,
    Purpose,
    SourceKind,
    SurveyChannel,
    SurveyPlace,
    Unit,
)


class DeadlineShape(Shape):
    """A term; `value` is null where the text leaves the number out."""

    value: int | float | None
    unit: Unit
    bound: Bound
    purpose: Purpose


class FeeShape(Shape):
    """A fee as printed."""

    kind: FeeKind
    amount: int | float | None
    cap_mrp: int | float | None
    of: str | None
    per: str | None


class ChannelShape(Shape):
    """A channel that is offered or is said not to be."""

    code: ChannelCode
    offered: bool


class ActReferenceShape(Shape):
    """An act named in a text."""

    type: ActType
    number: str | None
    date: str | None
    title: str | None


class TextShape(Shape):
    """A value in words."""

    text: str
    code: str | None


ValueShape = DeadlineShape | FeeShape | ChannelShape | ActReferenceShape | TextShape


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


class DatedStatement(StatementShape):
    """A statement looked at on a date."""

    in_force: bool = Field(description="False where the statement's own dates exclude `as_of`")
    tenge: int | float | None = Field(description="The fee on `as_of`, null for other values and outside the MRP table")


class GapShape(Shape):
    """A value that its source leaves out."""

    attribute: str
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


class CardShape(Shape):
    """A service and its statements by attribute."""

    service: ServiceShape
    statements: dict[Attribute, list[DatedStatement]]
    gaps: list[GapShape]
    survey: list[SurveyShape]
    as_of: str
