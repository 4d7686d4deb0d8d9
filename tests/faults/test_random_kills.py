"""Imports and builds killed at random moments: nothing is lost, nothing stands twice."""

import random
import shutil
import time
from collections import Counter
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kb.collect import Archive
from kb.pipeline import Home, Registry, build_base, import_paths
from tests.unit.pipeline.exports import exported

# With the kills of runs (test_collect_kills.py) and those at named steps (test_kills.py).
HOMES = 6
KILLS = 36
LATEST = 0.8  # of the time of an undisturbed import, with its start: most kills find it at work
WHOLE = 1.05  # of that of a build: some kills come in its last step, and some too late
FILES, DOCUMENTS = 12, 8
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["kb.pipeline", "tests.faults.test_random_kills"])


def test_imports_and_builds_killed_again_and_again_end_like_undisturbed_ones(
    built: Home, acts: Path, tmp_path: Path
) -> None:
    undisturbed, found = exported(built), _found(built)
    chance = random.Random(20310602)  # noqa: S311 - moments of kills, no secret
    first, whole = _new(tmp_path / "first"), _new(tmp_path / "whole")
    for job in (acts, None):
        _undisturbed(first, job)  # what the first process loads, the others find loaded
    longest_import = LATEST * _undisturbed(whole, acts)
    longest_build = WHOLE * min(_undisturbed(whole, None) for _ in range(2))  # a busy machine may slow one of them
    killed: Counter[str] = Counter()
    for number in range(HOMES):
        home = _new(tmp_path / f"home{number}")
        before = 0
        for _ in range(KILLS // HOMES // 2):
            killed["import"] += _killed(home, acts, chance.uniform(0, longest_import))
            kept = _kept(home.archive(), acts)
            assert kept >= before, "what was archived before a kill is gone"
            before = kept
        report = import_paths(home, [acts], sample=True)
        assert Counter(one.state for one in report.imported) == +Counter(added=FILES - before, unchanged=before)
        assert _kept(home.archive(), acts) == FILES
        for _ in range(KILLS // HOMES // 2):
            killed["build"] += _killed(home, None, chance.uniform(0, longest_build))
        build = build_base(home)
        assert (build.failures, build.counts["documents"]) == ((), DOCUMENTS)
        assert exported(home) == undisturbed
        assert _found(home) == found
        assert len([one for one in (home.folder / "index").iterdir() if one.is_dir()]) == 3
        assert _kept(home.archive(), acts) == FILES
        shutil.rmtree(home.folder)
    assert min(killed.values()) >= KILLS // 4, f"{killed}: the jobs end before they are killed"


def _new(folder: Path) -> Home:
    home = Home(folder=folder)
    home.store().close()
    return home


def _undisturbed(home: Home, acts: Path | None) -> float:
    """Seconds of an import of the acts, or of a build, that nothing kills."""
    started = time.perf_counter()
    process = _started(home, acts)
    process.join()
    assert process.exitcode == 0
    return time.perf_counter() - started


def _started(home: Home, acts: Path | None) -> ForkServerProcess:
    process = _FORKS.Process(target=_work, args=(str(home.folder), str(acts) if acts else None), daemon=True)
    process.start()
    return process


def _killed(home: Home, acts: Path | None, life: float) -> bool:
    """Runs an import of the acts, or a build, for that many seconds; whether it was still at work then."""
    process = _started(home, acts)
    process.join(life)
    alive = process.exitcode is None
    process.kill()
    process.join()
    assert alive or process.exitcode == 0
    return alive


def _work(folder: str, acts: str | None) -> None:
    home = Home(folder=Path(folder))
    if acts:
        import_paths(home, [Path(acts)], sample=True)
    else:
        build_base(home, full=True)


def _kept(archive: Archive, acts: Path) -> int:
    """How many files are archived; each of them whole, and once."""
    assert archive.problems(full=True) == []
    held = Counter(one.snapshot.document for one in archive.captures() if one.holds_body)
    assert set(held.values()) <= {1}
    for snapshot in archive.snapshots():
        assert archive.body(snapshot.digest) == (acts / snapshot.document).read_bytes()
    return len(held)


def _found(home: Home) -> list[str]:
    """The services that a search gives, in their order."""
    registry = Registry(home)
    try:
        name = registry.services().items[0].name_kk or ""
        return [hit.service.id for hit in registry.search(name).services]
    finally:
        registry.close()
