import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, Registry, build_base
from tests.faults.stopping import kill_at
from tests.unit.pipeline.exports import exported
from tests.unit.pipeline.kills import kill_before_the_swap, kill_inside_the_swap

INDEXES = 3  # services, clauses, words


def _indexes(home: Home) -> list[Path]:
    return [one for one in (home.folder / "index").iterdir() if one.is_dir()]


def test_opening_finishes_a_swap_that_was_left_open(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = exported(built)
    registry = Registry(built)
    old = registry.status().indexes
    kill_before_the_swap(built, monkeypatch)
    assert registry.status().indexes == old
    name = registry.services().items[0].name_kk or ""
    assert registry.search(name).services
    opened = Registry(built)
    new = opened.status().indexes
    assert new.keys() == old.keys()
    assert not set(new.values()) & set(old.values())
    assert opened.search(name).services
    opened.close()
    registry.close()
    assert exported(built) == before


def test_the_next_build_finishes_it_too(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    kill_before_the_swap(built, monkeypatch)
    assert build_base(built).changed is False
    assert len(_indexes(built)) == INDEXES


def test_old_indexes_that_a_killed_swap_left_are_removed_by_an_unchanged_build(
    built: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_inside_the_swap(built, monkeypatch)
    assert len(_indexes(built)) > INDEXES
    registry = Registry(built)
    live = set(registry.status().indexes.values())
    registry.close()
    assert build_base(built).changed is False
    assert {one.name for one in _indexes(built)} == live


def test_indexes_of_a_build_that_was_killed_while_it_filled_them_are_removed_too(built: Home) -> None:
    live = {one.name for one in _indexes(built)}
    kill_at("index", 6, job="build", home=built.folder)
    assert len(_indexes(built)) > INDEXES
    assert build_base(built).changed is False
    assert {one.name for one in _indexes(built)} == live


def test_while_a_build_is_at_work_opening_leaves_the_swap_to_it(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    kill_before_the_swap(built, monkeypatch)
    with built.hold():
        registry = Registry(built)
        indexes = set(registry.status().indexes.values())
        registry.close()
    registry = Registry(built)
    assert not indexes & set(registry.status().indexes.values())
    registry.close()


def test_indexes_that_are_gone_are_built_again(built: Home) -> None:
    shutil.rmtree(built.folder / "index")
    before = exported(built)
    report = build_base(built)
    assert (report.changed, report.read) == (True, 0)
    assert exported(built) == before
    registry = Registry(built)
    assert registry.search(registry.services().items[0].name_kk or "").services
    registry.close()


def test_a_service_that_runs_follows_a_build(built: Home) -> None:
    registry = Registry(built)
    name = registry.services().items[0].name_kk or ""
    before = registry.search(name).services
    build_base(built, full=True)
    assert registry.search(name).services == before
    assert registry.status().counts["documents"] == 8
    registry.close()
