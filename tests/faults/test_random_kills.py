"""Kills at random moments of imports and builds: what comes out in the end is what comes out undisturbed."""

import random
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

from kb.pipeline import Home, build_base, import_paths
from tests.unit.pipeline.exports import exported

# Beside the 100 kills of collection (test_collect_kills.py).
KILLS = 24
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["kb.pipeline", "tests.faults.test_random_kills"])


def test_an_import_and_a_build_killed_again_and_again_end_like_undisturbed_ones(acts: Path, tmp_path: Path) -> None:
    whole = Home(folder=tmp_path / "whole")
    began = time.monotonic()
    _work(str(whole.folder), str(acts))
    longest = 1.5 * (time.monotonic() - began)
    home = Home(folder=tmp_path / "killed")
    chance = random.Random(20311126)  # noqa: S311 - moments of kills, no secret
    killed = tries = 0
    while killed < KILLS:
        process = _FORKS.Process(target=_work, args=(str(home.folder), str(acts)), daemon=True)
        process.start()
        process.join(chance.uniform(0, longest))
        if process.exitcode is None:
            process.kill()
            killed += 1
        process.join()
        tries += 1
        assert tries < 3 * KILLS, f"{killed} kills in {tries} tries: the work ends before it is killed"
    _work(str(home.folder), str(acts))
    assert home.archive().problems() == []
    documents = Counter((one.document, one.language) for one in home.archive().snapshots())
    assert documents == Counter((one.document, one.language) for one in whole.archive().snapshots())
    assert set(documents.values()) == {1}
    assert exported(home) == exported(whole)


def _work(folder: str, acts: str) -> None:
    """Everything from the files to the indexes, anew each time so that there is something to kill."""
    home = Home(folder=Path(folder))
    import_paths(home, [Path(acts)], sample=True)
    assert build_base(home, full=True).failures == ()
