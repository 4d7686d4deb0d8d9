"""Runs of the invented source, here or in a process that can be killed."""

import resource
import sys
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kb.collect import CollectError, FetchSettings
from kb.model import Language
from kb.pipeline import Asked, Home, collect_source
from kb.store import Run, StoreError
from tests.faults.forest_source import SOURCE, known

TOLD = 3
CONTACT = "mailto:tests@forest.example"
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["kb.pipeline", "tests.faults.forest_runs"])


def collect(home: Home, address: str, *, asked: Asked | None = None) -> Run:
    """A run against the site at an address, without waiting for anything."""
    settings = FetchSettings(contact=CONTACT, test_site=address)
    with known():
        return collect_source(home, SOURCE.id, settings=settings, asked=asked, sleep=lambda _seconds: None)


def started(folder: Path, address: str, *, largest_file: int | None = None) -> ForkServerProcess:
    """A process that runs in the home at a folder, where no file can grow beyond a number of bytes if one is given.

    It leaves with TOLD when the run ends in an error of this program.
    """
    process = _FORKS.Process(target=_child, args=(str(folder), address, largest_file), daemon=True)
    process.start()
    return process


def _child(folder: str, address: str, largest_file: int | None) -> None:
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    try:
        collect(Home(folder=Path(folder)), address)
    except (CollectError, StoreError):
        sys.exit(TOLD)


Standing = dict[tuple[str, Language | None], str]


def archived(home: Home) -> Standing:
    """Digest of each document and language."""
    return {(one.document, one.language): one.digest for one in home.archive().snapshots(SOURCE.id)}
