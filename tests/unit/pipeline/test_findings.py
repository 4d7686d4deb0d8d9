"""Findings and what people decide on them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb.model import FindingVerdict
from kb.model.access import Actor, Role
from kb.pipeline import (
    BadVerdict,
    FindingConditions,
    Home,
    Registry,
    UnknownName,
    build_base,
    import_paths,
    remove_source,
)
from tests.finding_base import LATER_DAY, contradicting, contradicting_folder, write_act, write_later

__all__ = ["contradicting", "contradicting_folder"]
LAWYER = Actor(name="Сәуле", role=Role.LAWYER)


@pytest.fixture
def registry(contradicting: Home) -> Iterator[Registry]:
    found = Registry(contradicting)
    yield found
    found.close()


def first(registry: Registry) -> str:
    """The finding between the Kazakh and the Russian term."""
    return next(
        judged.finding.id
        for judged, _ in registry.findings.each()
        if "12" in judged.finding.a.evidence.quote + judged.finding.b.evidence.quote
    )


def test_a_decision_silences_a_finding_and_keeps_reason_name_and_role(registry: Registry) -> None:
    name = first(registry)
    judged = registry.findings.decide(name, FindingVerdict.EXCEPTION, reason=" Бұл  ерекше жағдай ", actor=LAWYER)
    assert judged.verdict is FindingVerdict.EXCEPTION
    assert [(one.reason, one.author, one.role) for one in judged.history] == [("Бұл ерекше жағдай", "Сәуле", "lawyer")]
    silent = registry.findings.listed(FindingConditions(verdict=FindingVerdict.OPEN), limit=200)
    assert name not in {one.finding.id for one, _ in silent.items}
    kept = registry.findings.listed(FindingConditions(verdict=FindingVerdict.EXCEPTION))
    assert [one.finding.id for one, _ in kept.items] == [name]


def test_a_decision_can_be_taken_back_and_its_record_stays(registry: Registry) -> None:
    name = first(registry)
    registry.findings.decide(name, FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    judged = registry.findings.decide(name, FindingVerdict.OPEN, reason="қателестім", actor=LAWYER)
    assert judged.verdict is FindingVerdict.OPEN
    assert len(judged.history) == 2
    assert len(registry.findings.verdicts()) == 2


@pytest.mark.parametrize("reason", ["", "   ", "а" * 2001])
def test_a_decision_needs_a_reason_of_some_words(registry: Registry, reason: str) -> None:
    with pytest.raises(BadVerdict):
        registry.findings.decide(first(registry), FindingVerdict.CONFIRMED, reason=reason, actor=LAWYER)
    assert registry.findings.verdicts() == ()


def test_a_finding_that_is_not_there_is_told(registry: Registry) -> None:
    with pytest.raises(UnknownName, match="no finding 'none'"):
        registry.findings.decide("none", FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    with pytest.raises(UnknownName):
        registry.findings.listed(FindingConditions(services=("none",)))


def test_counts_tell_found_open_confirmed_and_fixed(registry: Registry, contradicting: Home, tmp_path: Path) -> None:
    name = first(registry)
    found = registry.findings.counts().found
    registry.findings.decide(name, FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    counts = registry.findings.counts()
    assert (counts.found, counts.verdicts["open"], counts.verdicts["confirmed"], counts.fixed) == (
        found,
        found - 1,
        1,
        0,
    )
    assert sum(counts.kinds.values()) == sum(counts.severities.values()) == found
    folder = tmp_path / "acts"
    write_later(folder)
    import_paths(contradicting, [folder], sample=True)
    build_base(contradicting)
    assert registry.findings.counts().fixed == 1
    assert registry.findings.item(name)[0].finding.until == date.fromisoformat(LATER_DAY)


def test_a_source_that_is_taken_out_mends_nothing(registry: Registry, contradicting: Home) -> None:
    registry.findings.decide(first(registry), FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    remove_source(contradicting, "lawgit", actor=LAWYER)
    counts = registry.findings.counts()
    assert (counts.found, counts.fixed) == (0, 0)


def test_a_changed_clause_brings_the_finding_back_with_its_history(
    registry: Registry, contradicting: Home, tmp_path: Path
) -> None:
    name = first(registry)
    registry.findings.decide(name, FindingVerdict.SAME_OUTCOME, reason="бәрібір", actor=LAWYER)
    folder = tmp_path / "acts"
    write_act(folder, term="12 (двенадцать) рабочих дней после проверки")
    import_paths(contradicting, [folder], sample=True)
    build_base(contradicting)
    again = [judged for judged, _ in registry.findings.each() if judged.history]
    assert again
    assert all(one.returned and one.verdict is FindingVerdict.OPEN for one in again)
    assert name not in {one.finding.id for one in again}


def test_a_decision_is_in_the_trail(registry: Registry, contradicting: Home) -> None:
    name = first(registry)
    registry.findings.decide(name, FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    with contradicting.store().read() as base:
        entries = list(base.audit_entries())
    newest = [(one.action, one.target, one.actor.name) for one in entries][-1]
    assert newest == ("verdict.add", f"finding:{name}", "Сәуле")


def test_pages_follow_each_other_without_gaps(registry: Registry) -> None:
    everything = [judged.finding.id for judged, _ in registry.findings.each()]
    seen, after = [], None
    while True:
        page = registry.findings.listed(limit=1, after=after)
        seen += [judged.finding.id for judged, _ in page.items]
        after = page.next
        if after is None:
            break
    assert seen == everything


def test_a_name_and_a_reason_that_cannot_be_shown_are_refused(registry: Registry) -> None:
    name = first(registry)
    for author, reason in (("", "иә"), ("Сәуле\x1b[2J", "иә"), ("а" * 201, "иә"), ("Сәуле", "иә\x00")):
        with pytest.raises(BadVerdict):
            registry.findings.decide(
                name, FindingVerdict.CONFIRMED, reason=reason, actor=Actor(name=author, role=Role.LAWYER)
            )
    assert registry.findings.verdicts() == ()


def test_a_decision_that_was_taken_back_did_not_return(registry: Registry) -> None:
    name = first(registry)
    registry.findings.decide(name, FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    judged = registry.findings.decide(name, FindingVerdict.OPEN, reason="қателестім", actor=LAWYER)
    assert judged.history
    assert not judged.returned


def test_a_decision_on_one_finding_leaves_others_of_its_clauses_alone(registry: Registry, contradicting: Home) -> None:
    """Two findings between the same clauses cite other words of them."""
    judged, _ = registry.findings.item(first(registry))
    one = judged.finding
    short = replace(one.a.evidence, end=one.a.evidence.start + 2, quote=one.a.evidence.quote[:2])
    other = replace(one, a=replace(one.a, evidence=short))
    with contradicting.store().write() as base:
        base.save_check("act:other", "1", [(other, "")])
    registry.findings.decide(one.id, FindingVerdict.CONFIRMED, reason="иә", actor=LAWYER)
    registry.findings.decide(other.id, FindingVerdict.EXCEPTION, reason="бөлек", actor=LAWYER)
    with contradicting.store().write() as base:
        base.drop_checks(["act:other"])
    assert registry.findings.item(one.id)[0].verdict is FindingVerdict.CONFIRMED
