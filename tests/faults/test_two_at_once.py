import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from kb.pipeline import Home, build_base
from tests.command import Kb
from tests.faults.stopping import ROOT
from tests.unit.pipeline.exports import exported


def test_a_second_build_is_told_at_once_while_the_first_goes_on(kb: Kb, built: Home, acts: Path) -> None:
    before = exported(built)
    command = [sys.executable, "-m", "tests.faults.stopping", "build", "read", "2", str(built.folder), ""]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "read 2\n"
        started = time.monotonic()
        build = kb("build", home=built.folder)
        imported = kb("import", acts, home=built.folder)
        removed = kb("source", "remove", "lawgit", home=built.folder)
        took = time.monotonic() - started
        found = kb("search", "паспорт", home=built.folder)
        first.send_signal(signal.SIGKILL)
    for ran in (build, imported, removed):
        assert (ran.status, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
        assert "another import or build is at work" in ran.err
    assert took < 30
    assert found.status == 0
    assert exported(built) == before
    assert build_base(built).failures == ()
