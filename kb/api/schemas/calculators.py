"""Calculated fees and due dates."""

from pydantic import Field

from kb.answer.calculators.calculated_fee import FeeOutcome
from kb.answer.calculators.due_date import DueOutcome
from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import ActReferenceShape, DeadlineShape, FeeShape, ScopeShape
from kb.model import Bound, ChannelCode, Language
from kb.norms.days_off import Rest
from kb.pipeline.ruled_values import Part


class ToldShape(Shape):
    """A sentence: its code for programs, its words by language."""

    code: str
    words: dict[Language, str]


class AskedCaseShape(Shape):
    """What the caller told of the case."""

    case: str | None
    recipient: str | None
    channel: ChannelCode | None


class OtherFeeShape(Shape):
    """The statement of the fee that a share is of."""

    statement: str
    value: FeeShape
    scope: ScopeShape
    evidence: EvidenceShape


class OtherTermShape(Shape):
    """The statement of an extension."""

    statement: str
    value: DeadlineShape
    scope: ScopeShape
    evidence: EvidenceShape


class IndexShape(Shape):
    """A row of the MRP table with the act that sets it."""

    value: int | float
    from_: str = Field(alias="from")
    act: ActReferenceShape
    citation: str


class FeeAlternativeShape(Shape):
    """The sum under one of the values of the index that sources apply."""

    index: int | float
    amount: int | float
    steps: list[ToldShape]


class CalculatedValueShape(Shape):
    """What a calculated row has of its value on the card."""

    part: Part = Field(description="`current` holds on the day; `heard` is told or seen in practice and is no norm")
    scope: ScopeShape
    disputed: bool
    unconfirmed_since: int | None = Field(description="Year of the report that alone tells the value")
    statements: list[str]
    evidence: list[EvidenceShape]
    bound: Bound
    steps: list[ToldShape]
    warnings: list[ToldShape]


class CalculatedFeeShape(CalculatedValueShape):
    """A fee with its sum on the day."""

    value: FeeShape
    outcome: FeeOutcome
    amount: int | float | None = Field(description="Tenge for all copies, exact; null where no sum can be named")
    rounded: int | None = Field(description="The sum in whole tenge, half up")
    lowest: int | float | None = Field(description="The lower end where the text prints a range")
    copies: int
    payer: dict[Language, str]
    formula: dict[Language, str]
    alternatives: list[FeeAlternativeShape] = Field(description="All sums of an open question; none is picked")
    index: IndexShape | None
    base: OtherFeeShape | None


class ServiceFeesShape(Shape):
    """The fees of a service for a case on a day."""

    service: ServiceReference
    as_of: str
    copies: int
    asked: AskedCaseShape
    items: list[CalculatedFeeShape]
    left_out: int = Field(description="Values of other cases, channels and recipients")
    warnings: list[ToldShape]


class DueAlternativeShape(Shape):
    """Another day that the law or the text leaves open."""

    day: str
    why: dict[Language, str]


class SkippedDayShape(Shape):
    """A day of the term that is not worked."""

    day: str
    rest: Rest
    reason: dict[Language, str]
    citation: str
    verified: bool = Field(description="False where only the list of the holidays package was read")


class CalculatedDueShape(CalculatedValueShape):
    """A term with its last day."""

    value: DeadlineShape
    outcome: DueOutcome
    day: str | None = Field(description="The last day of the term; null where no single day can be named")
    accepted: str | None
    first_counted: str | None
    earliest: str | None = Field(description="The day of the lower end of a printed range")
    handed_over: str | None = Field(description="Until when the text wants the result handed over before the end")
    alternatives: list[DueAlternativeShape]
    skipped: list[SkippedDayShape]
    worked: list[str] = Field(description="Days of rest that are worked instead of a moved one")
    cited: list[EvidenceShape] = Field(description="Words of the text on how its terms are counted")
    extension: OtherTermShape | None


class ServiceDueDatesShape(Shape):
    """The terms of a service for a case that is filed on a day."""

    service: ServiceReference
    filed: str
    extended: bool
    asked: AskedCaseShape
    items: list[CalculatedDueShape]
    left_out: int = Field(description="Terms of other cases, channels and recipients")
    warnings: list[ToldShape]
