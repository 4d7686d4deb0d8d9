"""A base with two sample acts, a point of which says the same."""

import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from tests.conftest import SAMPLE_ACTS

SHARED = (
    "Услугодатель в день поступления заявления сверяет номера ульев с книгой пасеки и возвращает книгу заявителю "
    "вместе с распиской о приеме документов"
)
FIRST, SECOND = "zan:990001", "zan:990002"
POINT = "(далее – государственная услуга)."


def write_overlapping(folder: Path, *, first: str = SHARED, second: str = SHARED) -> None:
    """Both acts in Russian, these words added to a point of each."""
    for name, words in ((FIRST, first), (SECOND, second)):
        (sample,) = SAMPLE_ACTS.rglob(f"*-{name.partition(':')[2]}")
        act = Path(shutil.copytree(sample, folder / sample.relative_to(SAMPLE_ACTS)))
        text = (act / "rus.md").read_text(encoding="utf-8")
        assert POINT in text
        (act / "rus.md").write_text(text.replace(POINT, f"{POINT} {words}.", 1), encoding="utf-8")


@pytest.fixture(scope="session")
def overlapping_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home with both acts; tests only read it."""
    acts = tmp_path_factory.mktemp("overlapping")
    write_overlapping(acts)
    home = Home(folder=tmp_path_factory.mktemp("overlaps") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def overlapping(overlapping_folder: Path, tmp_path: Path) -> Home:
    """A copy of that home, to be changed."""
    return Home(folder=Path(shutil.copytree(overlapping_folder, tmp_path / "overlapping")))
