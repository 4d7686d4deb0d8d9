"""Acts in git repositories: a repository served on this machine → archive → base, and a second run that brings none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.collect import FetchSettings
from kb.model import Language
from kb.pipeline import Asked, Home, Registry, build_base, collect_source
from kb.store import Run, RunState
from tests.conftest import SAMPLE_ACTS
from tests.unit.collect.git_repository import Repository
from tests.unit.collect.git_site import Site, open_site

ACT = next(folder.parent for folder in sorted(SAMPLE_ACTS.rglob("meta.yaml")))
TIER = "ministerial"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Site]:
    """A host with one act in both languages, and its data sheet."""
    place = f"07-{TIER}/{ACT.relative_to(SAMPLE_ACTS).as_posix()}"
    files: dict[str, str | bytes | None] = {
        f"{place}/{name}": (ACT / name).read_bytes() for name in ("rus.md", "kaz.md", "meta.yaml")
    }
    with open_site(tmp_path / "host") as site:
        Repository(tmp_path / "host" / "kazakhstan-law" / TIER).commit("2031-04-01", files)
        yield site


def _collect(home: Home, host: Site) -> Run:
    settings = FetchSettings(contact="mailto:tests@forest.example", test_site=host.address)
    return collect_source(home, "lawgit", settings=settings, asked=Asked(only=(TIER,)), sleep=lambda _seconds: None)


def test_what_a_repository_holds_stands_in_the_base_under_its_name(host: Site, home: Home) -> None:
    run = _collect(home, host)
    assert (run.state, run.alarms, run.counts["documents"], run.counts["new"]) == (RunState.OK, (), 2, 2)
    assert build_base(home).failures == ()
    registry = Registry(home)
    statements = [statement for statement, _ in registry.all_statements()]
    state = {one.source.id: one for one in registry.sources()}["lawgit"]
    acts = registry.acts.listed()
    registry.close()
    assert (state.documents, state.freshness.state, state.samples) == (2, "ok", 0)
    assert len(acts) == 1
    documents = {one.evidence.document for one in statements}
    assert {one.evidence.language for one in statements} == {Language.KK, Language.RU}
    assert all(document.startswith(f"{TIER}/") for document in documents)
    assert documents <= {one.document for one in home.archive().snapshots("lawgit")}


def test_a_repository_without_a_new_commit_brings_nothing_new(host: Site, home: Home) -> None:
    _collect(home, host)
    kept = [one.digest for one in home.archive().snapshots("lawgit")]
    host.asked.clear()
    again = _collect(home, host)
    assert (again.state, again.counts["new"], again.counts["changed"]) == (RunState.OK, 0, 0)
    assert [one.digest for one in home.archive().snapshots("lawgit")] == kept
    # Which commit is the newest: the greeting, and one question; no objects are fetched.
    assert [one.split("/")[0].strip() for one in host.asked] == ["GET", "POST"]
