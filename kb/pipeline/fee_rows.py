"""The fees of a card with their sums: a share of an unnamed rate of every rate of its text."""

from collections.abc import Iterator, Sequence
from datetime import date

from kb.answer.calculators.fee_steps import INDEXED
from kb.answer.calculators.fees import calculate_fee, payer_of
from kb.answer.calculators.former_index import former_index, outdated
from kb.answer.calculators.telling import tell
from kb.model import Card, Fee, FeeKind, Statement
from kb.pipeline.calculated import FeeRow
from kb.pipeline.ruled_values import RuledValue


def fee_rows(value: RuledValue, card: Card, among: Sequence[RuledValue], *, day: date, copies: int) -> Iterator[FeeRow]:
    """The fee with its sum; a share whose base the text does not name gives a row for every rate of the text."""
    told = value.statements[0]
    fee = _fee(told)
    payer = payer_of(told)
    base = next((one for one in card.statements if one.id == fee.of), None) if fee.of else None
    if fee.kind is FeeKind.PERCENT_OF_FEE and base is None:
        bases = _rates(told, among)
        for rate in bases:
            found = calculate_fee(fee, day, base=_fee(rate), copies=copies)
            case = rate.scope.case.text if rate.scope.case else rate.evidence.quote
            yield FeeRow(value=value, fee=found.warned(tell("fee_base_of_case", case=case)), payer=payer, base=rate)
        if bases:
            return
    found = calculate_fee(fee, day, base=_fee(base) if base else None, copies=copies)
    if fee.kind is FeeKind.TENGE and fee.amount is not None:
        old = [former_index(fee.amount, _fee(one), day) for one in _indexed(among)]
        found = next((outdated(found, row) for row in old if row), found)
    yield FeeRow(value=value, fee=found, payer=payer, base=base)


def _rates(share: Statement, among: Sequence[RuledValue]) -> list[Statement]:
    """The fees of the same text that a share may be of."""
    return [
        one
        for value in among
        for one in value.statements
        if one.evidence.snapshot == share.evidence.snapshot
        and _fee(one).amount is not None
        and _fee(one).kind is not FeeKind.PERCENT_OF_FEE
    ]


def _indexed(among: Sequence[RuledValue]) -> list[Statement]:
    return [value.statements[0] for value in among if _fee(value.statements[0]).kind in INDEXED]


def _fee(statement: Statement) -> Fee:
    assert isinstance(statement.value, Fee)  # noqa: S101 - a statement cannot be made otherwise
    return statement.value
