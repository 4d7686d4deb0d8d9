"""The formula of a fee and the steps of its calculation, in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.answer.calculators.telling import Told, tell
from kb.model import Fee, FeeKind, Language
from kb.norms import Mrp, fee_in_tenge

INDEXED = (FeeKind.MRP, FeeKind.MRP_PERCENT)


def is_limit(fee: Fee) -> bool:
    """Whether the text gives an upper limit and no sum: «не более 4 МРП»."""
    return fee.kind is FeeKind.MRP and fee.amount is not None and fee.cap_mrp == fee.amount


def needs_index(fee: Fee, base: Fee | None) -> bool:
    """Whether the fee cannot be computed without the MRP of the day."""
    if fee.amount is None:
        return False
    share = fee.kind is FeeKind.PERCENT_OF_FEE and base is not None and needs_index(base, None)
    return fee.kind in INDEXED or share or fee.cap_mrp is not None


def fee_formula(fee: Fee, *, base: Fee | None, copies: int) -> Told:
    """The rule in words: `10 % × (50 × MRP), no more than 4 × MRP`, times the copies."""
    formula = _rule(fee, base)
    if fee.cap_mrp is not None and not is_limit(fee):
        formula = tell("formula_cap", rule=formula, cap=fee.cap_mrp)
    if copies == 1 or fee.kind is FeeKind.FREE:
        return formula
    return tell("formula_copies", rule=formula, copies=copies)


def fee_steps(
    fee: Fee, day: date, *, base: Fee | None, index: Mrp | None, value: Decimal | None, copies: int
) -> tuple[Told, ...]:
    """Every step from the index to the sum; `value` is the MRP that is used, `index` its row where it is settled."""
    return tuple(_steps(fee, day, base=base, index=index, value=value, copies=copies))


def _steps(
    fee: Fee, day: date, *, base: Fee | None, index: Mrp | None, value: Decimal | None, copies: int
) -> Iterator[Told]:
    if index is not None:
        law = {language: index.act_words(language) for language in Language}
        yield tell("step_index", value=index.value, day=index.valid_from, law=law)
    elif value is not None:
        yield tell("step_index_taken", value=value)
    if base is not None and fee.kind is FeeKind.PERCENT_OF_FEE:
        yield from _rate_step(base, day, None, value)
    uncapped = replace(fee, cap_mrp=None)
    yield from _rate_step(uncapped, day, base, value)
    single = fee_in_tenge(fee, day, base=base, value=value)
    before = fee_in_tenge(uncapped, day, base=base, value=value)
    if fee.cap_mrp is not None and value is not None and single is not None and not is_limit(fee):
        key = "step_cap_met" if single != before else "step_cap_not_met"
        yield tell(key, cap=fee.cap_mrp, index=value, limit=fee.cap_mrp * value, amount=single)
    if copies > 1 and single is not None:
        yield tell("step_copies", single=single, copies=copies, amount=single * copies)


def _rate_step(fee: Fee, day: date, base: Fee | None, value: Decimal | None) -> Iterator[Told]:
    amount = fee_in_tenge(fee, day, base=base, value=value)
    if amount is None or fee.amount is None:
        return
    if fee.kind is FeeKind.TENGE:
        yield tell("step_printed", amount=amount)
    elif fee.kind is FeeKind.PERCENT_OF_FEE and base is not None:
        whole = fee_in_tenge(base, day, value=value)
        yield tell("step_percent", percent=fee.amount, whole=whole or Decimal(0), amount=amount)
    elif fee.kind is FeeKind.MRP_PERCENT and value is not None:
        yield tell("step_percent", percent=fee.amount, whole=value, amount=amount)
    elif value is not None:
        yield tell("step_times", number=fee.amount, index=value, amount=amount)


def _rule(fee: Fee, base: Fee | None) -> Told:
    if fee.kind is FeeKind.FREE:
        return tell("formula_free")
    if fee.kind is FeeKind.PAID_UNSPECIFIED:
        return tell("formula_not_stated")
    if fee.amount is None:
        return tell("formula_missing" if fee.kind in INDEXED else "formula_not_stated")
    if fee.kind is FeeKind.PERCENT_OF_FEE:
        whole = _rule(base, None) if base else tell("formula_base")
        return tell("formula_share", percent=fee.amount, whole=whole)
    if is_limit(fee):
        return tell("formula_limit", number=fee.amount)
    return tell(f"formula_{fee.kind.value}", number=fee.amount)
