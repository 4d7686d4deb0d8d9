"""A fetcher for tests: its time passes only by its own sleeping."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kb.collect.fetch import Answer, Fetcher, FetchError, FetchSettings
from kb.model import Language, Layout, Request, Source, SourceKind

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


def passport(*hosts: str, pace: float = 2.0, budget: int = 1000) -> Source:
    """The passport of an invented source with these hosts."""
    return Source(
        id="trial",
        publisher_kk="Сынақ баспасы",
        publisher_ru="Пробное издание",
        urls=tuple(f"https://{host}/" for host in hosts),
        languages=(Language.KK, Language.RU),
        kind=SourceKind.ACT,
        layout=Layout.UNVERIFIED,
        pace_seconds=pace,
        daily_budget=budget,
    )


@dataclass
class Visitor:
    """Fetches from a site; `slept` are the pauses in seconds, `now` is the time that it believes in."""

    address: str | None
    folder: Path
    source: Source = field(default_factory=lambda: passport("alpha.example"))
    settings: dict[str, Any] = field(default_factory=dict)
    now: datetime = START
    slept: list[float] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def sleep(self, seconds: float) -> None:
        """Lets so much time pass at once."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)

    def fetcher(self) -> Fetcher:
        """A new fetcher on the same folder, as another run."""
        settings = FetchSettings(contact="people@anyq.example", test_site=self.address)
        return Fetcher(
            self.source,
            settings=replace(settings, **self.settings),
            folder=self.folder,
            clock=lambda: self.now,
            sleep=self.sleep,
            **self.more,
        )

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        marked_at: str | None = None,
        **asked: Any,
    ) -> Answer:
        """One page in a run of its own."""
        with self.fetcher() as fetcher:
            request = Request(url=url, **asked)
            return fetcher.fetch(request, etag=etag, last_modified=last_modified, marked_at=marked_at)

    def fail(self, url: str, **asked: Any) -> FetchError:
        """The fault of a page that must not come."""
        try:
            answer = self.get(url, **asked)
        except FetchError as error:
            return error
        raise AssertionError(f"{url} came with {len(answer.body)} bytes")
