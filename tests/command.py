"""The command, run in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from kb.cli.main import run


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str


Kb = Callable[..., Ran]


@pytest.fixture
def kb(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Kb:
    """Runs `kb` with arguments in a fresh home (or the one given) and what is piped in. Bases are shared by tests, so
    questions are not kept in them; a test that wants them kept takes a base of its own and `KB_QUERY_LOG_DAYS` away."""
    for name in ("KB_SEARCH_URL", "KB_DATABASE_URL", "KB_HOST", "KB_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KB_QUERY_LOG_DAYS", "0")

    def run_it(*arguments: str | Path, home: Path | None = None, piped: bytes = b"") -> Ran:
        monkeypatch.setenv("KB_HOME", str(home or tmp_path / "home"))
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(piped)))
        with pytest.raises(SystemExit) as left:
            run([str(one) for one in arguments])
        output = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, output.out, output.err)

    return run_it
