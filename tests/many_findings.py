"""A base with several contradictions: sample acts whose Russian texts name other terms."""

import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from tests.conftest import SAMPLE_ACTS
from tests.finding_base import write_act

SPOILT = {
    "990004": ("8 (восьми) рабочих", "9 (девяти) рабочих"),
    "990011": ("20 (двадцати) рабочих", "25 (двадцати пяти) рабочих"),
}


@pytest.fixture(scope="session")
def many_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home with three contradictory acts; tests only read it."""
    acts = tmp_path_factory.mktemp("many")
    write_act(acts)
    for number, (term, other) in SPOILT.items():
        (sample,) = SAMPLE_ACTS.rglob(f"*-{number}")
        act = Path(shutil.copytree(sample, acts / sample.relative_to(SAMPLE_ACTS)))
        text = (act / "rus.md").read_text(encoding="utf-8")
        assert term in text
        (act / "rus.md").write_text(text.replace(term, other), encoding="utf-8")
    home = Home(folder=tmp_path_factory.mktemp("findings") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    return home.folder


@pytest.fixture
def many(many_folder: Path, tmp_path: Path) -> Home:
    """A copy of that home, to be changed."""
    return Home(folder=Path(shutil.copytree(many_folder, tmp_path / "many")))
