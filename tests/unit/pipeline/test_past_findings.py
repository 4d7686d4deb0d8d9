"""Findings of past editions: told once, with the day on which they ended."""

from datetime import date
from pathlib import Path

import pytest

from kb.model import FindingClass, JudgedFinding
from kb.pipeline import FindingConditions, Home, Registry, Step, build_base, import_paths
from kb.pipeline.check_ground import ACT, CheckGround
from kb.pipeline.checking import check_base
from tests.finding_base import (
    FIRST_DAY,
    LATER_DAY,
    OTHER_TERM,
    contradicting,
    contradicting_folder,
    write_act,
    write_later,
)

__all__ = ["contradicting", "contradicting_folder"]
ENDED = date.fromisoformat(LATER_DAY)
LAST_DAY = "2022-02-01"
DAY = date(2026, 11, 26)


def told(home: Home, *, current: bool | None = None) -> dict[str, JudgedFinding]:
    registry = Registry(home)
    try:
        return {one.finding.id: one for one, _ in registry.findings.each(FindingConditions(current=current))}
    finally:
        registry.close()


def add(home: Home, folder: Path) -> list[str]:
    """The names of what a build with one more folder checks."""
    import_paths(home, [folder], sample=True)
    seen: list[str] = []

    def note(step: Step) -> None:
        if step.stage == "check" and step.item:
            seen.append(step.item)

    assert build_base(home, progress=note).failures == ()
    return seen


@pytest.fixture
def amended(contradicting: Home, tmp_path: Path) -> Home:
    """The contradictory act with the edition that mends it."""
    write_later(tmp_path / "later")
    add(contradicting, tmp_path / "later")
    return contradicting


def test_what_an_edition_mends_is_told_as_past_under_its_id(contradicting: Home, tmp_path: Path) -> None:
    before = told(contradicting)
    assert before
    assert all(one.finding.until is None for one in before.values())
    write_later(tmp_path / "later")
    add(contradicting, tmp_path / "later")
    after = told(contradicting)
    past = {name for name, one in after.items() if one.finding.until}
    assert past
    assert past <= set(before)
    assert {after[name].finding.until for name in past} == {ENDED}
    assert told(contradicting, current=False).keys() == past
    assert told(contradicting, current=True).keys() == after.keys() - past


def test_current_findings_come_first_and_are_counted_apart(amended: Home) -> None:
    registry = Registry(amended)
    try:
        items = [one.finding.until is not None for one, _ in registry.findings.each()]
        all_counts, past = registry.findings.counts(), registry.findings.counts(FindingConditions(current=False))
        pages, cursor = [], None
        while True:
            page = registry.findings.listed(after=cursor, limit=1)
            pages += [one.finding.until is not None for one, _ in page.items]
            cursor = page.next
            if cursor is None:
                break
    finally:
        registry.close()
    assert items == sorted(items)
    assert pages == items
    assert all_counts.editions == {"current": items.count(False), "past": items.count(True)}
    assert all_counts.found == len(items)
    assert past.found == items.count(True)
    assert past.editions == all_counts.editions


def test_a_contradiction_that_comes_back_stands_again(amended: Home, tmp_path: Path) -> None:
    past = told(amended, current=False)
    act = write_act(tmp_path / "back", term=OTHER_TERM, day=LAST_DAY)
    act.rename(act.with_name(f"{act.name}@3c4d5e6f"))
    add(amended, tmp_path / "back")
    assert not past.keys() & told(amended, current=False).keys()
    assert past.keys() <= told(amended, current=True).keys()
    with amended.store().write() as base:
        base.drop_checks([name for name in base.checks() if name.startswith(ACT) and "@" not in name])
        left = {one.id: one.until for one in base.findings()}
        check_base(base, CheckGround(base, DAY), progress=lambda _step: None)
        again = {one.id: one.until for one in base.findings()}
    assert {left[name] for name in past if name in left} <= {ENDED}
    assert {again[name] for name in past} == {None}


def test_a_new_edition_leaves_the_older_ones_unchecked(amended: Home, tmp_path: Path) -> None:
    act = write_act(tmp_path / "third", term="11 (одиннадцать) рабочих дней", day=LAST_DAY)
    act.rename(act.with_name(f"{act.name}@3c4d5e6f"))
    seen = [name for name in add(amended, tmp_path / "third") if name.startswith(ACT)]
    assert sorted(seen) == [f"{ACT}zan:990001", f"{ACT}zan:990001@{LATER_DAY}"]


def test_a_text_without_a_day_beside_dated_ones_is_read_too(amended: Home, tmp_path: Path) -> None:
    act = write_act(tmp_path / "undated", term="14 (четырнадцать) рабочих дней")
    sheet = act / "meta.yaml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(FIRST_DAY, "null"), encoding="utf-8")
    kazakh = act / "kaz.md"
    kazakh.write_text(kazakh.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    act.rename(act.with_name(f"{act.name}@5e6f7a8b"))
    before = told(amended)
    seen = add(amended, tmp_path / "undated")
    assert f"{ACT}zan:990001@" in seen
    new = {name: one for name, one in told(amended).items() if name not in before}
    assert any("14" in one.finding.a.evidence.quote + one.finding.b.evidence.quote for one in new.values())
    assert all(one.finding.until is None for one in new.values())


def test_impact_says_the_same_whether_or_not_the_last_build_is_up_to_date(amended: Home) -> None:
    registry = Registry(amended)
    try:
        kept = registry.impacts.of_edition("zan:990001")
        with amended.store().write() as base:
            base.forget_fingerprints()
        anew = registry.impacts.of_edition("zan:990001")
    finally:
        registry.close()
    assert kept == anew
    assert kept.vanished
    assert {one.until for one in kept.vanished} == {None}
    assert FindingClass.PASTED_TEXT in kept.left_out
    assert FindingClass.DEADLINE not in kept.left_out


def test_an_act_is_checked_again_when_an_act_that_it_cites_changes(amended: Home) -> None:
    with amended.store().write() as base:
        ground = CheckGround(base, DAY)
        name = f"{ACT}zan:990001"
        found = ground.check(name)
        question = "text:zan:990002"
        assert ground.stands(found.cites)
        base.save_check(
            name,
            base.checks()[name],
            [(one, "") for one in found.checked.findings],
            cites={**found.cites, question: "another state"},
        )
        seen: list[str] = []
        check_base(base, ground, progress=lambda step: seen.append(step.item))
        assert [item for item in seen if item] == [name]
        assert ground.stands(base.check_cites(name)[name]) if found.cites else name not in base.check_cites()
