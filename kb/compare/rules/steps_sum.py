"""Steps of a procedure that add up to another term than that of the service."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import record_of, record_path
from kb.compare.rule import ServiceRule
from kb.compare.terms.norm_terms import set_terms
from kb.compare.terms.opposed import DAYS
from kb.compare.terms.steps import procedures
from kb.compare.terms.told_once import told_once
from kb.compare.terms.wording import tells
from kb.model import (
    Attribute,
    Deadline,
    Document,
    Evidence,
    FindingClass,
    FindingSeverity,
    Language,
    Purpose,
    SourceKind,
    Statement,
)
from kb.resolve.effective import RuledStanding

Term = tuple[Statement, Deadline]
OF_THE_SERVICE = (Purpose.SERVICE, Purpose.RESULT_PICKUP)


def check(material: ServiceMaterial) -> tuple[Clash, ...]:
    """The steps of the rules and of the record itself, and single stages that are told of, against the terms."""
    return told_once((*_of_rules(material), *_of_record(material), *_told(material)))


def _of_rules(material: ServiceMaterial) -> Iterator[Clash]:
    """Steps in the text around the only record of an act; where the act is known in two languages, in both alike."""
    found: dict[str, list[Clash]] = {}
    languages: dict[str, set[Language]] = {}
    for (snapshot, _), terms in _by_record(material).items():
        document = material.text_of(snapshot)
        if document is None or not terms or _records_in(document) > 1:
            continue
        evidence = terms[0][0].evidence
        act = evidence.act or evidence.document
        languages.setdefault(act, set()).add(evidence.language)
        found.setdefault(act, []).extend(_of_text(document, terms))
    for act, clashes in found.items():
        sums = Counter(clash.words["total"] for clash in clashes)
        yield from (one for one in clashes if sums[one.words["total"]] >= len(languages[act]))


def _of_text(document: Document, terms: Sequence[Term]) -> Iterator[Clash]:
    numbers = {(term.value, term.unit) for _, term in terms}
    for steps in procedures(document):
        listed = steps[0].listed is not None
        if listed or len(numbers) == 1:  # of several terms running text does not tell which one its steps are of
            act = terms[0][0].evidence.act
            days = [step for step in steps if step.unit is terms[0][1].unit]
            yield from _compare([(step.days, replace(step.evidence, act=act)) for step in days], terms)


def _of_record(material: ServiceMaterial) -> Iterator[Clash]:
    """Stages in the record itself against its whole term."""
    for terms in _by_record(material, stages=True).values():
        stages = [(term.value or Decimal(0), one.evidence) for one, term in terms if _is_stage(one)]
        whole = [one for one in terms if not _is_stage(one[0])]
        if len(stages) > 1 and len(whole) == 1 and len({term.unit for _, term in terms}) == 1:
            yield from _compare(stages, whole)


def _told(material: ServiceMaterial) -> Iterator[Clash]:
    """One stage of which somebody tells, longer than the whole service may take."""
    norms = [one for one in set_terms(material) if one[1].purpose is Purpose.SERVICE and record_of(one[0]) is not None]
    for told in material.of(Attribute.DEADLINE):
        stage = told.value
        if told.source_kind is not SourceKind.PRACTICE or not isinstance(stage, Deadline) or not _is_stage(told):
            continue
        days = [(one, term) for one, term in norms if term.unit in DAYS and term.value is not None]
        if stage.value is None or stage.unit not in DAYS or not days:
            continue
        longest, term = max(days, key=lambda one: one[1].value or Decimal(0))
        if term.value is not None and stage.value > term.value:
            yield Clash(
                kind=FindingClass.STEPS_SUM, a=Point.of(longest), b=Point.of(told), reason="stage_longer_than_all"
            )


def _compare(steps: Sequence[tuple[Decimal, Evidence]], terms: Sequence[Term]) -> Iterator[Clash]:
    """The sum against every term of the record: it must be one of them, or lie between them where they differ."""
    if len(steps) < 2:
        return
    total = sum((days for days, _ in steps), Decimal(0))
    values = [term.value for _, term in terms if term.value is not None]
    if not values or min(values) <= total <= max(values) or (total < min(values) and len(set(values)) > 1):
        return  # less than all: the steps may be those of a case that the record does not tell of
    term = max(terms, key=lambda one: one[1].value or Decimal(0)) if total > max(values) else terms[0]
    longest = max(steps, key=lambda one: one[0])[1]
    yield Clash(
        kind=FindingClass.STEPS_SUM,
        a=Point.of(term[0]),
        b=Point(evidence=longest, source_kind=term[0].source_kind),
        reason="more" if total > max(values) else "less",
        words={"total": total, "steps": " + ".join(str(days) for days, _ in steps)},
    )


def _by_record(material: ServiceMaterial, *, stages: bool = False) -> dict[tuple[str, str], list[Term]]:
    """The terms in days of each record in force; with `stages` also those of its stages and of the hand-over."""
    found: dict[tuple[str, str], list[Term]] = {}
    for one, term in set_terms(material):
        record = record_of(one)
        if record is None or term.value is None or term.unit not in DAYS:
            continue
        wanted = term.purpose in OF_THE_SERVICE if stages else term.purpose is Purpose.SERVICE and not _is_stage(one)
        if wanted and material.standing(one) is RuledStanding.IN_FORCE:
            found.setdefault(record, []).append((one, term))
    return found


def _records_in(document: Document) -> int:
    return len({record_path(clause.id) for clause in document.clauses} - {None})


def _is_stage(statement: Statement) -> bool:
    case = statement.scope.case
    return tells("stage", case.text if case else "") or tells("stage", statement.evidence.quote)


RULES = (ServiceRule(kind=FindingClass.STEPS_SUM, severity=FindingSeverity.MEDIUM, check=check),)
