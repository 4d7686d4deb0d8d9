"""The review queue."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.shape import Listing, Shape
from kb.api.schemas.statement import DecisionShape, StatementShape, ValueShape
from kb.model import Attribute, DoubtReason, ReviewKind, ReviewState, Verdict
from kb.pipeline.reviews import LONGEST_AUTHOR, LONGEST_REASON


class DecisionBody(BaseModel):
    """The body of a decision; other keys are refused, a misspelt key must not pass silently."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict = Field(description="Of two services, accept: they are one; reject: they are two")
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)
    value: dict[str, Any] | None = Field(
        default=None, description="For edit: the fields of the value that differ from what was read"
    )


class EarlierDecision(DecisionShape):
    """A decision on other words of the clause, with what was read then."""

    read: ValueShape | None
    evidence: list[EvidenceShape]


class ReviewShape(Shape):
    """Something that a person should look at."""

    id: str
    digest: str = Field(description="sha256:… of the clause's words; a decision holds as long as it is the same")
    kind: ReviewKind
    attribute: Attribute | None
    reasons: list[DoubtReason]
    confidence: float = Field(description="0 to 1, the least is asked first: an order of work, no probability")
    state: ReviewState
    statement: StatementShape | None
    statements: list[str] = Field(description="Ids of all statements that say the same in the same words")
    services: list[str]
    names: list[str] = Field(description="Names of the two services of a pair")
    candidates: list[str] = Field(description="Codes of bodies that the words may mean")
    evidence: list[EvidenceShape]
    decisions: list[DecisionShape]
    earlier: list[EarlierDecision]


class ReviewListing(Listing[ReviewShape]):
    """One page of the queue, and how many items of the filter there are by state, kind, reason and attribute."""

    counts: dict[str, dict[str, int]]
