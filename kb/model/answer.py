"""The consultant's answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.service import Service
from kb.model.statement import Statement
from kb.model.value import ChannelCode, Deadline


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


class YesNo(StrEnum):
    """What a yes/no question gets; UNKNOWN where the standard does not say, PARTLY where it depends on the case."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerValue:
    """One value of an answer. `tenge` is the fee computed for the answer's date, None when it cannot be.

    A value that is not effective on the day says why: `overridden_by` names the act that holds instead and since when,
    in words of the answer's language; `planned_from` is the day from which a later value will hold.
    """

    statement: Statement
    effective: bool = True
    overridden_by: str | None = None
    planned_from: date | None = None
    tenge: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDue:
    """The last day of a term, for the day of filing that the question names.

    `day` is None where none can be named; `others` are days that the law or the text leaves open; `earliest` is the day
    of the lower end of a printed range. `channel` is where it was counted to be filed, None where that is all one.
    """

    term: Deadline
    filed: date
    day: date | None
    earliest: date | None = None
    others: tuple[date, ...] = ()
    channel: ChannelCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChoice:
    """One way to say what was meant: `label` for a button, `q` the whole question to ask then, about `service`."""

    label: str
    q: str
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told to the caller; every value in `answer` stands in `values` and has a citation.

    `intents` are all that was asked for, `intent` first; `choices` the ways out of CLARIFY; `findings` the ids of the
    contradictions between the values; `due` the counted days of the terms that are told; `quoted` says that no
    attribute fits and the best clause is quoted instead.
    """

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
    intents: tuple[Intent, ...] = ()
    yes_no: YesNo | None = None
    choices: tuple[AnswerChoice, ...] = ()
    findings: tuple[str, ...] = ()
    due: tuple[AnswerDue, ...] = ()
    quoted: bool = False
    as_of: date
    took_ms: float
