"""Runs of `collect_repository` against the host of the tests."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kb.collect import Archive
from kb.collect.fetch import FetchError, FetchSettings
from kb.collect.git import GitLimits, RepositoryReport, collect_repository
from kb.model import Language, Layout, Repository, Source, SourceKind
from tests.unit.collect.git_site import Site

SOURCE = Source(
    id="acts",
    publisher_kk="Сынақ",
    publisher_ru="Проба",
    urls=("https://git.example.kz/law",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.UNVERIFIED,
)
WANTED = Repository(
    url="https://git.example.kz/law/tier",
    name="tier",
    documents=("*/rus.md", "*/kaz.md", "*/rus/*.md", "*/kaz/*.md"),
    companions=("*/meta.yaml",),
)
ACT = "07-x/1-y/2030/0105-o-velosipedakh-990001"
NOTHING = GitLimits(free_disk=0, wait_for_other=5.0)


class Runs:
    """An archive and the copies beside it; each snapshot is taken a second after the one before."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        self.site = site
        self.archive = Archive(folder / "archive")
        self.told: list[str] = []
        self._now = datetime(2031, 4, 9, tzinfo=UTC)

    def clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def settings(self) -> FetchSettings:
        return FetchSettings(contact="mailto:tests@example.kz", test_site=self.site.address)

    def collect(
        self,
        wanted: Repository = WANTED,
        *,
        source: Source = SOURCE,
        since: date | None = None,
        limit: int | None = None,
        limits: GitLimits = NOTHING,
        settings: FetchSettings | None = None,
        resolve: Callable[[str, int], Sequence[str]] | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> RepositoryReport:
        more: dict[str, Any] = {} if resolve is None else {"resolve": resolve}
        return collect_repository(
            wanted, source=source, archive=self.archive, folder=self.folder / "git", limits=limits, since=since,
            settings=settings or self.settings(), limit=limit, clock=clock or self.clock,
            progress=lambda _, item: self.told.append(item), **more,
        )  # fmt: skip

    def documents(self) -> dict[str, str]:
        """Name → text of all that is archived."""
        return {one.document: self.archive.body(one.digest).decode() for one in self.archive.snapshots("acts")}


def texts(runs: Runs) -> list[str]:
    return sorted(runs.documents().values())


def refused(runs: Runs, **how: Any) -> str:
    """The code of the refusal, after which nothing is archived."""
    with pytest.raises(FetchError) as caught:
        runs.collect(**how)
    assert runs.documents() == {}
    return caught.value.code
