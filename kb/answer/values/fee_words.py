"""A fee in words, with its value in tenge for the asked day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.answer.calculators.fee_steps import INDEXED, is_limit
from kb.answer.days.dates import show_day, show_day_from
from kb.answer.wording import say
from kb.model import Fee, FeeKind, Language, Statement
from kb.norms import NormsError, fee_in_tenge, label, mrp_on, mrp_period, show_number

WITHOUT_AMOUNT = {FeeKind.FREE: "fee_free", FeeKind.PAID_UNSPECIFIED: "fee_paid"}
WITH_AMOUNT = {
    FeeKind.MRP: "fee_mrp",
    FeeKind.MRP_PERCENT: "fee_mrp_percent",
    FeeKind.PERCENT_OF_FEE: "fee_percent",
    FeeKind.TENGE: "fee_printed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeWords:
    """`text` of a fee, its value in `tenge` (None when it cannot be computed) and `notes` that explain it."""

    text: str
    tenge: Decimal | None
    notes: tuple[str, ...]


def describe_fee(fee: Fee, *, day: date, language: Language, base: Fee | None = None) -> FeeWords:
    """A fee as printed, what it makes in tenge on `day`, and by which MRP; or why there is no tenge."""
    text = _printed(fee, language)
    needs_index = fee.amount is not None and (fee.kind in INDEXED or (fee.kind is FeeKind.PERCENT_OF_FEE and base))
    try:
        tenge = fee_in_tenge(fee, day, base=base)
    except NormsError:
        first, last = (show_day(edge, language) for edge in mrp_period())
        return FeeWords(text=text, tenge=None, notes=(say("mrp_unknown", language, first=first, last=last),))
    if fee.kind is FeeKind.PERCENT_OF_FEE and tenge is None and fee.amount is not None:
        return FeeWords(text=text, tenge=None, notes=(say("base_unknown", language),))
    if tenge is None or fee.kind is FeeKind.TENGE or not needs_index:
        return FeeWords(text=text, tenge=tenge, notes=())
    text = say("fee_equals", language, fee=text, tenge=show_number(tenge, language))
    return FeeWords(text=text, tenge=tenge, notes=_index_notes(fee, base, day=day, language=language))


def find_base(fee: Fee, statements: Sequence[Statement]) -> Fee | None:
    """The fee that `fee` is a share of, by the id in `of`; None when it is not among the statements."""
    for statement in statements:
        if fee.of is not None and statement.id == fee.of and isinstance(statement.value, Fee):
            return statement.value
    return None


def _index_notes(fee: Fee, base: Fee | None, *, day: date, language: Language) -> tuple[str, ...]:
    index = mrp_on(day)
    value, since = show_number(index.value, language), show_day_from(index.valid_from, language)
    notes = [say("mrp_note", language, value=value, day=since)]
    if index.contested is not None and index.question is not None:
        lower = fee_in_tenge(fee, day, base=base, value=index.contested)
        notes.append(
            say(
                "mrp_contested",
                language,
                question=index.question[language],
                value=show_number(index.contested, language),
                tenge=show_number(lower, language) if lower is not None else "",
            )
        )
    return tuple(notes)


def _printed(fee: Fee, language: Language) -> str:
    text = _amount(fee, language)
    if fee.cap_mrp is not None and not is_limit(fee):
        text = say("fee_cap", language, fee=text, cap=show_number(fee.cap_mrp, language))
    if fee.per == "document":
        return say("fee_per_document", language, fee=text)
    return say("fee_per", language, fee=text, per=fee.per) if fee.per else text


def _amount(fee: Fee, language: Language) -> str:
    if fee.kind in WITHOUT_AMOUNT:
        return say(WITHOUT_AMOUNT[fee.kind], language)
    if fee.amount is None:
        return say("fee_no_amount", language, kind=label("fee_kind", fee.kind, language))
    phrase = "fee_mrp_most" if is_limit(fee) else WITH_AMOUNT[fee.kind]
    return say(phrase, language, amount=show_number(fee.amount, language))
