"""A card over time, between two days, and speaker by speaker."""

from pydantic import Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.api.schemas.statement import ScopeShape, StatementShape, ValueShape
from kb.model import Attribute, SourceKind
from kb.pipeline.card_difference import CardChangeKind
from kb.resolve import RuledStanding


class HistoryEntryShape(Shape):
    """A value with a period in which it held."""

    attribute: Attribute
    scope: ScopeShape
    value: ValueShape
    from_: str | None = Field(alias="from", description="First day, null where no text tells it")
    until: str | None = Field(description="First day on which it no longer held, null while it does")
    held: bool = Field(description="False for a value that never was in force; its period is that of its text")
    day_standing: RuledStanding = Field(description="The standing of its statements today")
    overridden_by: str | None
    rule: str | None
    report_year: int | None = Field(description="Year of the report that alone tells the value")
    statements: list[str]
    evidence: list[EvidenceShape]


class HistoryShape(Shape):
    """The values of a service over time, case by case."""

    service: ServiceReference
    entries: list[HistoryEntryShape]


class ChangeSideShape(Shape):
    """A value with all its places."""

    value: ValueShape
    scope: ScopeShape
    statements: list[str]
    evidence: list[EvidenceShape]


class CardChangeShape(Shape):
    """A value that is in force on one of two days only, or two values of one case."""

    kind: CardChangeKind
    attribute: Attribute
    before: ChangeSideShape | None
    after: ChangeSideShape | None


class CardDifferenceShape(Shape):
    """What changed between two days."""

    service: ServiceReference
    from_: str = Field(alias="from")
    to: str
    changes: list[CardChangeShape]


class SpeakerShape(Shape):
    """A column: a kind of source, or a report that retells it."""

    source_kind: SourceKind
    report_year: int | None


class SideRowShape(Shape):
    """A case of an attribute; `cells` are in the order of `speakers`."""

    attribute: Attribute
    scope: ScopeShape
    differs: bool = Field(description="True where two speakers say different things; free words are not compared")
    cells: list[list[StatementShape]]


class SidesShape(Shape):
    """What each speaker says, case by case."""

    service: ServiceReference
    as_of: str
    speakers: list[SpeakerShape]
    rows: list[SideRowShape]
