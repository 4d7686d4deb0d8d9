"""Two texts in force that both set the standard of one service."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.comparable import in_one_time
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import record_of
from kb.compare.rule import ServiceRule
from kb.compare.terms.told_once import told_once
from kb.model import ActStatus, Attribute, FindingClass, FindingSeverity, SourceKind, Statement
from kb.resolve.effective import RuledStanding
from kb.resolve.reports import report_year

TWO_STANDARDS = "two_standards"
# A standard tells who gives the service and within which time; the first of these that both tell shows the two.
SHOWN = (Attribute.DEADLINE, Attribute.PROVIDER, Attribute.RESULT)
TOLD = (Attribute.PROVIDER, Attribute.COMPETENT_BODY, Attribute.DEADLINE)


def check(material: ServiceMaterial) -> tuple[Clash, ...]:
    """Two acts in force with a standard of the service, and a text that says so in words."""
    return told_once((*_two_acts(material), *_told(material)))


def _two_acts(material: ServiceMaterial) -> Iterator[Clash]:
    acts: dict[str, list[Statement]] = {}
    for statement in material.statements:
        act = statement.evidence.act
        if act is not None and _is_standard(material, statement):
            acts.setdefault(_one_id(material, act), []).append(statement)
    for one, other in combinations(acts.values(), 2):
        for attribute in SHOWN:
            pair = _first(one, attribute), _first(other, attribute)
            if pair[0] and pair[1] and in_one_time(pair[0], pair[1]):
                yield Clash(
                    kind=FindingClass.TWO_STANDARDS, a=Point.of(pair[0]), b=Point.of(pair[1]), reason="two_acts"
                )
                break


def _told(material: ServiceMaterial) -> Iterator[Clash]:
    for remark in material.remarks:
        if remark.subject != TWO_STANDARDS:
            continue
        own = next((found for attribute in TOLD if (found := _first(material.statements, attribute))), None)
        if own is not None:
            told = Point(evidence=remark.evidence, source_kind=remark.source_kind)
            yield Clash(kind=FindingClass.TWO_STANDARDS, a=Point.of(own), b=told, reason="told")


def _is_standard(material: ServiceMaterial, statement: Statement) -> bool:
    """Whether a text that is no report sets the service's standard and is not known to be repealed."""
    if statement.source_kind is not SourceKind.STANDARD or report_year(statement.service) is not None:
        return False
    in_record = record_of(statement) is not None or statement.attribute is Attribute.DEADLINE
    return in_record and material.standing(statement) is RuledStanding.IN_FORCE and _in_force(material, statement)


def _in_force(material: ServiceMaterial, statement: Statement) -> bool:
    act = (material.acts or {}).get(statement.evidence.act or "")
    return act is None or act.status is not ActStatus.REPEALED


def _one_id(material: ServiceMaterial, act: str) -> str:
    return material.history.id_of(act) if material.history else act


def _first(statements: Sequence[Statement], attribute: Attribute) -> Statement | None:
    return next((one for one in statements if one.attribute is attribute), None)


RULES = (ServiceRule(kind=FindingClass.TWO_STANDARDS, severity=FindingSeverity.HIGH, check=check),)
