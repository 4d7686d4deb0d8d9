"""Amounts in tenge that the MRP of their day does not give."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.comparable import Reach, reach
from kb.compare.fees.amounts import OF_INDEX
from kb.compare.fees.set_fees import Priced, outside_table, set_fees
from kb.compare.fees.text_day import text_day
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.model import Fee, FeeKind, FindingClass, FindingSeverity, Issue, SourceKind, Statement
from kb.norms import NormsError, fee_in_tenge, mrp_on, mrp_until, round_tenge

BESIDE = 60  # characters between «2 MRP» and its sum in brackets
NEAR = Decimal(1)  # tenge: sources round up, down or half up


def check(material: ServiceMaterial) -> Iterator[Clash | Issue]:
    """A sum in tenge beside the rate in MRP that it should be, in one text or on a card beside the act."""
    seen = list(_seen(material))
    yield from told_once(one for one in seen if isinstance(one, Clash))
    yield from dict.fromkeys(one for one in seen if isinstance(one, Issue))


def _seen(material: ServiceMaterial) -> Iterator[Clash | Issue]:
    fees = [(one, fee) for one, fee in set_fees(material) if fee.amount is not None]
    rates = [(one, fee) for one, fee in fees if fee.kind in OF_INDEX]
    for printed, sum_of in fees:
        rated = _rate_of(printed, rates) if sum_of.kind is FeeKind.TENGE else None
        if rated is None:
            continue
        day = text_day(material, printed)
        try:
            due = [round_tenge(one) for one in _due(rated[1], day)]
            old = _former_index(sum_of, rated[1], day)
        except NormsError as problem:
            yield outside_table(printed, problem)
            continue
        amount = sum_of.amount or Decimal(0)
        if any(abs(amount - one) <= NEAR for one in due) or not (old or _stands_beside(printed, rated[0])):
            continue
        yield Clash(
            kind=FindingClass.STALE_INDEX,
            a=Point.of(rated[0]),
            b=Point.of(printed),
            reason="old_index" if old else "not_the_index",
            words={"due": due[0], "index": mrp_on(day).value, "old": old or Decimal(0), "day": day.isoformat()},
        )


def _rate_of(printed: Statement, rates: Sequence[Priced]) -> Priced | None:
    """The rate that a sum is the amount of: the one beside it, for a sum on a card else that of its case, in its own
    language where there is one."""
    beside = [one for one in rates if _stands_beside(printed, one[0])]
    if not beside and printed.source_kind is SourceKind.PORTAL_CARD:
        beside = [one for one in rates if reach(printed, one[0]) is Reach.SAME]
    return min(beside, key=lambda one: one[0].evidence.language is not printed.evidence.language, default=None)


def _stands_beside(printed: Statement, rated: Statement) -> bool:
    """Whether one line of a text gives the fee both ways."""
    one, other = printed.evidence, rated.evidence
    return (one.snapshot, one.line) == (other.snapshot, other.line) and _alone(printed, rated)


def _alone(printed: Statement, rated: Statement) -> bool:
    """Whether both are of one case: a line may list several, of which the one nearest stands directly beside."""
    gap = max(printed.evidence.start - rated.evidence.end, rated.evidence.start - printed.evidence.end)
    return gap <= BESIDE and (printed.scope.case is None or rated.scope.case is None or printed.scope == rated.scope)


def _due(rate: Fee, day: date) -> list[Decimal]:
    """What the rate is in tenge on the day, also by the index that some sources keep."""
    row = mrp_on(day)
    sums = [fee_in_tenge(rate, day, value=value) for value in (row.value, row.contested) if value is not None]
    return [one for one in sums if one is not None]


def _former_index(sum_of: Fee, rate: Fee, day: date) -> Decimal | None:
    """The index of an earlier time that gives the printed sum; None where none does."""
    for former in mrp_until(day)[1:]:
        due = fee_in_tenge(rate, day, value=former.value)
        if due is not None and abs(due - (sum_of.amount or Decimal(0))) <= NEAR:
            return former.value
    return None


RULES = (ServiceRule(kind=FindingClass.STALE_INDEX, severity=FindingSeverity.HIGH, check=check),)
