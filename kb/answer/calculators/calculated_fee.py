"""What a calculation of a fee gives."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from kb.answer.calculators.telling import Told
from kb.model import Bound
from kb.norms import Mrp


class FeeOutcome(StrEnum):
    """What a calculation of a fee came to; only the first two have an amount."""

    AMOUNT = "amount"
    FIXED = "fixed"
    OPEN_QUESTION = "open_question"
    OUTDATED = "outdated"
    NOT_COMPUTABLE = "not_computable"
    OUTSIDE_TABLE = "outside_table"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeAlternative:
    """The fee in tenge under one of the values of the index that sources apply."""

    index: Decimal
    amount: Decimal
    steps: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatedFee:
    """A fee on a day: `amount` in tenge for all copies, exact, None where nothing can be named.

    `lowest` is the lower end where the text prints a range, `rounded` the amount in whole tenge, half up. `bound` is
    MAX where the text sets only a limit. `alternatives` stand where sources apply different values of the index: none
    is picked. `index` is the row of the table that was used, with its law; None where none was needed.
    """

    outcome: FeeOutcome
    amount: Decimal | None
    formula: Told
    copies: int
    bound: Bound = Bound.EXACT
    lowest: Decimal | None = None
    rounded: Decimal | None = None
    index: Mrp | None = None
    steps: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()
    alternatives: tuple[FeeAlternative, ...] = ()

    def warned(self, warning: Told) -> "CalculatedFee":
        """The same with one more warning."""
        return replace(self, warnings=(*self.warnings, warning))
