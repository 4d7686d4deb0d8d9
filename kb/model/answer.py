"""The consultant's answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.service import Service
from kb.model.statement import Statement


class AnswerState(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    CONFLICT = "conflict"
    NOT_STATED = "not_stated"
    CLARIFY = "clarify"
    NO_SERVICE = "no_service"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSED = "refused"


class Intent(StrEnum):
    """What is asked for."""

    DEADLINE = "deadline"
    FEE = "fee"
    DOCUMENTS = "documents"
    CHANNEL = "channel"
    PROVIDER = "provider"
    RESULT = "result"
    FORM = "form"
    REFUSAL = "refusal"
    LEGAL_BASIS = "legal_basis"
    RECIPIENT = "recipient"
    SCHEDULE = "schedule"
    APPEAL = "appeal"
    QUALITY = "quality"
    CARD = "card"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerValue:
    """One value of an answer. `tenge` is the fee computed for the answer's date, None when it cannot be."""

    statement: Statement
    effective: bool = True
    overridden_by: str | None = None
    tenge: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told to the caller; every value in `answer` stands in `values` and has a citation."""

    id: str
    q: str
    lang: Language
    state: AnswerState
    intent: Intent
    service: Service | None
    answer: str
    read_aloud: str
    values: tuple[AnswerValue, ...]
    citations: tuple[Evidence, ...]
    alternatives: tuple[Service, ...]
    as_of: date
    took_ms: float
