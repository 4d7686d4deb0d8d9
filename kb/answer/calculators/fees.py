"""A fee in tenge on a day, with the formula in words and every step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.answer.calculators.calculated_fee import CalculatedFee, FeeAlternative, FeeOutcome
from kb.answer.calculators.fee_steps import fee_formula, fee_steps, is_limit, needs_index
from kb.answer.calculators.telling import Told, tell
from kb.answer.errors import AnswerError
from kb.model import Bound, Fee, FeeKind, Language, Statement
from kb.norms import Mrp, NormsError, codes, fee_in_tenge, label, mrp_on, mrp_period, round_tenge

MOST_COPIES = 1000  # an order of magnitude above what one person brings; the sum stays a sum of a fee


def calculate_fee(fee: Fee, day: date, *, base: Fee | None = None, copies: int = 1) -> CalculatedFee:
    """The fee on `day` for `copies`; `base` is the fee that it is a share of.

    A day outside the MRP table gives the formula without tenge. Raises AnswerError for a number of copies that is no
    number of copies.
    """
    if not 1 <= copies <= MOST_COPIES:
        raise AnswerError(f"{copies} copies: give a number from 1 to {MOST_COPIES}")
    plain = CalculatedFee(
        outcome=FeeOutcome.NOT_COMPUTABLE,
        amount=None,
        formula=fee_formula(fee, base=base, copies=copies),
        copies=copies,
    )
    if fee.kind is FeeKind.FREE:
        return replace(plain, outcome=FeeOutcome.AMOUNT, amount=Decimal(0), rounded=Decimal(0))
    missing = _missing(fee, base)
    if missing:
        return replace(plain, warnings=(tell(missing),))
    index = None
    if needs_index(fee, base):
        try:
            index = mrp_on(day)
        except NormsError:
            first, last = mrp_period()
            told = tell("fee_outside_table", day=day, first=first, last=last)
            return replace(plain, outcome=FeeOutcome.OUTSIDE_TABLE, warnings=(told,))
    if index and index.contested is not None:
        return _open(plain, fee, base, index)
    return _computed(plain, fee, base, index, day)


def payer_of(statement: Statement) -> Told:
    """Who pays: the recipients that the text names, else whoever asks for the service."""
    named = statement.scope.recipient
    if named is None:
        return tell("payer_applicant")
    if named.code in codes("recipient"):
        return tell("payer_named", who={one: label("recipient", str(named.code), one) for one in Language})
    return tell("payer_quoted", who=named.text)


def _missing(fee: Fee, base: Fee | None) -> str | None:
    """The code of what keeps the fee from being computed."""
    if fee.kind is FeeKind.PAID_UNSPECIFIED:
        return "fee_not_stated"
    if fee.amount is None:
        return "fee_number_missing"
    if fee.kind is not FeeKind.PERCENT_OF_FEE:
        return None
    if base is None:
        return "fee_base_unknown"
    return "fee_base_not_stated" if base.amount is None else None


def _computed(plain: CalculatedFee, fee: Fee, base: Fee | None, index: Mrp | None, day: date) -> CalculatedFee:
    value = index.value if index else None
    single = fee_in_tenge(fee, day, base=base, value=value)
    if single is None:
        return replace(plain, warnings=(tell("fee_base_unknown"),))
    lowest = None
    if fee.least is not None:
        lowest = fee_in_tenge(replace(fee, amount=fee.least, cap_mrp=None), day, base=base, value=value)
    amount = single * plain.copies
    limit_only = is_limit(fee)
    return replace(
        plain,
        outcome=FeeOutcome.FIXED if fee.kind is FeeKind.TENGE else FeeOutcome.AMOUNT,
        amount=amount,
        lowest=lowest * plain.copies if lowest is not None else None,
        rounded=round_tenge(amount),
        bound=Bound.MAX if limit_only or lowest is not None else Bound.EXACT,
        index=index,
        steps=fee_steps(fee, day, base=base, index=index, value=value, copies=plain.copies),
        warnings=tuple(_warnings(fee, amount, plain.copies, limit_only=limit_only, lowest=lowest)),
    )


def _warnings(fee: Fee, amount: Decimal, copies: int, *, limit_only: bool, lowest: Decimal | None) -> Iterator[Told]:
    if limit_only:
        yield tell("fee_limit_only")
    if lowest is not None:
        yield tell("fee_range", lowest=lowest * copies, highest=amount)
    if fee.kind is FeeKind.TENGE:
        yield tell("fee_printed")
    if copies > 1 and fee.per is None:
        yield tell("fee_per_unknown", copies=copies)
    if amount != amount.to_integral_value():
        yield tell("fee_rounding", rounded=round_tenge(amount))


def _open(plain: CalculatedFee, fee: Fee, base: Fee | None, index: Mrp) -> CalculatedFee:
    """Both sums where sources apply different values of the index."""
    both = []
    for value in sorted({index.value, index.contested or index.value}):
        single = fee_in_tenge(fee, index.valid_from, base=base, value=value)
        if single is None:
            return replace(plain, warnings=(tell("fee_base_unknown"),))
        steps = fee_steps(fee, index.valid_from, base=base, index=None, value=value, copies=plain.copies)
        both.append(FeeAlternative(index=value, amount=single * plain.copies, steps=steps))
    question = tell("fee_contested", question=index.question or dict.fromkeys(Language, ""))
    return replace(plain, outcome=FeeOutcome.OPEN_QUESTION, index=index, alternatives=tuple(both), warnings=(question,))
