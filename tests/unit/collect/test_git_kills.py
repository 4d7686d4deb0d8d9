"""Runs and copies that were cut, killed or spoiled: the next run goes on."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from kb.collect.git import GitError
from kb.collect.git.objects import Objects
from tests.conftest import ROOT
from tests.unit.collect.git_repository import Repository
from tests.unit.collect.git_run import ACT, NOTHING, Runs, refused, texts


def test_a_cut_connection_leaves_a_copy_that_the_next_run_completes(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": os.urandom(200_000).hex()})
    runs.site.cut = 100_000
    assert refused(runs) == "gave_up"
    runs.site.cut = None
    assert runs.collect().new == 1


def test_what_a_killed_git_left_behind_is_cleared_away(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.collect()
    copy = runs.folder / "git" / "tier.git"
    left = [
        copy / "packed-refs.lock",
        copy / "refs/heads/main.lock",
        copy / "objects/pack/tmp_pack_x",
        copy / "HEAD.lock",
    ]
    for path in left:
        path.write_bytes(b"x")
    repository.commit("2031-01-05", {f"{ACT}/rus.md": "Текст 2"})
    assert runs.collect().new == 1
    assert not any(path.exists() for path in left)


@pytest.mark.parametrize("half", ["no HEAD", "empty HEAD", "no objects"])
def test_half_a_copy_is_made_anew(repository: Repository, runs: Runs, half: str) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.collect()
    copy = runs.folder / "git" / "tier.git"
    if half == "no objects":
        shutil.rmtree(copy / "objects")
    elif half == "no HEAD":
        (copy / "HEAD").unlink()
    else:
        (copy / "HEAD").write_bytes(b"")
    repository.commit("2031-01-05", {f"{ACT}/rus.md": "Текст 2"})
    assert runs.collect().new == 1
    assert texts(runs) == ["Текст", "Текст 2"]


def test_a_copy_with_spoiled_objects_is_filled_anew(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    runs.collect()
    repository.commit("2031-01-05", {f"{ACT}/rus.md": "Текст 2"})
    spoiled = [path for path in (runs.folder / "git" / "tier.git" / "objects").rglob("*") if path.is_file()]
    assert spoiled
    for path in spoiled:
        path.chmod(0o644)
        path.write_bytes(b"x")
    runs.collect()
    assert texts(runs) == ["Текст", "Текст 2"]


def test_a_lost_object_says_what_to_do(repository: Repository) -> None:
    with Objects(repository.folder, limit=1000) as objects, pytest.raises(GitError) as caught:
        objects.blob("0" * 40)
    assert caught.value.code == "broken_copy"
    assert "delete this folder" in str(caught.value)


def test_a_run_that_dies_while_archiving_goes_on_where_it_was(repository: Repository, runs: Runs) -> None:
    for number in range(6):
        repository.commit(f"203{number}-01-05", {f"{ACT}/rus.md": f"Т{number}", f"{ACT}/rus/a.md": f"П{number}"})
    whole = Runs(runs.folder.parent / "whole", runs.site)
    whole.collect()
    for _ in range(3):
        count = iter(range(3))

        def dies(count: Iterator[int] = count) -> datetime:
            if next(count, None) is None:
                raise KeyboardInterrupt
            return runs.clock()

        with pytest.raises(KeyboardInterrupt):
            runs.collect(clock=dies)
    runs.collect()
    assert runs.documents() == whole.documents()
    assert len(list(runs.archive.snapshots())) == 12


def test_a_git_that_is_killed_in_the_middle_does_not_spoil_the_copy(
    repository: Repository, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": os.urandom(400_000).hex()})
    fetching: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, line: list[str], **how: Any) -> None:
            super().__init__(line, **how)
            if "fetch" in line:
                fetching.append(self)

    def kill_git() -> None:
        fetching[-1].kill()

    monkeypatch.setattr(subprocess, "Popen", Watched)
    runs.site.midway = kill_git
    assert refused(runs) == "gave_up"
    assert [git.returncode for git in fetching] == [-signal.SIGKILL]
    runs.site.midway = None
    assert runs.collect().new == 1


RUN = """
import sys
from pathlib import Path
from tests.unit.collect.git_run import Runs
from tests.unit.collect.git_site import Site
site = Site(Path(sys.argv[1]))
site.port = int(sys.argv[2])
Runs(Path(sys.argv[1]), site).collect()
"""


def test_a_run_that_is_killed_while_it_fetches_is_taken_up_by_the_next(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": os.urandom(400_000).hex()})
    line = [sys.executable, "-c", RUN, str(runs.folder), str(runs.site.port)]
    with subprocess.Popen(line, cwd=ROOT) as started:
        runs.site.midway = started.kill
        assert started.wait(timeout=60) == -signal.SIGKILL
    runs.site.midway = None
    assert runs.documents() == {}
    assert runs.collect().new == 1


def test_a_git_that_outlives_its_run_keeps_the_next_one_waiting(repository: Repository, runs: Runs) -> None:
    repository.commit("2030-01-05", {f"{ACT}/rus.md": "Текст"})
    folder = runs.folder / "git"
    folder.mkdir(parents=True)
    code = "import fcntl,sys,time; f=open(sys.argv[1],'a'); fcntl.flock(f,2); print('held',flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(folder / "tier.lock")], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        begun = time.monotonic()
        assert refused(runs, limits=replace(NOTHING, wait_for_other=0.2)) == "busy"
        assert time.monotonic() - begun < 30
        other.kill()
    assert runs.collect().new == 1
