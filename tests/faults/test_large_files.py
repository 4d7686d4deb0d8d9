"""Files of a hundred megabytes: imported, in a folder beside others, and served by a host."""

import os
from pathlib import Path

import pytest

from kb.model import Language
from kb.pipeline import Home, import_paths
from kb.store import RunState
from tests.command import Kb
from tests.faults.forest_runs import archived, collect
from tests.faults.forest_source import HOST, PAGES, plant
from tests.site.site import Site

LARGE = 100 * 1024 * 1024
ROOM = 1024 * 1024  # far more than what stands beside the large file takes in the archive


def _sparse(path: Path) -> Path:
    """A file of that length that takes no room on the disk."""
    path.touch()
    os.truncate(path, LARGE)
    return path


def _size(home: Home) -> int:
    return sum(path.stat().st_size for path in (home.folder / "archive").glob("*.warc.gz"))


@pytest.mark.parametrize("name", ["large.txt", "large.html", "large.pdf", "large.warc.gz"])
def test_a_large_file_is_one_line_with_its_size_and_the_limit(kb: Kb, home: Home, tmp_path: Path, name: str) -> None:
    ran = kb("import", _sparse(tmp_path / name))
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    for words in (name, str(LARGE), "64 MB", "split the file"):
        assert words in line
    assert list(home.archive().captures()) == []


def test_a_large_file_does_not_keep_out_its_neighbours(home: Home, acts: Path) -> None:
    files = len(list(acts.rglob("*.*")))
    _sparse(next(path for path in sorted(acts.rglob("*.md"))).with_name("large.md"))
    report = import_paths(home, [acts], sample=True)
    assert ["64 MB" in failure for failure in report.failures] == [True]
    assert len(report.imported) == files
    assert _size(home) < ROOM


def test_a_large_page_is_an_alarm_of_a_run_that_takes_the_others(bare_site: Site, home: Home) -> None:
    plant(bare_site)
    url = f"{HOST}/kk/p3"
    bare_site.put(url, bytes(LARGE))
    run = collect(home, bare_site.address)
    (alarm,) = [one for one in run.alarms if one.document == url]
    assert alarm.code == "too_large"
    assert run.counts["documents"] == 2 * PAGES - 1
    assert set(archived(home)) == {
        (f"{HOST}/{language.value}/p{number}", language)
        for number in range(1, PAGES + 1)
        for language in (Language.KK, Language.RU)
    } - {(url, Language.KK)}
    assert run.state is RunState.BROKEN  # one document fewer than the passport says
    assert _size(home) < ROOM
    assert len(bare_site.asked(url)) == 1
