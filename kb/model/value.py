"""The typed values that statements carry."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kb.model.act import ActType


class Unit(StrEnum):
    """Unit of a term; DAY is a day whose calendar the text does not name."""

    MINUTE = "minute"
    HOUR = "hour"
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bound(StrEnum):
    """How a number binds."""

    EXACT = "exact"
    MAX = "max"
    MIN = "min"


class Purpose(StrEnum):
    """What a term is the term of."""

    SERVICE = "service"
    QUEUE = "queue"
    SERVING = "serving"
    ACCEPTANCE = "acceptance"
    REFUSAL = "refusal"
    EXTENSION = "extension"
    RESULT_PICKUP = "result_pickup"
    OTHER = "other"


class StartEvent(StrEnum):
    """From when a term runs."""

    FILING = "filing"
    REGISTRATION = "registration"
    RECEIPT = "receipt"
    DECISION = "decision"
    PAYMENT = "payment"
    NEXT_DAY = "next_day"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term in `unit`s; `value` is None where the text leaves the number out (a reported gap).

    `starts` is the event that the term runs from, None where the text names none; zero days are the day of that
    event («on the day of application»). `least` is the lower end where the text prints a range, `value` its upper end.
    """

    value: Decimal | None
    unit: Unit
    bound: Bound
    purpose: Purpose = Purpose.SERVICE
    starts: StartEvent | None = None
    least: Decimal | None = None


class PaymentWay(StrEnum):
    """How a fee is paid."""

    CASH = "cash"
    NONCASH = "noncash"
    PAYMENT_GATEWAY = "payment_gateway"
    BANK = "bank"


class FeeKind(StrEnum):
    """Kind of a fee, number and kind as printed."""

    FREE = "free"
    MRP = "mrp"
    MRP_PERCENT = "mrp_percent"
    PERCENT_OF_FEE = "percent_of_fee"
    TENGE = "tenge"
    PAID_UNSPECIFIED = "paid_unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee as printed: 50 % of MRP is MRP_PERCENT 50, 0,5 АЕК is MRP 0.5.

    `cap_mrp` is an upper limit in MRP; a sole upper limit fills `amount` and `cap_mrp`. `per` names
    the unit that is paid for ("document") when it is not the service. `of` is the id of the statement of the fee that
    this is a share of; equal shares are equal whichever text's statement that is. `least` is the lower end where the
    text prints a range, `amount` its upper end. `ways` are the ways of payment that the text names.
    """

    kind: FeeKind
    amount: Decimal | None = None
    cap_mrp: Decimal | None = None
    of: str | None = field(default=None, compare=False)
    per: str | None = None
    least: Decimal | None = None
    ways: tuple[PaymentWay, ...] = ()

    def __post_init__(self) -> None:
        if self.kind in (FeeKind.FREE, FeeKind.PAID_UNSPECIFIED) and self.amount is not None:
            raise ValueError(f"a {self.kind} fee has no amount, got {self.amount}")


class ChannelCode(StrEnum):
    """Where a service is asked for and its result handed over."""

    PROVIDER_OFFICE = "provider_office"
    STATE_CORPORATION = "state_corporation"
    EGOV_PORTAL = "egov_portal"
    ELICENSE_PORTAL = "elicense_portal"
    POST = "post"
    MOBILE = "mobile"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel that a source offers, or says is not offered; `only` where it says that there is no other."""

    code: ChannelCode
    offered: bool = True
    only: bool = False

    def __post_init__(self) -> None:
        if self.only and not self.offered:
            raise ValueError(f"the only channel {self.code} must be offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActReference:
    """An act named in a text, with what the text tells of it."""

    type: ActType
    number: str | None = None
    date: datetime.date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A value in words, with its code from the norms tables where one is known."""

    text: str
    code: str | None = None


class DocumentForm(StrEnum):
    """In what form a document is brought."""

    ORIGINAL = "original"
    COPY = "copy"
    NOTARISED_COPY = "notarised_copy"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredDocument(Text):
    """An item of a list of documents; `code` is the type of document from the norms tables.

    `forms` are the forms in which it is brought, none where the text is silent. `obtained_by_state` where the text
    says that the provider gets it by itself, `system` from where (a code of the norms tables or the words).
    `only_if_changed` is the condition that recurs, any other stands in the statement's scope. `original_shown` where
    the original is only shown and given back.
    """

    forms: tuple[DocumentForm, ...] = ()
    obtained_by_state: bool = False
    system: str | None = None
    only_if_changed: bool = False
    original_shown: bool = False


Value = Deadline | Fee | Channel | ActReference | Text
