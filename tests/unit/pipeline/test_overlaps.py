"""What repeats: measured by a build, read by everybody."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.pipeline import BadCursor, Home, Registry, Step, UnknownName, build_base, import_paths
from kb.pipeline.check_ground import CheckGround
from kb.pipeline.overlaps import measure_overlaps
from kb.read import WordChangeKind
from tests.overlap_base import FIRST, SECOND, SHARED, overlapping, overlapping_folder, write_overlapping

__all__ = ["overlapping", "overlapping_folder"]
DAY = date(2026, 11, 26)


@pytest.fixture
def registry(overlapping_folder: Path) -> Iterator[Registry]:
    registry = Registry(Home(folder=overlapping_folder))
    yield registry
    registry.close()


def measured(home: Home) -> bool:
    """Whether a further look at the base measures again."""
    steps: list[Step] = []
    with home.store().write() as base:
        measure_overlaps(base, CheckGround(base, DAY), progress=steps.append)
    return bool(steps)


def shared_text(home: Home) -> list[str]:
    """What the two acts say alike."""
    registry = Registry(home)
    try:
        told = registry.overlaps.passages(registry.overlaps.repeats(acts=(FIRST, SECOND)).items)
    finally:
        registry.close()
    return ["".join(one.words for one in each.words if one.kind is WordChangeKind.SAME) for each in told]


def test_the_shared_point_is_counted_of_all_of_the_service_and_of_the_pair(registry: Registry) -> None:
    summary = registry.overlaps.summary()
    assert summary.overall
    assert 0 < summary.overall.repeated < summary.overall.characters
    pairs = {(one.first, one.second): one for one in summary.acts}
    assert pairs[FIRST, SECOND].repeated == pairs[SECOND, FIRST].repeated > len(SHARED) / 2
    assert len(summary.services) == 2
    for one in summary.services:
        assert registry.overlaps.share(one.first) == one


def test_repeats_are_found_by_service_and_by_either_order_of_the_acts(registry: Registry) -> None:
    there = registry.overlaps.repeats(acts=(FIRST, SECOND)).items
    assert there
    assert registry.overlaps.repeats(acts=(SECOND, FIRST)).items == there
    service = registry.overlaps.summary().services[0].first
    assert set(registry.overlaps.repeats(service=service).items) <= set(registry.overlaps.repeats().items)
    assert registry.overlaps.repeats(acts=(FIRST, "zan:1")).items == ()


def test_passages_quote_their_texts(registry: Registry) -> None:
    page = registry.overlaps.repeats(acts=(FIRST, SECOND))
    told = registry.overlaps.passages(page.items)
    assert any(SHARED[:60] in one.a.quote and SHARED[:60] in one.b.quote for one in told)
    for one in told:
        for evidence in (one.a, one.b):
            assert registry.text(evidence.snapshot)[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote.splitlines()[0] in registry.text(evidence.snapshot).splitlines()[evidence.line - 1]
    assert {one.a.act for one in told} | {one.b.act for one in told} == {FIRST, SECOND}


def test_the_cursor_goes_through_all_repeats_once(registry: Registry) -> None:
    every = registry.overlaps.repeats().items
    assert len(every) > 1
    seen, cursor = [], None
    while True:
        page = registry.overlaps.repeats(after=cursor, limit=1)
        seen += page.items
        if page.next is None:
            break
        cursor = page.next
    assert tuple(seen) == every


def test_what_is_not_there_is_told(registry: Registry) -> None:
    with pytest.raises(UnknownName, match="no-such"):
        registry.overlaps.share("no-such")
    with pytest.raises(UnknownName, match="no-such"):
        registry.overlaps.repeats(service="no-such")
    with pytest.raises(BadCursor):
        registry.overlaps.repeats(after="third")


def test_nothing_is_measured_twice(overlapping: Home) -> None:
    assert not measured(overlapping)


def test_a_changed_text_is_measured_again(overlapping: Home, tmp_path: Path) -> None:
    assert any(SHARED[:40] in one for one in shared_text(overlapping))
    folder = tmp_path / "acts"
    write_overlapping(folder, second="Книга ведется на месте кочевки и хранится у владельца до конца медосбора")
    import_paths(overlapping, [folder], sample=True)
    assert build_base(overlapping).failures == ()
    assert not any(SHARED[:40] in one for one in shared_text(overlapping))
    assert not measured(overlapping)


@pytest.mark.parametrize("cursor", ["9" * 30, "²", "-1", "1.5", ""])
def test_a_cursor_that_was_never_given_out_is_refused(registry: Registry, cursor: str) -> None:
    with pytest.raises(BadCursor):
        registry.overlaps.repeats(after=cursor)
