"""A finding: two places of texts that cannot both be right, with what decides between them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.source import SourceKind
from kb.model.statement import Statement


class FindingClass(StrEnum):
    """What is contradictory (docs/contradictions.md)."""

    DEADLINE = "deadline"
    FEE = "fee"
    DOCUMENTS = "documents"
    CHANNEL = "channel"
    PROVIDER = "provider"
    FORM = "form"
    RESULT = "result"
    REFUSAL = "refusal"
    ELIGIBILITY = "eligibility"
    LANGUAGE_PARITY = "language_parity"
    LEGAL_BASIS = "legal_basis"
    STALE_INDEX = "stale_index"
    PORTAL_DRIFT = "portal_drift"
    WITHIN_RECORD = "within_record"
    PASTED_TEXT = "pasted_text"
    TWO_STANDARDS = "two_standards"
    STEPS_SUM = "steps_sum"
    OPEN_CLAUSE = "open_clause"
    DUPLICATION = "duplication"
    STATISTICS = "statistics"
    ADVICE = "advice"
    NAME = "name"


class FindingSeverity(StrEnum):
    """How much a finding hurts: HIGH misleads people about money, terms or where to go; LOW is a matter of drafting."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class FindingVerdict(StrEnum):
    """What a person decided on a finding; OPEN while nobody did."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    EXCEPTION = "exception"
    SAME_OUTCOME = "same_outcome"
    TRANSLATION = "translation"
    SOURCE_ERROR = "source_error"


class Prevailing(StrEnum):
    """The side that prevails."""

    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a finding. `statement` is None where the words are no statement (a figure, a missing number).

    `digest` is a digest of the words of the clause that holds the evidence, without its spelling of blanks and case:
    it changes when the clause does, whichever snapshot or place the clause is read from.
    """

    evidence: Evidence
    source_kind: SourceKind
    digest: str
    statement: Statement | None = None

    @property
    def place(self) -> str:
        """Where the clause stands, whichever edition: act or document, and clause."""
        return f"{self.evidence.act or self.evidence.document}#{self.evidence.clause or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two sides of one contradiction.

    `service` is the id of the service, None for an act that states no service. `why` tells it in plain words by
    language, `correction` what to change, None where the program proposes nothing. `prevails` is None where no rule
    decides; else `rule` is the code of the rule (kb.resolve.precedence_rules) and `basis` its legal source by language.
    `reason` is the code of the explanation where another finding of the class cites the same words of the same clauses
    for another reason: it is then part of the id. `until` is the day on which the next edition began, or the act ended,
    where only past editions of an act have the contradiction; None where it stands, or where no source tells the day.
    """

    kind: FindingClass
    service: str | None
    a: Side
    b: Side
    severity: FindingSeverity
    why: Mapping[Language, str]
    prevails: Prevailing | None = None
    rule: str | None = None
    basis: Mapping[Language, str] | None = None
    correction: Mapping[Language, str] | None = None
    reason: str | None = None
    until: date | None = None
    id: str = field(init=False, default="")
    words: str = field(init=False, default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", finding_key(self.kind, self.service, self.a, self.b, self.reason))
        object.__setattr__(self, "words", words_key(self.kind, self.a, self.b, self.reason))


def words_key(kind: FindingClass, a: Side, b: Side, reason: str | None = None) -> str:
    """Key of what two clauses say: the class, and of both the digest and the words cited, wherever they stand and
    whichever service they are told of."""
    sides = sorted("\x1f".join((one.digest, " ".join(one.evidence.quote.split()))) for one in (a, b))
    told = (kind, *sides) if reason is None else (kind, *sides, reason)
    return hashlib.sha256("\x1e".join(told).encode()).hexdigest()[:20]


def finding_key(kind: FindingClass, service: str | None, a: Side, b: Side, reason: str | None = None) -> str:
    """Stable key of a finding: its class, service and the two clauses with the words cited, whatever their order,
    place in their texts, edition or snapshot; and its reason where one is given."""
    sides = sorted(
        "\x1f".join((one.evidence.act or one.evidence.document, one.digest, " ".join(one.evidence.quote.split())))
        for one in (a, b)
    )
    told = (kind, service or "", *sides) if reason is None else (kind, service or "", *sides, reason)
    return hashlib.sha256("\x1e".join(told).encode()).hexdigest()[:20]
