"""All rules over a service or an act → its findings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kb.compare.clash import Clash, Point
from kb.compare.digests import ClauseDigests
from kb.compare.explaining import correct, explain
from kb.compare.material import ActMaterial, BaseMaterial, ServiceMaterial, Texts
from kb.compare.prevailing import decide
from kb.compare.rule import ActRule, BaseRule, Rule, ServiceRule
from kb.compare.rules import discover_rules
from kb.compare.soundness import split_sound
from kb.model import Finding, FindingClass, Issue, Side
from kb.resolve import precedence_rules
from kb.resolve.precedence import Forces

Kinds = Iterable[FindingClass] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found, by class and in the order of its rules, and what it could not weigh."""

    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...] = ()


def check_service(material: ServiceMaterial, *, kinds: Kinds = None) -> Checked:
    """One service by the rules of all classes, or of some."""
    sound, issues = split_sound(material.statements)
    weighed = replace(material, statements=sound)
    found = _Found(_Maker(ClauseDigests(material.text_of), material.day, material.force), list(issues))
    for rule in _rules(kinds):
        if isinstance(rule, ServiceRule):
            for one in rule.check(weighed):
                found.take(rule, one, material.service.id)
    return found.checked()


def check_act(material: ActMaterial, *, force: Forces, kinds: Kinds = None) -> Checked:
    """The texts of one act, each finding with the service whose part of the act holds it."""
    found = _Found(_Maker(ClauseDigests(material.text_of), material.day, force), [])
    for rule in _rules(kinds):
        if isinstance(rule, ActRule):
            for one in rule.check(material):
                found.take(rule, one, material.service_of(one.a.evidence) if isinstance(one, Clash) else None)
    return found.checked()


def check_texts(material: BaseMaterial, *, force: Forces, kinds: Kinds = None) -> Checked:
    """All texts of a base against each other."""
    found = _Found(_Maker(ClauseDigests(material.text_of), material.day, force), [])
    for rule in _rules(kinds):
        if isinstance(rule, BaseRule):
            for service, clash in rule.check(material):
                found.take(rule, clash, service)
    return found.checked()


def check_report(clashes: Iterable[Clash], *, text_of: Texts, day: date, force: Forces) -> Checked:
    """Figures of a report that others of it decide on otherwise, of bodies, regions and totals: of no service."""
    found = _Found(_Maker(ClauseDigests(text_of), day, force), [])
    for rule in _rules((FindingClass.STATISTICS,)):
        for one in clashes:
            found.take(rule, one, None)
    return found.checked()


class _Found:
    """What rules give, as findings and issues; each finding once: the same two clauses may meet in several editions
    and snapshots. The same words that contradict for several reasons are as many findings."""

    def __init__(self, maker: "_Maker", issues: list[Issue]) -> None:
        self._maker = maker
        self._findings: dict[str, Finding] = {}
        self._reasons: dict[str, str] = {}
        self._issues = issues

    def take(self, rule: Rule, seen: Clash | Issue, service: str | None) -> None:
        """Takes one thing that a rule gave."""
        if isinstance(seen, Issue):
            self._issues.append(seen)
            return
        finding = self._maker.finding(rule, seen, service)
        if self._reasons.setdefault(finding.id, seen.reason) != seen.reason:
            finding = replace(finding, reason=seen.reason)
        self._findings.setdefault(finding.id, finding)

    def checked(self) -> Checked:
        """All of it."""
        return Checked(findings=tuple(self._findings.values()), issues=tuple(dict.fromkeys(self._issues)))


class _Maker:
    """Makes findings of what rules saw."""

    def __init__(self, digests: ClauseDigests, day: date, force: Forces) -> None:
        self._digests = digests
        self._day = day
        self._force = force

    def finding(self, rule: Rule, clash: Clash, service: str | None) -> Finding:
        """The clash with what decides it and its explanation."""
        decision = decide(clash, day=self._day, force=self._force)
        return Finding(
            kind=clash.kind,
            service=service,
            a=self._side(clash.a),
            b=self._side(clash.b),
            severity=clash.severity or rule.severity,
            why=explain(clash),
            prevails=decision.side if decision else None,
            rule=decision.rule if decision else None,
            basis=precedence_rules()[decision.rule].source if decision else None,
            correction=correct(clash),
        )

    def _side(self, point: Point) -> Side:
        return Side(
            evidence=point.evidence,
            source_kind=point.source_kind,
            digest=self._digests.digest(point.evidence),
            statement=point.statement,
        )


def classes_of_bases() -> tuple[FindingClass, ...]:
    """The classes of which some findings show only where all texts of a base are looked at (`check_texts`)."""
    found = discover_rules()
    return tuple(FindingClass(kind) for kind in sorted(found) if any(isinstance(one, BaseRule) for one in found[kind]))


def _rules(kinds: Kinds) -> Iterator[Rule]:
    wanted = None if kinds is None else {kind.value for kind in kinds}
    for kind, rules in discover_rules().items():
        if wanted is None or kind in wanted:
            yield from rules
