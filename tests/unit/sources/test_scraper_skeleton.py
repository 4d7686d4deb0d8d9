"""`kb scraper new`: what it writes works, and what it refuses."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Kb, kb
from tests.unit.project.tracked import ROOT

__all__ = ["kb"]
NAME = "akimat_9"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the checkout as far as sources and their tests need it, and the place where the command runs."""
    root = tmp_path / "tree"
    passed_over = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("kb", "scrapers", "indexes", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=passed_over)
    shutil.copy(ROOT / "pyproject.toml", root)
    monkeypatch.chdir(root / "scrapers")
    return root


@pytest.fixture
def small_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What tells a checkout, and nothing else."""
    for folder in ("scrapers/egov", "tests/examples/govkz"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "scrapers/_contract.py").touch()
    (tmp_path / "scrapers/zan.py").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_in(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_skeleton_passes_its_own_tests_and_checks(kb: Kb, tree: Path) -> None:
    ran = kb("scraper", "new", NAME, "--lang", "ru")
    assert (ran.status, ran.err) == (0, "")
    assert f"scrapers/{NAME}/__init__.py" in ran.out
    assert f"tests.examples.record {NAME}" in ran.out
    test = f"tests/unit/sources/test_{NAME}.py"
    tested = run_in(tree, "pytest", "-q", test, "tests/examples/test_examples.py", "-k", NAME)
    assert tested.returncode == 0, tested.stdout
    assert "4 passed" in tested.stdout
    for check in (
        ("ruff", "check", f"scrapers/{NAME}", test),
        ("ruff", "format", "--check", f"scrapers/{NAME}", test),
        ("mypy", "--follow-imports=skip", f"scrapers/{NAME}", test),
    ):
        checked = run_in(tree, *check)
        assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("name", ["", "Akimat", "9akimat", "a", "аким", "a-b", "../akimat", "a.b", "import", "a" * 32])
def test_a_bad_name_is_refused(kb: Kb, small_tree: Path, name: str) -> None:
    ran = kb("scraper", "new", name)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert "is no name of a source" in ran.err
    assert sorted(path.name for path in (small_tree / "scrapers").iterdir()) == ["_contract.py", "egov", "zan.py"]


@pytest.mark.parametrize(("name", "place"), [("egov", "scrapers/egov"), ("zan", "scrapers/zan.py"), ("govkz", "govkz")])
def test_a_name_that_is_taken_is_refused(kb: Kb, small_tree: Path, name: str, place: str) -> None:
    ran = kb("scraper", "new", name)
    assert ran.status == 2
    assert "is there already" in ran.err
    assert place in ran.err


def test_outside_a_checkout_nothing_is_written(kb: Kb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kb("scraper", "new", "akimat")
    assert ran.status == 2
    assert "is in no checkout of Anyq" in ran.err
    assert list(tmp_path.iterdir()) == []
