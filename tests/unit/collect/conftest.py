"""A host of git repositories, and runs against it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.collect.git_repository import Repository
from tests.unit.collect.git_run import Runs
from tests.unit.collect.git_site import Site, open_site


@pytest.fixture
def git_site(tmp_path: Path) -> Iterator[Site]:
    with open_site(tmp_path / "host") as site:
        yield site


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "host" / "law" / "tier")


@pytest.fixture
def runs(tmp_path: Path, git_site: Site) -> Runs:
    return Runs(tmp_path / "home", git_site)
