"""Terms that texts set against terms that texts set."""

from collections.abc import Iterator
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.classing import class_of
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.terms.opposed import opposed
from kb.compare.terms.own_case import without_own_case
from kb.model import Attribute, Deadline, FindingClass, SourceKind, Statement
from kb.resolve.disputes import one_rule
from kb.resolve.effective import RuledStanding

INFORMATION = "/info/"  # the part of a report's section that tells of the service in general
SETTERS = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)


def set_terms(material: ServiceMaterial) -> list[tuple[Statement, Deadline]]:
    """The terms of a service that acts, standards and portals set."""
    return [
        (one, one.value)
        for one in material.of(Attribute.DEADLINE)
        if one.source_kind in SETTERS and isinstance(one.value, Deadline)
    ]


def is_general(statement: Statement) -> bool:
    """Whether a statement stands in what a report says of a service in general: the standard's own words."""
    return INFORMATION in (statement.evidence.clause or "")


def between_norms(material: ServiceMaterial) -> Iterator[Clash]:
    """Pairs of terms of one purpose and scope that cannot both be kept."""
    named = (material.service.name_kk, material.service.name_ru)
    terms = [(one, without_own_case(one, named), term) for one, term in set_terms(material)]
    for (one, bare, term), (other, plain, counter) in combinations(terms, 2):
        reason = opposed(term, counter)
        if reason is None or reach(bare, plain) is not Reach.SAME or of_one_act_apart(one, other):
            continue
        if not in_force_alike(material, one, other):
            continue
        a, b = Point.of(one), Point.of(other)
        if one_rule(one, other):
            # what stands in one line are the cases of one rule, unless a case says no more than the service's name
            if (bare is one) is not (plain is other):
                yield Clash(kind=FindingClass.DEADLINE, a=a, b=b, reason="own_case")
        elif class_of(a, b, FindingClass.DEADLINE) is FindingClass.DEADLINE:
            yield Clash(kind=FindingClass.DEADLINE, a=a, b=b, reason=reason.value)


def of_one_act_apart(one: Statement, other: Statement) -> bool:
    """Whether both stand in one act but not in one text of it: its two languages are compared by their own rule, and
    two tables that a source keeps apart are of two services."""
    act = one.evidence.act
    return act is not None and act == other.evidence.act and one.evidence.snapshot != other.evidence.snapshot


def in_force_alike(material: ServiceMaterial, one: Statement, other: Statement) -> bool:
    """Whether the acts of both are repealed, or of neither: a repealed act contradicts nothing that took its place."""
    repealed = [material.standing(each) is RuledStanding.REPEALED for each in (one, other)]
    return repealed[0] is repealed[1]
