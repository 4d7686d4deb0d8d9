"""A base with doubtful readings: one sample act whose Kazakh text was spoilt."""

import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from tests.conftest import SAMPLE_ACTS

BARE_DAYS = ("10 (он) жұмыс күні;", "10 (он) күн;")
TWO_NUMBERS = ("2 (екі) айлық", "2 (үш) айлық")


@pytest.fixture(scope="session")
def doubtful_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home with a term whose days have no calendar, and a fee whose number and words differ."""
    acts = tmp_path_factory.mktemp("spoilt")
    (sample,) = SAMPLE_ACTS.rglob("*-990001")
    spoilt = Path(shutil.copytree(sample, acts / sample.name)) / "kaz.md"
    text = spoilt.read_text(encoding="utf-8")
    for sure, doubtful in (BARE_DAYS, TWO_NUMBERS):
        assert sure in text
        text = text.replace(sure, doubtful)
    spoilt.write_text(text, encoding="utf-8")
    home = Home(folder=tmp_path_factory.mktemp("doubtful") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def doubtful(doubtful_folder: Path, tmp_path: Path) -> Home:
    """A copy of that home, to be decided on."""
    return Home(folder=Path(shutil.copytree(doubtful_folder, tmp_path / "doubtful")))
