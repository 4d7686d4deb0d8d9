"""A source made for the tests of runs, and hosts that answer from memory."""

import hashlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kb.collect.archive import Archive
from kb.collect.collector import Collector
from kb.collect.exchange import Exchange
from kb.collect.fetch import Answer, FetchError
from kb.collect.git import RepositoryReport
from kb.collect.run_report import RunReport
from kb.model import Fetched, Language, Layout, Reach, Repository, Request, Source, SourceKind

SITE = "https://forest.example"
LIST = f"{SITE}/list"
START = datetime(2031, 3, 10, 6, tzinfo=UTC)
SOURCE = Source(
    id="forest",
    publisher_kk="Орман",
    publisher_ru="Лес",
    urls=(SITE,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.UNVERIFIED,
    expected_documents=(2, 4),
)

Discovery = Generator[Request | Repository, Fetched | None, None]


@dataclass
class Hosts:
    """Stands in for the fetcher: pages by address, faults by address, what was asked and how."""

    pages: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, bool]] = field(default_factory=list)

    def fetch(
        self,
        request: Request,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        marked_at: str | None = None,
    ) -> Answer:
        """The page, or its fault; 304 for the mark that its body makes."""
        del marked_at  # no page of this host leads to another one
        self.asked.append((request.url, bool(etag or last_modified)))
        if code := self.faults.get(request.url):
            status = 404 if code == "gone" else 200
            exchange = None if code in ("gave_up", "budget_spent") else self._exchange(request.url, status, "")
            raise FetchError(f"made to fail with {code}", code=code, url=request.url, exchange=exchange)
        body = self.pages[request.url].encode()
        mark = f'"{hashlib.sha256(body).hexdigest()[:8]}"'
        unchanged = etag == mark
        return Answer(
            exchange=self._exchange(request.url, 304 if unchanged else 200, mark),
            body=b"" if unchanged else body,
            media_type="text/plain",
            unchanged=unchanged,
        )

    def _exchange(self, url: str, status: int, mark: str) -> Exchange:
        return Exchange(
            url=url,
            method="GET",
            request_headers=(("User-Agent", "test"),),
            request_body=b"",
            status=status,
            headers=(("ETag", mark), ("Content-Type", "text/plain")) if mark else (),
            final_url=self.moved.get(url, url),
        )


def follow_list(reach: Reach) -> Discovery:
    """The list, then each page that it names, a line each; a blank list is another layout."""
    listed = yield Request(url=LIST, listing=True)
    if listed is None:
        return
    names = listed.body.decode().split()
    if not names:
        raise ValueError("no line in the list, one or more expected")
    for name in names:
        yield Request(url=f"{SITE}/{name}", language=Language.KK)


@dataclass
class Site:
    """An archive, hosts, and a clock that goes on by a second whenever it is looked at."""

    folder: Path
    hosts: Hosts = field(default_factory=Hosts)
    now: datetime = START
    told: list[str] = field(default_factory=list)

    def clock(self) -> datetime:
        """The next second."""
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def archive(self) -> Archive:
        """The archive, opened anew as after a kill."""
        return Archive(self.folder)

    def run(
        self,
        discover: Callable[[Reach], Discovery] = follow_list,
        *,
        reach: Reach | None = None,
        started_at: datetime | None = None,
        elsewhere: tuple[str, ...] = (),
        repository: RepositoryReport | FetchError | None = None,
    ) -> RunReport:
        """One run; `started_at` takes one up that began then."""
        reach = reach or Reach(today=START.date())

        def clone(_wanted: Repository, _left: int | None) -> RepositoryReport:
            if isinstance(repository, RepositoryReport):
                return repository
            assert repository is not None
            raise repository

        collector = Collector(
            source=SOURCE,
            archive=self.archive,
            fetcher=self.hosts,
            clone=clone,
            started_at=started_at or self.clock(),
            clock=self.clock,
            elsewhere=lambda _document: elsewhere,
            archived=lambda snapshot: self.told.append(snapshot.document),
            progress=lambda _done, _item: None,
        )
        return collector.run(discover(reach), reach)
