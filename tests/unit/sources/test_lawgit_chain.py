"""From a git repository to the card: editions become periods, of each language by itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kb.collect.fetch import FetchSettings
from kb.collect.git import GitLimits, RepositoryReport, collect_repository
from kb.model import Language, Reach, Repository
from kb.pipeline import Home, Registry, build_base
from scrapers import lawgit
from tests.conftest import SAMPLE_ACTS
from tests.unit.collect.git_repository import Repository as Made
from tests.unit.collect.git_site import Site, open_site

NAME = "999000000000-ulgi/2016/0314-ob-utverzhdenii-standarta-vydacha-pasporta-paseki-990001"
FIRST, SECOND = date(2016, 4, 1), date(2018, 9, 1)
ASKED = Reach(today=date(2026, 1, 1), only=("ministerial",))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with open_site(tmp_path / "host") as site:
        yield site


@pytest.fixture
def repository(tmp_path: Path) -> Made:
    return Made(tmp_path / "host" / "kazakhstan-law" / "ministerial")


def sample(file: str) -> str:
    return (SAMPLE_ACTS / NAME / file).read_text(encoding="utf-8")


def first_and_second_edition(repository: Made) -> None:
    """Both languages at first, later the Russian text and the sheet's Russian day."""
    files: dict[str, str | bytes | None] = {
        f"07-ministerial/{NAME}/{file}": sample(file) for file in ("rus.md", "kaz.md", "meta.yaml")
    }
    repository.commit(FIRST.isoformat(), files)
    later = sample("meta.yaml").replace(f"  rus: {FIRST}", f"  rus: {SECOND}")
    assert later != sample("meta.yaml")
    text = sample("rus.md").replace("Департаменту животноводства", "Департаменту пчеловодства")
    assert text != sample("rus.md")
    files = {f"07-ministerial/{NAME}/rus.md": text, f"07-ministerial/{NAME}/meta.yaml": later}
    repository.commit(SECOND.isoformat(), files)


def collect(home: Home, site: Site) -> RepositoryReport:
    (wanted,) = [one for one in lawgit.discover(ASKED) if isinstance(one, Repository)]
    moment = datetime(2026, 1, 1, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return collect_repository(
        wanted,
        source=lawgit.SOURCE,
        archive=home.archive(),
        folder=home.folder / "git",
        settings=FetchSettings(contact="mailto:tests@example.kz", test_site=site.address),
        clock=clock,
        progress=lambda *_: None,
        limits=GitLimits(free_disk=0),
    )


def test_editions_of_commits_become_periods_of_the_card(home: Home, site: Site, repository: Made) -> None:
    first_and_second_edition(repository)
    assert collect(home, site).documents == 3
    assert build_base(home).failures == ()
    registry = Registry(home, today=lambda: ASKED.today)
    editions = {(one.edition.language, one.edition.date) for one in registry.act("zan:990001").editions}
    assert editions == {(Language.RU, FIRST), (Language.RU, SECOND), (Language.KK, FIRST)}
    periods = {
        (one.evidence.language, one.valid_from, one.valid_to) for one in registry.card("zan:990001/appendix").statements
    }
    assert periods == {
        (Language.RU, FIRST, SECOND),
        (Language.RU, SECOND, None),
        (Language.KK, FIRST, None),
    }
    registry.close()


def test_a_second_collection_leaves_the_base_as_it_is(home: Home, site: Site, repository: Made) -> None:
    first_and_second_edition(repository)
    collect(home, site)
    build_base(home)
    assert collect(home, site).new == 0
    report = build_base(home)
    assert (report.read, report.unchanged) == (0, 3)
