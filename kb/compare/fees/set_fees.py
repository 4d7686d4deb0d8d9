"""Fees that texts set, against each other and against what is told of them."""

from collections.abc import Iterator
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.classing import class_of
from kb.compare.comparable import Reach, in_one_time, reach
from kb.compare.fees.amounts import OF_INDEX, amount_of, opposed
from kb.compare.fees.text_day import text_day
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import record_of
from kb.compare.terms.norm_terms import SETTERS, in_force_alike, of_one_act_apart
from kb.compare.terms.told_once import text_of
from kb.model import Attribute, Fee, FeeKind, FindingClass, Issue, Severity, SourceKind, Statement
from kb.norms import NormsError
from kb.resolve.disputes import one_rule
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import rank_of

Priced = tuple[Statement, Fee]
HEARD = (SourceKind.CONTACT_CENTRE, SourceKind.PRACTICE)


def set_fees(material: ServiceMaterial) -> list[Priced]:
    """The fees of a service that acts, standards and portals set."""
    return [one for one in _priced(material) if one[0].source_kind in SETTERS]


def between_set(material: ServiceMaterial) -> Iterator[Clash | Issue]:
    """Pairs of fees for one case that cannot both be paid."""
    for (one, fee), (other, price) in combinations(set_fees(material), 2):
        if reach(one, other) is not Reach.SAME or one_rule(one, other) or not in_force_alike(material, one, other):
            continue
        if of_one_act_apart(one, other):
            continue
        a, b = Point.of(one), Point.of(other)
        if class_of(a, b, FindingClass.FEE) is not FindingClass.FEE or _of_one_text((one, fee), (other, price)):
            continue
        if record_of(one) is not None and record_of(one) == record_of(other):
            continue  # kb.compare.rules.within_record
        try:
            reason = opposed(fee, price, max(text_day(material, one), text_day(material, other)))
        except NormsError as problem:
            yield outside_table(one, problem)
            continue
        if reason:
            yield Clash(kind=FindingClass.FEE, a=a, b=b, reason=reason)


def between_told(material: ServiceMaterial) -> Iterator[Clash | Issue]:
    """What people or contact centres tell of a fee and fits no amount that is set; the first amount set is named."""
    terms = sorted((one for one in set_fees(material) if _is_told(one[1])), key=lambda one: rank_of(one[0]))
    for told, fee in _priced(material):
        if told.source_kind not in HEARD or not _is_told(fee):
            continue
        able = [
            one for one in terms if in_one_time(told, one[0]) and meet(told.scope, one[0].scope) is not Meeting.DISJOINT
        ]
        try:
            reasons = [opposed(price, fee, text_day(material, told)) for _, price in able]
        except NormsError as problem:
            yield outside_table(told, problem)
            continue
        if able and all(reasons):
            yield Clash(kind=FindingClass.FEE, a=Point.of(able[0][0]), b=Point.of(told), reason="told")


def outside_table(statement: Statement, problem: NormsError) -> Issue:
    """An issue for a fee whose day the table of the MRP does not know."""
    return Issue(
        code="fee.no_index",
        severity=Severity.WARNING,
        document=statement.evidence.document,
        line=statement.evidence.line,
        message=f"the fee is not compared in tenge: {problem}",
    )


def _priced(material: ServiceMaterial) -> list[Priced]:
    return [(one, one.value) for one in material.of(Attribute.FEE) if isinstance(one.value, Fee)]


def _is_told(fee: Fee) -> bool:
    return fee.kind is FeeKind.FREE or amount_of(fee) is not None


def _of_one_text(one: Priced, other: Priced) -> bool:
    """Whether a text gives a fee in tenge beside its rate in MRP: kb.compare.rules.stale_index weighs these."""
    kinds = {one[1].kind, other[1].kind}
    return text_of(one[0]) == text_of(other[0]) and FeeKind.TENGE in kinds and bool(kinds & set(OF_INDEX))
