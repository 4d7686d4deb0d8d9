"""Starting the pages: what the person sees when it cannot be done."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from tests.unit.project.tracked import ROOT


def start(**settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tools.serve", "--samples"],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_one_clear_line() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        done = start(KB_PORT=str(port))
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert f"port {port}" in done.stderr
    assert f"KB_PORT={port + 1}" in done.stderr


def test_a_port_that_is_no_number_is_one_clear_line() -> None:
    done = start(KB_PORT="eighty")
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["KB_PORT is 'eighty'; it must be a number from 1 to 65535"]


def test_a_python_that_does_not_run_is_passed_over(tmp_path: Path) -> None:
    stub = tmp_path / "python3.13"
    stub.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    stub.chmod(0o755)
    made = subprocess.run(
        [ROOT / "tools" / "make-environment", tmp_path / "environment"],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "environment" / "bin" / "python").exists()
