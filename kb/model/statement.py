"""The statement: one value of one service, with its scope, its speaker and its evidence."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.source import SourceKind
from kb.model.value import ActReference, Channel, Deadline, Fee, RequiredDocument, Text, Value


class Attribute(StrEnum):
    """What a statement is about."""

    DEADLINE = "deadline"
    FEE = "fee"
    CHANNEL = "channel"
    PROVIDER = "provider"
    RECIPIENT = "recipient"
    FORM = "form"
    RESULT = "result"
    RESULT_FORM = "result_form"
    DOCUMENT = "document"
    REFUSAL_GROUND = "refusal_ground"
    LEGAL_ACT = "legal_act"
    SCHEDULE = "schedule"
    WAITING = "waiting"
    REQUISITES = "requisites"
    COMPETENT_BODY = "competent_body"
    ELIGIBILITY = "eligibility"
    ESIGNATURE = "esignature"
    NOTIFICATION = "notification"
    APPEAL = "appeal"
    OTHER_REQUIREMENT = "other_requirement"


VALUE_TYPES: dict[Attribute, type[Value]] = {
    Attribute.DEADLINE: Deadline,
    Attribute.FEE: Fee,
    Attribute.CHANNEL: Channel,
    Attribute.LEGAL_ACT: ActReference,
    Attribute.DOCUMENT: RequiredDocument,
}


class Standing(StrEnum):
    """How a text puts a value: as what it sets itself, as what an order sets in place of other texts (a pilot, a
    transfer), as what is to come, or as what was before."""

    STATED = "stated"
    OVERLAY = "overlay"
    PLANNED = "planned"
    FORMER = "former"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeField:
    """One condition: a code from the norms tables when known, and the words as printed."""

    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """When a value holds; a field that is None holds for all."""

    case: ScopeField | None = None
    channel: ScopeField | None = None
    recipient: ScopeField | None = None
    region: ScopeField | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One stated value. `service` is the key of the mention it was read under.

    `by` is the act that sets the value where the text tells of another act than itself («by order № … from …»). A
    statement cannot be made without evidence, and the value's type must fit the attribute (TypeError).
    """

    service: str
    attribute: Attribute
    value: Value
    source_kind: SourceKind
    evidence: Evidence
    scope: Scope = Scope()
    valid_from: date | None = None
    valid_to: date | None = None
    superseded_by: str | None = None
    standing: Standing = Standing.STATED
    by: ActReference | None = None

    def __post_init__(self) -> None:
        wanted = VALUE_TYPES.get(self.attribute, Text)
        if not isinstance(self.value, wanted):
            raise TypeError(f"a {self.attribute} statement carries {wanted.__name__}, got {type(self.value).__name__}")

    @property
    def id(self) -> str:
        """Stable key: same snapshot, place, service, attribute, value and scope give the same id."""
        parts = (
            self.evidence.snapshot,
            self.evidence.document,
            str(self.evidence.start),
            str(self.evidence.end),
            self.service,
            self.attribute,
            repr(self.value),
            repr(self.scope),
            self.standing,
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
