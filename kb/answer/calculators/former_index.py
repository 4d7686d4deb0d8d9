"""Printed sums that the same fee makes under a former value of the index."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.answer.calculators.calculated_fee import CalculatedFee, FeeOutcome
from kb.answer.calculators.telling import tell
from kb.model import Fee
from kb.norms import Mrp, fee_in_tenge, mrp_on, mrp_period, mrp_until, round_tenge


def former_index(printed: Decimal, fee: Fee, day: date, *, base: Fee | None = None) -> Mrp | None:
    """The row of the table under which `fee` makes the sum that a text prints, None where none up to `day` does, or
    where the sum is right on the day."""
    for row in mrp_until(day):
        due = fee_in_tenge(fee, row.valid_from, base=base)
        if due is not None and round_tenge(due) == round_tenge(printed):
            return None if _applies(row, day) else row
    return None


def _applies(row: Mrp, day: date) -> bool:
    """Whether the row, or its value where sources dispute that of the day, holds on the day."""
    if day > mrp_period()[1]:
        return False
    now = mrp_on(day)
    return now == row or now.contested == row.value


def outdated(printed: CalculatedFee, row: Mrp) -> CalculatedFee:
    """A printed sum that is a fee under a former row of the table: it is not repeated for another day."""
    old = tell("fee_old_sum", value=row.value, day=row.valid_from)
    return replace(printed, outcome=FeeOutcome.OUTDATED, amount=None, rounded=None, steps=(), warnings=(old,))
