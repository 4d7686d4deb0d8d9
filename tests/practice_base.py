"""A base with sample acts, a report of a survey, and a wave that asked about services of both."""

import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from tests.conftest import OTHER_ACTS, SAMPLE_ACTS
from tests.monitored_base import REPORT

REPORT_NAME = REPORT.name


@pytest.fixture(scope="session")
def practised_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the home; tests only read it."""
    acts = shutil.copytree(SAMPLE_ACTS, tmp_path_factory.mktemp("practice") / "acts", ignore=OTHER_ACTS)
    home = Home(folder=tmp_path_factory.mktemp("practised") / "home")
    import_paths(home, [Path(acts), REPORT], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def practised(practised_folder: Path, tmp_path: Path) -> Home:
    """A copy of that home, to be changed at will."""
    return Home(folder=Path(shutil.copytree(practised_folder, tmp_path / "practised")))
