"""What people look at and decide: doubtful readings, and their verdicts on them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.statement import Attribute, Statement
from kb.model.value import Fee, Value


class ReviewKind(StrEnum):
    """What an item asks about: one stated value, or two services that may be one."""

    STATEMENT = "statement"
    SERVICES = "services"


class DoubtReason(StrEnum):
    """Why a reading is doubtful; the labels stand in the norms table `doubt_reason`."""

    NUMBER_AND_WORDS = "number_and_words"
    ODD_NUMBER = "odd_number"
    DAMAGED_NUMBER = "damaged_number"
    DAMAGED_WORDS = "damaged_words"
    NO_CALENDAR = "no_calendar"
    UNKNOWN_BODY = "unknown_body"
    SEVERAL_BODIES = "several_bodies"
    LONG_CASE = "long_case"
    NEAR_NAMES = "near_names"
    OTHER_LANGUAGE = "other_language"
    DECIDED = "decided"


class Verdict(StrEnum):
    """What a person decides. Of two services, ACCEPT says that they are one and REJECT that they are two."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"


class ReviewState(StrEnum):
    """How an item stands; REOPENED where its clause reads otherwise than when it was decided."""

    OPEN = "open"
    REOPENED = "reopened"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


STATE_OF = {
    Verdict.ACCEPT: ReviewState.ACCEPTED,
    Verdict.EDIT: ReviewState.EDITED,
    Verdict.REJECT: ReviewState.REJECTED,
}
WAITING = (ReviewState.REOPENED, ReviewState.OPEN)


def words_digest(text: str) -> str:
    """`sha256:…` of the words of a text, whatever blanks stand between them."""
    return "sha256:" + hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def item_id(key: str, digest: str) -> str:
    """The id of the item with this key whose clause has these words."""
    return hashlib.sha256(f"{key}\x1f{digest}".encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """Something that a person should look at.

    `key` is the same for one reading of one clause in every edition and archive, `place` for all readings of an
    attribute in that clause, `digest` for the same words of the clause. `confidence` (0 to 1) is an order of work,
    least first, and no probability. A STATEMENT item has its `statement` and the ids of all statements that say the
    same in the same words; a SERVICES item has two `names`, their `keys` (of mentions) and `evidence`. `candidates`
    are codes of bodies. `services` are the ids of the services that it is about.
    """

    key: str
    place: str
    digest: str
    kind: ReviewKind
    reasons: tuple[DoubtReason, ...]
    confidence: float
    evidence: tuple[Evidence, ...]
    statement: Statement | None = None
    statements: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.statement is not None) is not (self.kind is ReviewKind.STATEMENT):
            raise ValueError(f"a review item of kind {self.kind} does not fit its statement {self.statement}")
        if self.kind is ReviewKind.SERVICES and not len(self.keys) == len(self.names) == 2:
            raise ValueError("a review item on services needs two of them")

    @property
    def id(self) -> str:
        """The same as long as key and words are."""
        return item_id(self.key, self.digest)

    @property
    def attribute(self) -> Attribute | None:
        """What the doubtful statement is about; None for a pair of services."""
        return self.statement.attribute if self.statement else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict on an item, with the item as it was then; `value` is the person's own for EDIT only."""

    item: ReviewItem
    verdict: Verdict
    reason: str
    author: str
    decided_at: datetime
    value: Value | None = None
    id: int = 0

    def __post_init__(self) -> None:
        if (self.value is not None) is not (self.verdict is Verdict.EDIT):
            raise ValueError(f"a decision to {self.verdict} does not fit its value {self.value}")
        if self.value is not None and self.item.statement is None:
            raise ValueError("two services have no value to edit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Statements as people decided on them.

    `statements` are those that stand, with the person's value where it was edited; `decisions` tells, by statement
    id, which of them a person accepted or edited; `rejected` are those that no longer stand, each with its decision.
    """

    statements: tuple[Statement, ...]
    decisions: Mapping[str, Decision]
    rejected: tuple[tuple[Statement, Decision], ...]


def apply_decisions(statements: Sequence[Statement], decisions: Mapping[str, Decision]) -> Decided:
    """The statements joined with the decisions on them (by statement id); neither is changed.

    An edited value gives its statement another id: shares of an edited fee point at the new one.
    """
    kept: list[tuple[Statement, Decision | None]] = []
    rejected: list[tuple[Statement, Decision]] = []
    renamed: dict[str, str] = {}
    for one in statements:
        decision = decisions.get(one.id)
        if decision is not None and decision.verdict is Verdict.REJECT:
            rejected.append((one, decision))
            continue
        stands = one if decision is None or decision.value is None else replace(one, value=decision.value)
        renamed[one.id] = stands.id
        kept.append((stands, decision))
    standing = [(_following(one, renamed), decision) for one, decision in kept]
    return Decided(
        statements=tuple(one for one, _ in standing),
        decisions={one.id: decision for one, decision in standing if decision is not None},
        rejected=tuple(rejected),
    )


def _following(statement: Statement, renamed: Mapping[str, str]) -> Statement:
    value = statement.value
    if isinstance(value, Fee) and value.of and renamed.get(value.of, value.of) != value.of:
        return replace(statement, value=replace(value, of=renamed[value.of]))
    return statement
