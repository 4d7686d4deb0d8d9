"""Kills at random moments of a run: nothing is lost, nothing stands twice, hosts are hardly asked again."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from kb.pipeline import Home
from kb.store import Run, RunState
from tests.faults.forest_runs import archived, collect, started
from tests.faults.forest_source import PAGES, plant
from tests.site.site import Site

# With the 10 kills of imports and builds (test_kills.py) more than the 100 that are asked for.
HOMES = 10
KILLS = 100
LONGEST_LIFE = 0.6  # seconds: about the time of an undisturbed run with its start


@pytest.fixture
def forest(bare_site: Site) -> Site:
    plant(bare_site)
    return bare_site


def test_a_run_killed_again_and_again_ends_like_one_that_was_not(forest: Site, tmp_path: Path) -> None:
    whole = Home(folder=tmp_path / "whole")
    undisturbed = collect(whole, forest.address)
    assert undisturbed.counts == {"documents": 2 * PAGES, "new": 2 * PAGES, "changed": 0, "gone": 2}
    empty = Home(folder=tmp_path / "empty")
    empty.store().close()
    chance = random.Random(20310310)  # noqa: S311 - moments of kills, no secret
    killed = 0
    number = 0
    while killed < KILLS or number < HOMES:
        number += 1
        home = Home(folder=Path(shutil.copytree(empty.folder, tmp_path / f"home{number}")))
        forest.log.clear()
        kills = 0
        for _ in range(-(-KILLS // HOMES)):
            process = started(home.folder, forest.address)
            process.join(chance.uniform(0, LONGEST_LIFE))
            if process.exitcode is None:
                process.kill()
                kills += 1
            process.join()
        killed += kills
        _check(home, collect_to_end(home, forest), undisturbed, whole, forest, kills=kills)
        assert number < 4 * HOMES, f"{killed} kills in {number} homes: the runs end before they are killed"


def collect_to_end(home: Home, forest: Site) -> Run:
    """The run that was killed, taken to its end; the one that came to its end before the last kill as it is."""
    with home.store().read() as base:
        runs = base.runs()
    if len(runs) == 1 and runs[0].state is RunState.OK:
        return runs[0]
    return collect(home, forest.address)


def _check(home: Home, run: Run, undisturbed: Run, whole: Home, forest: Site, *, kills: int) -> None:
    assert archived(home) == archived(whole)
    archive = home.archive()
    for document, language in archived(home):
        body = archive.body(archived(home)[document, language])
        assert body == whole.archive().body(archived(whole)[document, language])
    with home.store().read() as base:
        runs = base.runs()
    assert run.state is RunState.OK
    for one in runs:
        later = min((other.started_at for other in runs if other.started_at > one.started_at), default=None)
        mine = Counter(
            (capture.snapshot.document, capture.snapshot.language)
            for capture in archive.captures()
            if one.started_at <= capture.snapshot.taken_at and (later is None or capture.snapshot.taken_at < later)
        )
        assert set(mine.values()) <= {1}, "a page stands twice in one run"
    asked = Counter(one.url for one in forest.log if not one.url.endswith("/robots.txt"))
    again = sum(count - len(runs) for count in asked.values() if count > len(runs))
    assert again <= kills, "more was asked again than the pages in flight"
    if len(runs) == 1:
        assert run.counts == undisturbed.counts
        assert {one.document for one in run.alarms} == {one.document for one in undisturbed.alarms}


def test_a_rerun_of_an_unchanged_site_transfers_nothing_but_conditional_requests(forest: Site, home: Home) -> None:
    collect(home, forest.address)
    size = sum(path.stat().st_size for path in (home.folder / "archive").glob("*.warc.gz"))
    forest.log.clear()
    run = collect(home, forest.address)
    pages = [one for one in forest.log if not one.url.endswith(("/robots.txt", "/gone"))]
    assert len(pages) == 2 * PAGES + 1
    assert {one.status for one in pages} == {304}
    assert (run.counts["documents"], run.counts["new"], run.counts["changed"]) == (2 * PAGES, 0, 0)
    grown = sum(path.stat().st_size for path in (home.folder / "archive").glob("*.warc.gz")) - size
    assert grown < 2 * size
