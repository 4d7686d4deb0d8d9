"""How many copies a question asks about, and what they cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.fees import MOST_COPIES, calculate_fee
from kb.answer.cue_groups import cue_groups
from kb.answer.values.composition import Section
from kb.answer.values.fee_words import describe_fee, find_base
from kb.answer.wording import say
from kb.model import Attribute, Fee, FeeKind, Language, Statement
from kb.norms import show_number
from kb.text import find_numbers, fold
from kb.text.words import read_words

_TABLE = "copies"
# Fees whose sums one answer tells: as many as terms get days (due_terms.MOST), for the same room.
MOST_FEES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _CopiesFee:
    fee: Fee
    base: Fee | None
    found: CalculatedFee


def read_copies(text: str) -> int:
    """The number that stands before copies or documents in a question; 1 where there is none, or none that one person
    brings."""
    folded = fold(text).text
    for number in find_numbers(folded):
        behind = read_words(" ".join(folded[number.end :].split()[:1]))
        whole = number.value == number.value.to_integral_value()
        if whole and 1 < number.value <= MOST_COPIES and "counted" in cue_groups(_TABLE).found(behind):
            return int(number.value)
    return 1


def describe_copies(
    copies: int, sections: Iterable[Section], *, day: date, language: Language, among: Iterable[Statement]
) -> str:
    """The first fees of an answer times the copies, in one sentence; empty for one copy and where no fee has a sum."""
    if copies == 1:
        return ""
    values = (value for one in sections if one.attribute is Attribute.FEE for value in one.values if value.holds)
    told = [value.statement.value for value in values]
    statements = tuple(among)
    fees = dict.fromkeys(fee for fee in told if isinstance(fee, Fee) and fee.kind is not FeeKind.FREE)
    found = [_calculate(fee, copies, day=day, among=statements) for fee in fees]
    summed = [one for one in found if one.found.amount is not None or one.found.alternatives][:MOST_FEES]
    if not summed:
        return ""
    items = "; ".join(_item(one, day=day, language=language) for one in summed)
    apart = any(one.fee.per is None for one in summed)
    return say("copies_apart" if apart else "copies_sum", language, copies=str(copies), items=items)


def _calculate(fee: Fee, copies: int, *, day: date, among: tuple[Statement, ...]) -> _CopiesFee:
    base = find_base(fee, among)
    return _CopiesFee(fee=fee, base=base, found=calculate_fee(fee, day, base=base, copies=copies))


def _item(one: _CopiesFee, *, day: date, language: Language) -> str:
    single = describe_fee(one.fee, day=day, language=language, base=one.base).text
    if one.found.amount is not None:
        return say("copies_item", language, fee=single, sum=show_number(one.found.amount, language))
    first, other = (show_number(each.amount, language) for each in one.found.alternatives)
    return say("copies_open", language, fee=single, sum=first, other=other)
