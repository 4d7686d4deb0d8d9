"""What every test stands on: no network but loopback, a fresh home, the folder of real documents."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_socket import socket_allow_hosts

from tests.site.fixtures import bare_site, site

if TYPE_CHECKING:
    from kb.pipeline import Home

__all__ = ["bare_site", "site"]

ROOT = Path(__file__).parents[1]
SAMPLE_ACTS = ROOT / "examples" / "pages" / "acts"
# Four acts have every shape between them; more would only take longer.
OTHER_ACTS = shutil.ignore_patterns("*-99000[5-9]", "*-9900[1-9]?")
LOOPBACK = ["127.0.0.1", "::1", "localhost"]
NOT_RUN = "not run: reads real documents"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Before pytest-socket reads its options: connections go to this machine only."""
    config.option.allow_hosts = ",".join(LOOPBACK)
    config.option.allow_unix_socket = True


def pytest_sessionstart() -> None:
    """Also while tests are collected."""
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Also between tests, where pytest-socket lifts its guard."""
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in words what was not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    not_run = [report.nodeid for report in skipped if NOT_RUN in str(report.longrepr)]
    if not_run:
        terminalreporter.section("not run")
        terminalreporter.write_line(
            f"{len(not_run)} tests read real documents, and the folder of those is not there: {shared_folder()}. "
            "Set KB_SHARED to it. Not run:"
        )
        for name in not_run:
            terminalreporter.write_line(f"  {name}")


def shared_folder() -> Path:
    """Where real documents are looked for."""
    return (ROOT / os.environ.get("KB_SHARED", "../shared")).resolve()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents; a test fails without it under CI=true and is told as not run elsewhere."""
    folder = shared_folder()
    if folder.is_dir():
        return folder
    if os.environ.get("CI") == "true":
        pytest.fail(f"real documents are needed under CI=true, and {folder} is not there; set KB_SHARED")
    pytest.skip(f"{NOT_RUN}, and {folder} is not there (KB_SHARED)")


@pytest.fixture
def home(tmp_path: Path) -> "Home":
    """A home in which nothing happened yet, with its own files and the embedded engine."""
    from kb.pipeline import Home  # noqa: PLC0415 - tests of the rooms below run without the pipeline

    return Home(folder=tmp_path / "home")


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A copy of four sample acts, to be changed at will."""
    return Path(shutil.copytree(SAMPLE_ACTS, tmp_path / "acts", ignore=OTHER_ACTS))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home in which four sample acts were built; tests only read it."""
    from kb.pipeline import Home, build_base, import_paths  # noqa: PLC0415

    home = Home(folder=tmp_path_factory.mktemp("built") / "home")
    acts = shutil.copytree(SAMPLE_ACTS, tmp_path_factory.mktemp("samples") / "acts", ignore=OTHER_ACTS)
    import_paths(home, [Path(acts)], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def built(built_folder: Path, tmp_path: Path) -> "Home":
    """A copy of the built home, to be changed at will."""
    from kb.pipeline import Home  # noqa: PLC0415

    return Home(folder=Path(shutil.copytree(built_folder, tmp_path / "built")))
