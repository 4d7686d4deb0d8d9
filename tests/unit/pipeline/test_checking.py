"""Findings of a build: what is checked, and what is checked again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb.model import FindingVerdict
from kb.pipeline import FindingConditions, Home, Registry, Step, build_base, import_paths
from kb.pipeline.check_ground import ACT, SERVICE, CheckGround
from kb.pipeline.checking import check_base
from kb.pipeline.progress import silent
from tests.finding_base import contradicting, contradicting_folder, write_act, write_later

__all__ = ["contradicting", "contradicting_folder"]
DAY = date(2026, 11, 26)


def ids(home: Home, *, current: bool | None = None) -> set[str]:
    registry = Registry(home)
    try:
        return {judged.finding.id for judged, _ in registry.findings.each(FindingConditions(current=current))}
    finally:
        registry.close()


def checked(home: Home) -> list[str]:
    """What a further check of the base looks at."""
    seen: list[str] = []

    def note(step: Step) -> None:
        if step.item:
            seen.append(step.item)

    with home.store().write() as base:
        check_base(base, CheckGround(base, DAY), progress=note)
    return seen


def test_a_build_finds_the_term_that_the_languages_tell_differently(contradicting: Home) -> None:
    registry = Registry(contradicting)
    try:
        told = [judged for judged, _ in registry.findings.each()]
    finally:
        registry.close()
    sides = [(one.finding.a, one.finding.b) for one in told]
    assert any({a.evidence.language.value, b.evidence.language.value} == {"kk", "ru"} for a, b in sides)
    assert all(one.verdict is FindingVerdict.OPEN and not one.returned for one in told)
    for a, b in sides:
        for side in (a, b):
            assert registry_text(contradicting, side.evidence.snapshot)[side.evidence.start : side.evidence.end] == (
                side.evidence.quote
            )


def registry_text(home: Home, digest: str) -> str:
    registry = Registry(home)
    try:
        return registry.text(digest)
    finally:
        registry.close()


def test_nothing_is_checked_twice(contradicting: Home) -> None:
    assert checked(contradicting) == []


def test_a_changed_text_is_checked_again_with_its_service_and_act(contradicting: Home, tmp_path: Path) -> None:
    before = ids(contradicting)
    folder = tmp_path / "acts"
    write_act(folder, term="9 (девять) рабочих дней")
    import_paths(contradicting, [folder], sample=True)
    seen: list[str] = []
    assert build_base(contradicting, progress=lambda step: seen.append(step.item)).failures == ()
    assert any(item.startswith(SERVICE) for item in seen)
    assert any(item.startswith(ACT) for item in seen)
    after = ids(contradicting)
    assert after
    assert before != after


def test_a_mended_edition_takes_the_finding_away_and_tells_so(contradicting: Home, tmp_path: Path) -> None:
    folder = tmp_path / "acts"
    write_later(folder)
    before = ids(contradicting)
    import_paths(contradicting, [folder], sample=True)
    assert build_base(contradicting).failures == ()
    registry = Registry(contradicting)
    try:
        impact = registry.impacts.of_edition("zan:990001")
    finally:
        registry.close()
    assert impact.after == date(2019, 7, 1)
    assert {one.id for one in impact.vanished} <= before
    assert impact.vanished
    assert not impact.appeared
    assert any(part.difference and part.difference.changes for parts in impact.clauses.values() for part in parts)
    assert [change.attribute.value for one in impact.services for change in one.changes].count("deadline") >= 1
    assert not {one.id for one in impact.vanished} & ids(contradicting, current=True)


def test_the_same_base_gives_the_same_findings(contradicting: Home) -> None:
    before = ids(contradicting)
    with contradicting.store().write() as base:
        base.drop_checks(sorted(base.checks()))
        check_base(base, CheckGround(base, DAY), progress=silent)
    assert ids(contradicting) == before


def test_a_check_that_fails_keeps_the_findings_and_is_done_again(
    contradicting: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ids(contradicting)
    with contradicting.store().write() as base:
        base.forget_fingerprints()
    with monkeypatch.context() as broken:
        broken.setattr("kb.pipeline.check_ground.check_act", failing)
        failures = build_base(contradicting).failures
    assert any(one.code == "check_failed" and "no wording" in one.message for one in failures)
    assert ids(contradicting) == before
    assert build_base(contradicting).failures == ()
    assert ids(contradicting) == before


def failing(*_arguments: object, **_options: object) -> None:
    raise ValueError("no wording")


def test_a_day_on_which_a_statement_turns_checks_its_service_again(contradicting: Home) -> None:
    with contradicting.store().read() as base:
        early, late = (CheckGround(base, day) for day in (date(2010, 1, 1), DAY))
        first, then = ({one.name: one.fingerprint for one in ground.services()} for ground in (early, late))
    assert first.keys() == then.keys()
    assert all(first[name] != then[name] for name in first)


def test_an_act_is_checked_again_when_its_service_is_called_otherwise(contradicting: Home) -> None:
    with contradicting.store().write() as base:
        services = [replace(one, name_ru=f"{one.name_ru} и маяка") for one in base.services()]
        base.save_services(services)
    assert [item for item in checked(contradicting) if item.startswith(ACT)]
    assert checked(contradicting) == []
