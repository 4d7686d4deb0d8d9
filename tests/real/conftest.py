"""The base of the real documents, built once with the command that people use."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Kb = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def real_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that the commands work in."""
    return tmp_path_factory.mktemp("real") / "home"


@pytest.fixture(scope="session")
def kb(real_home: Path) -> Kb:
    """Runs `kb` in a home of its own; the test fails when the command does."""
    home = real_home
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    environment["KB_HOME"] = str(home)

    def run(*arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("kb")), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, f"kb {' '.join(arguments)}: status {done.returncode}\n{done.stderr}"
        return done

    return run


@pytest.fixture(scope="session")
def real_base(kb: Kb, shared: Path) -> Kb:
    """The base built from the seed documents and the acts."""
    kb("import", *sorted(str(path) for path in (shared / "seeds").glob("*.txt")))
    kb("import", str(shared / "data" / "acts"))
    kb("build")
    return kb
