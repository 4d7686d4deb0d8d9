"""Pinned requirement files."""

import re
import tomllib

import pytest

from tests.unit.project.tracked import ROOT

FILES = ("build.txt", "dev.txt", "runtime.txt")


def pins(name: str) -> dict[str, str]:
    """Version and markers by distribution, as one file pins them."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return dict(re.split(r"==", line.split(" --hash")[0].strip(), maxsplit=1) for line in lines)


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(lines) >= 5
    loose = [line[:60] for line in lines if "==" not in line or "--hash=sha256:" not in line]
    assert loose == []


@pytest.mark.parametrize("name", FILES)
def test_no_requirement_file_names_where_packages_come_from(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|find-links|trusted-host", text)


@pytest.mark.parametrize("name", ["build.txt", "runtime.txt"])
def test_what_runs_is_pinned_to_what_is_tested(name: str) -> None:
    tested = pins("dev.txt")
    assert {package: version for package, version in pins(name).items() if tested.get(package) != version} == {}


def test_every_dependency_of_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[\[<>=!~ ;]", name)[0].lower() for name in project["project"]["dependencies"]}
    assert len(declared) > 10
    assert declared - {package.lower() for package in pins("runtime.txt")} == set()


def test_the_input_of_the_lock_names_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = (ROOT / "requirements" / "runtime.in").read_text(encoding="utf-8").split()
    assert {name.split("<")[0].split(">")[0] for name in listed} == {
        name.split("<")[0].split(">")[0] for name in project["project"]["dependencies"]
    }


def test_what_builds_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["build-system"]["requires"]) - set(pins("build.txt")) == set()
