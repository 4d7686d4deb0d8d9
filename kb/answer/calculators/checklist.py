"""What a checklist of documents is asked for and what it has."""

from dataclasses import dataclass
from enum import StrEnum

from kb.answer.documents.cases import CaseChoice
from kb.answer.documents.condition_fit import Told
from kb.model import ChannelCode, Statement


class Need(StrEnum):
    """Whether an item is needed: yes, only under a condition, or not."""

    YES = "yes"
    IF = "if"
    NO = "no"


class Reason(StrEnum):
    """Why an item is not needed, or what its condition is of."""

    CHANNEL = "channel"
    CASE = "case"
    RECIPIENT = "recipient"
    REPRESENTATIVE = "representative"
    STATE = "state"
    SPECIAL = "special"
    MILD = "mild"
    ONE_OF = "one_of"
    VARIANT = "variant"
    HANDING_IN = "handing_in"


PERSONAL = (Reason.SPECIAL, Reason.REPRESENTATIVE, Reason.VARIANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is known of the asker; an empty field is not known. `told` is what was said of the case, in view of the
    service's name, `said` the same without."""

    told: Told
    said: Told
    channels: frozenset[ChannelCode] = frozenset()
    recipient: str | None = None
    representative: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One item: the statement, whether it is needed, why or on what condition (words of the text, folded)."""

    statement: Statement
    need: Need
    reason: Reason | None = None
    condition: str | None = None

    @property
    def listed(self) -> bool:
        """Whether it is told as one of the documents to bring: needed, or on a condition of the thing itself."""
        return self.need is Need.YES or (self.need is Need.IF and self.reason not in PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistQuestion:
    """What the standard tells apart and was not answered: `options` are codes, or cases as printed."""

    asks: Reason
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The items of the list in reading order, what should still be asked, and the channels and case it is for."""

    items: tuple[ChecklistItem, ...]
    questions: tuple[ChecklistQuestion, ...] = ()
    channels: frozenset[ChannelCode] = frozenset()
    others: frozenset[ChannelCode] = frozenset()
    case: CaseChoice
