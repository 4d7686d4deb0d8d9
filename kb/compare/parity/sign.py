"""What a clause says that a translation must keep."""

from dataclasses import dataclass
from enum import StrEnum


class ParityKind(StrEnum):
    """What differs between two languages; UNIT and LIST_ITEM are kinds of differences only, no sign has them."""

    NUMBER = "number"
    TERM = "term"
    UNIT = "unit"
    PRICE = "price"
    PERCENT = "percent"
    DATE = "date"
    ACT_NUMBER = "act_number"
    ADDRESS = "address"
    NEGATION = "negation"
    EXCEPTION = "exception"
    MODALITY = "modality"
    CHANNEL = "channel"
    PERSON = "person"
    DOCUMENT = "document"
    DOCUMENT_FORM = "document_form"
    SCHEDULE = "schedule"
    AUTOMATION = "automation"
    BODY = "body"
    ACT_NAME = "act_name"
    SPAN = "span"
    TELEPHONE = "telephone"
    ACTOR = "actor"
    BOUND = "bound"
    PART = "part"
    START = "start"
    COURT_ACT = "court_act"
    MEASURE = "measure"
    CONJUNCTION = "conjunction"
    WEB = "web"
    DETAIL = "detail"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One thing said at `plain[start:end]` of a clause; equal `value`s of a kind mean the same in every language.

    `amounts` are the bare figures in it, the lower first, `unit` what they count. A `light` sign may be missing in the
    other language without a difference («one», «two» that grammar adds).
    """

    kind: ParityKind
    value: str
    start: int
    end: int
    amounts: tuple[str, ...] = ()
    unit: str | None = None
    light: bool = False
