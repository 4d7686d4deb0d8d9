"""Terms that contact centres and people tell of, against those that are set."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.comparable import in_one_time
from kb.compare.material import ServiceMaterial
from kb.compare.terms.lengths import told_days, usual_most
from kb.compare.terms.norm_terms import is_general, set_terms
from kb.compare.terms.opposed import DAYS, Opposition, opposed, slower, told_otherwise
from kb.compare.terms.quoted import is_quoted
from kb.compare.terms.wording import tells
from kb.model import Attribute, Deadline, FindingClass, Purpose, SourceKind, Statement
from kb.resolve.reports import report_year
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import is_norm, rank_of

Term = tuple[Statement, Deadline]
HEARD = (SourceKind.CONTACT_CENTRE, SourceKind.PRACTICE)
OF_THE_WAY = (Purpose.SERVICE, Purpose.QUEUE, Purpose.SERVING, Purpose.ACCEPTANCE, Purpose.RESULT_PICKUP)
NONE = Decimal(0)


def between_heard(material: ServiceMaterial) -> Iterator[Clash]:
    """What is told of a term and breaks every case of it that is set; the set term is the one nearest to it."""
    terms = [one for one in set_terms(material) if is_norm(one[0]) and not _is_retold(one[0])]
    for told in material.of(Attribute.DEADLINE):
        value = told.value
        heard = told.source_kind in HEARD or _is_retold(told)
        if not heard or not isinstance(value, Deadline) or value.purpose not in OF_THE_WAY:
            continue
        if not tells("stage", told.evidence.quote):
            applicable = [one for one in terms if _meets(told, one[0])]
            if found := _opposed(material, told, value, applicable):
                term, reason = found
                yield Clash(kind=FindingClass.DEADLINE, a=Point.of(term), b=Point.of(told), reason=reason)


def _opposed(
    material: ServiceMaterial, told: Statement, value: Deadline, terms: Sequence[Term]
) -> tuple[Statement, str] | None:
    """The set term that what is told is held against, and the reason; None where one of its cases leaves room."""
    services = sorted((one for one in terms if one[1].purpose is Purpose.SERVICE), key=lambda one: rank_of(one[0]))
    if value.purpose is Purpose.ACCEPTANCE:
        return next(((term, "acceptance") for term, set_to in services if _takes_all(value, set_to)), None)
    practice = told.source_kind is SourceKind.PRACTICE
    if practice and (longest := _exceeded(value, terms)):
        return longest, "late"
    found = [opposed(set_to, value) if practice else told_otherwise(value, set_to) for _, set_to in services]
    if not services or not all(found):
        return None
    if Opposition.UNIT in found:
        # in their own words people leave out which days they count
        of_unit = services[found.index(Opposition.UNIT)][0]
        return None if practice and is_quoted(material, told) else (of_unit, "told_unit")
    return None if practice else (services[0][0], "told")


def _exceeded(told: Deadline, terms: Sequence[Term]) -> Statement | None:
    """The longest of the terms where it took longer than each of them and than that with what it may be prolonged by;
    None where one of them leaves room."""
    of_the_way = [one for one in terms if one[1].purpose in OF_THE_WAY]
    if not of_the_way or not all(slower(told, term) for _, term in of_the_way):
        return None
    longest, term = max(of_the_way, key=lambda one: usual_most(one[1]) or NONE)
    more = max((usual_most(one) or NONE for _, one in terms if one.purpose is Purpose.EXTENSION), default=NONE)
    return longest if (told_days(told) or NONE) > (usual_most(term) or NONE) + more else None


def _is_retold(statement: Statement) -> bool:
    """Whether a report comes back to a norm outside what it says of the service in general."""
    return (
        not is_general(statement)
        and statement.source_kind is SourceKind.STANDARD
        and report_year(statement.service) is not None
    )


def _takes_all(told: Deadline, term: Deadline) -> bool:
    """Whether one step took as long as the whole service may."""
    if told.value is None or term.value is None:
        return False
    return told.value >= term.value if told.unit in DAYS and term.unit in DAYS else slower(told, term)


def _meets(told: Statement, term: Statement) -> bool:
    return in_one_time(told, term) and meet(told.scope, term.scope) is not Meeting.DISJOINT
