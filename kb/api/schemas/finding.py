"""Findings and verdicts."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Listing, Shape
from kb.api.schemas.statement import StatementShape
from kb.model import FindingClass, FindingSeverity, FindingVerdict, Language, Prevailing, SourceKind
from kb.pipeline.findings import LONGEST_REASON
from kb.pipeline.reviews import LONGEST_AUTHOR

InWords = dict[Language, str]


class VerdictBody(BaseModel):
    """The body of a verdict; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid")

    verdict: FindingVerdict = Field(description="`open` takes a verdict back")
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class SideShape(Shape):
    """One of the two places of a finding."""

    statement: StatementShape | None = Field(description="null where the words are no statement: a missing number")
    evidence: EvidenceShape
    source_kind: SourceKind
    clause_digest: str = Field(description="Changes when the words of the clause do")


class VerdictShape(Shape):
    """A person's decision on a finding: it holds while both clauses keep their words."""

    id: int
    finding: str = Field(description="Id of the finding that it was taken on")
    kind: FindingClass = Field(alias="class")
    clause_digests: list[str]
    places: list[str]
    verdict: FindingVerdict
    reason: str
    author: str
    role: str
    at: str


class FoundShape(Shape):
    """Two places that cannot both be right, whatever people decided on them."""

    id: str
    kind: FindingClass = Field(alias="class")
    service: ServiceReference | None
    a: SideShape
    b: SideShape
    prevails: Prevailing | None = Field(description="null where the rules do not decide")
    rule: str | None
    basis: InWords | None = Field(description="The legal source of the rule")
    why: InWords
    correction: InWords | None = Field(description="What to change; null where nothing is proposed")
    severity: FindingSeverity
    reason: str | None = Field(
        description="Code of the explanation, part of the id where the same words contradict for several reasons"
    )
    until: date | None = Field(
        description="The day on which the next edition began or the act ended, where only past ones have it"
    )


class FindingShape(FoundShape):
    """Two places that cannot both be right, and what people decided on them."""

    verdict: FindingVerdict
    returned: bool = Field(description="True where people decided before one of the clauses changed")
    history: list[VerdictShape] = Field(description="All verdicts on its places, the oldest first")


Counted = Annotated[dict[str, int], Field(description="Only what there is some of")]


class FindingCountsShape(Shape):
    """How many findings fit the conditions; `verdicts` tell it without the condition on verdicts, `current` and `past`
    without that on editions."""

    found: int
    fixed: int = Field(description="Confirmed ones of the whole base that an amendment mended since")
    current: int = Field(description="Those that stand")
    past: int = Field(description="Those that only past editions of acts have")
    verdicts: dict[FindingVerdict, int]
    classes: Counted
    services: Counted
    bodies: Counted
    severities: Counted


class FindingListing(Listing[FindingShape]):
    """One page of findings, those that stand before past ones, and the counts of all that fit."""

    counts: FindingCountsShape
