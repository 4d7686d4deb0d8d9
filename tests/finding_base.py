"""A base with contradictions: one sample act whose Russian text names another term, and an amendment that mends it."""

import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from tests.conftest import SAMPLE_ACTS

TERM = "10 (десять) рабочих дней"
OTHER_TERM = "12 (двенадцать) рабочих дней"
FIRST_DAY, LATER_DAY = "2016-04-01", "2019-07-01"


def write_act(folder: Path, *, term: str = OTHER_TERM, day: str = FIRST_DAY) -> Path:
    """A text of the sample act in both languages, the Russian one with this term, in force from this day."""
    (sample,) = SAMPLE_ACTS.rglob("*-990001")
    act = Path(shutil.copytree(sample, folder / sample.relative_to(SAMPLE_ACTS), dirs_exist_ok=True))
    text = (act / "rus.md").read_text(encoding="utf-8")
    assert TERM in text
    (act / "rus.md").write_text(text.replace(TERM, term), encoding="utf-8")
    meta = (act / "meta.yaml").read_text(encoding="utf-8")
    (act / "meta.yaml").write_text(meta.replace(FIRST_DAY, day), encoding="utf-8")
    return act


@pytest.fixture(scope="session")
def contradicting_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home with the contradictory act."""
    acts = tmp_path_factory.mktemp("contradicting")
    write_act(acts)
    home = Home(folder=tmp_path_factory.mktemp("findings") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def contradicting(contradicting_folder: Path, tmp_path: Path) -> Home:
    """A copy of that home, to be changed."""
    return Home(folder=Path(shutil.copytree(contradicting_folder, tmp_path / "contradicting")))


def write_later(folder: Path) -> Path:
    """The edition that mends the term, from a later day, as a folder of its own."""
    act = write_act(folder, term=TERM, day=LATER_DAY)
    return act.rename(act.with_name(f"{act.name}@1a2b3c4d"))
