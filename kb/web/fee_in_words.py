"""A fee in tenge on a date, with what it was computed from."""

from dataclasses import dataclass
from datetime import date

from kb.model import Fee, FeeKind
from kb.norms import NormsError, fee_in_tenge, mrp_on
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TengeNote:
    """`amount` is None where the dated table does not reach; `question` is an open question of the table."""

    amount: str | None
    basis: str
    question: str | None = None


def tenge_note(fee: Fee, words: Words, *, day: date, base: Fee | None = None) -> TengeNote | None:
    """The fee on `day`; None for fees without an amount, or a share of an unknown `base`. A sum printed in tenge is as
    old as its text, and says so."""
    if fee.amount is None:
        return None
    if fee.kind is FeeKind.TENGE:
        return TengeNote(amount=None, basis=words("card.tenge_printed"))
    try:
        amount = fee_in_tenge(fee, day, base=base)
        index = mrp_on(day)
    except NormsError:
        return TengeNote(amount=None, basis=words("card.tenge_unknown", day=words.day(day)))
    if amount is None:
        return None
    return TengeNote(
        amount=words("card.tenge", amount=words.number(amount)),
        basis=words("card.tenge_on", day=words.day(day), mrp=words.number(index.value)),
        question=index.question[words.language] if index.question else None,
    )
