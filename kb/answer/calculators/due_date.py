"""What a calculation of a due date takes and gives."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kb.answer.calculators.day_list import SkippedDay
from kb.answer.calculators.telling import Told
from kb.extract.term_rules import TermRule
from kb.model import Bound, ChannelCode, Evidence


class DueOutcome(StrEnum):
    """What a calculation of a day came to; only `date` names one day."""

    DATE = "date"
    OPEN_QUESTION = "open_question"
    NOT_COMPUTABLE = "not_computable"
    OUTSIDE_TABLE = "outside_table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """When, where, and under which rules of the text itself an application is filed."""

    day: date
    channel: ChannelCode | None = None
    rules: tuple[TermRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueAlternative:
    """Another day that the law or the text leaves open, and why."""

    day: date
    why: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """`day` is the last day of the term, None where none can be named.

    `accepted` is the day on which the application counts as accepted, `first_counted` the first day of the term. `day`
    is «not later than» except for a term with a lower bound. `earliest` is the day of the lower end of a printed range.
    `handed_over` is the day until which the text wants the result at the State Corporation, or with the recipient,
    before the end. `skipped` are days of the term that are not worked, `worked` days of rest that are. `cited` are the
    words of the text itself that were used, beside the clause of the term.
    """

    outcome: DueOutcome
    day: date | None = None
    accepted: date | None = None
    first_counted: date | None = None
    bound: Bound = Bound.EXACT
    earliest: date | None = None
    handed_over: date | None = None
    steps: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()
    alternatives: tuple[DueAlternative, ...] = ()
    skipped: tuple[SkippedDay, ...] = ()
    worked: tuple[date, ...] = ()
    cited: tuple[Evidence, ...] = ()

    def warned(self, warning: Told) -> "DueDate":
        """The same with one more warning."""
        return replace(self, warnings=(*self.warnings, warning))
