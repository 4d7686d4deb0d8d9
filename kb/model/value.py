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


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term in `unit`s; `value` is None where the text leaves the number out (a reported gap)."""

    value: Decimal | None
    unit: Unit
    bound: Bound
    purpose: Purpose = Purpose.SERVICE


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
    this is a share of; equal shares are equal whichever text's statement that is.
    """

    kind: FeeKind
    amount: Decimal | None = None
    cap_mrp: Decimal | None = None
    of: str | None = field(default=None, compare=False)
    per: str | None = None

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
    """A channel that a source offers, or says is not offered."""

    code: ChannelCode
    offered: bool = True


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


Value = Deadline | Fee | Channel | ActReference | Text
