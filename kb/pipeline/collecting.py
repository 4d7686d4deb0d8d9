"""Runs of collection: a source's pages and repositories into the archive."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

import scrapers
from kb.collect import (
    Archive,
    Collector,
    Fetcher,
    FetchSettings,
    NotOffered,
    RepositoryReport,
    RunReport,
    collect_repository,
)
from kb.model import Reach, Repository, Severity, Snapshot, Source
from kb.model.access import Actor
from kb.pipeline.audited_work import audited_work
from kb.pipeline.errors import HomeBusy, NotCollected, PipelineError
from kb.pipeline.home import Home
from kb.pipeline.importing import check_source
from kb.pipeline.progress import Progress, Step, silent
from kb.pipeline.today import KAZAKHSTAN
from kb.store import Run, RunState, Store

# What was archived by a run that ended longer ago is asked for anew: pages change while nobody looks.
TAKEN_UP_WITHIN = timedelta(days=30)

Clock = Callable[[], datetime]
Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How much of a source is wanted: what changed `since` a day, `limit` documents, `only` the named ones."""

    since: date | None = None
    limit: int | None = None
    only: tuple[str, ...] = ()

    def as_json(self) -> str:
        """One way of writing for one meaning: two runs with the same are runs of the same reach."""
        told = {"since": self.since.isoformat() if self.since else None, "limit": self.limit, "only": sorted(self.only)}
        return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False, sort_keys=True)


def _now() -> datetime:
    return datetime.now(UTC)


def collect_source(
    home: Home,
    name: str,
    *,
    settings: FetchSettings,
    asked: Asked | None = None,
    progress: Progress | None = None,
    actor: Actor | None = None,
    clock: Clock = _now,
    sleep: Sleep = time.sleep,
) -> Run:
    """Collects a source into the archive and keeps the run with its alarms.

    A run of the same reach that was killed, paused or stopped before its end is taken up where it was. Beginning and
    end go into the audit trail under the person `actor`, if one is named. Raises
    UnknownName, NotCollected for a source that takes local files only, NotOffered for names that the source does
    not know, HomeBusy while another process collects the same source, CollectError when the set-up or the archive
    does not let it run.
    """
    discover = check_collected(name)
    scraper = scrapers.discover()[name]
    asked = asked or Asked()
    with (
        hold_source(home, name),
        closing(home.store()) as store,
        audited_work(store, "collect", target=name, actor=actor, asked=json.loads(asked.as_json())) as told,
    ):
        run = _begin(store, name, asked, clock())
        reach = Reach(
            today=run.started_at.astimezone(KAZAKHSTAN).date(), since=asked.since, limit=asked.limit, only=asked.only
        )
        archive = home.archive()
        work = _Work(
            source=scraper.SOURCE,
            home=home,
            store=store,
            archive=archive,
            settings=settings,
            progress=progress or silent,
            clock=clock,
        )
        with Fetcher(scraper.SOURCE, settings=settings, folder=work.folder, clock=clock, sleep=sleep) as fetcher:
            collector = Collector(
                source=scraper.SOURCE,
                archive=archive,
                fetcher=fetcher,
                clone=lambda wanted, left: work.clone(wanted, reach.since, left),
                started_at=run.started_at,
                clock=clock,
                elsewhere=work.elsewhere,
                archived=work.take_back,
                progress=work.tell,
            )
            try:
                report = collector.run(discover(reach), reach)
            except (NotOffered, scrapers.ScraperError):  # a name that the source does not know, say
                with store.write() as base:
                    base.drop_run(run.id)
                raise
        ended = _end(store, run, report, clock())
        told.update(run=ended.id, state=ended.state.value, alarms=len(ended.alarms), **ended.counts)
        return ended


def check_collected(name: str) -> Callable[[Reach], scrapers.Discovery]:
    """What follows the pages of a source; raises UnknownName, and NotCollected when it takes local files only."""
    check_source(name)
    discover: Callable[[Reach], scrapers.Discovery] | None = getattr(scrapers.discover()[name], "discover", None)
    if discover is None:
        raise NotCollected(f"source {name} takes local files only; bring them with 'kb import PATH… --source {name}'")
    return discover


class _Work:
    """What a run needs of the home."""

    def __init__(
        self,
        *,
        source: Source,
        home: Home,
        store: Store,
        archive: Archive,
        settings: FetchSettings,
        progress: Progress,
        clock: Clock,
    ) -> None:
        self._source, self._store, self._archive = source, store, archive
        self._settings, self._progress, self._clock = settings, progress, clock
        self.folder = home.folder / "collect"
        with store.read() as base:
            self._removed = {document for name, document in base.removed() if name == source.id}

    def clone(self, wanted: Repository, since: date | None, left: int | None) -> RepositoryReport:
        return collect_repository(
            wanted,
            source=self._source,
            archive=self._archive,
            folder=self.folder / "git",
            settings=self._settings,
            since=since,
            limit=left,
            clock=self._clock,
            progress=self.tell,
        )

    def elsewhere(self, document: str) -> tuple[str, ...]:
        """Other addresses of the act that the base read from a document."""
        with self._store.read() as base:
            return base.other_addresses(document)

    def take_back(self, snapshot: Snapshot) -> None:
        """A document that was taken out of the base comes in again when it is collected again."""
        if snapshot.document in self._removed:
            with self._store.write() as base:
                base.lift_removed(snapshot.source, snapshot.document)
            self._removed.discard(snapshot.document)

    def tell(self, done: int, item: str) -> None:
        self._progress(Step(stage="collect", done=done, total=max(done, self._source.expected_documents[0]), item=item))


def _begin(store: Store, name: str, asked: Asked, now: datetime) -> Run:
    """The run that was left unfinished with this reach, or a new one."""
    reach = asked.as_json()
    with store.write() as base:
        same = [run for run in base.runs(name) if run.reach == reach]
        if same and _is_unfinished(same[0], now):
            base.end_run(same[0].id, state=RunState.RUNNING, finished_at=None, counts=same[0].counts, alarms=())
            return same[0]
        number = base.begin_run(name, reach=reach, started_at=now)
        return next(run for run in base.runs(name) if run.id == number)


def _is_unfinished(run: Run, now: datetime) -> bool:
    if now - (run.finished_at or run.started_at) > TAKEN_UP_WITHIN:
        return False
    stopped = any(alarm.code == "host_down" for alarm in run.alarms)
    return stopped or run.state in (RunState.RUNNING, RunState.PAUSED)


def _end(store: Store, run: Run, report: RunReport, now: datetime) -> Run:
    broken = any(alarm.severity is Severity.ERROR for alarm in report.alarms)
    state = RunState.PAUSED if report.paused else RunState.BROKEN if broken else RunState.OK
    counts = {"documents": report.documents, "new": report.new, "changed": report.changed, "gone": report.gone}
    with store.write() as base:
        base.end_run(run.id, state=state, finished_at=now, counts=counts, alarms=report.alarms)
    return replace(run, state=state, finished_at=now, counts=counts, alarms=report.alarms)


@contextmanager
def hold_source(home: Home, name: str) -> Iterator[None]:
    """Keeps other runs of the same source out; imports, builds and other sources go on beside it."""
    home.make()
    folder: Path = home.folder / "collect"
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / f"{name}.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise HomeBusy(f"source {name} is being collected in {home.folder} already; wait until that is done") from None
    except OSError as problem:
        raise PipelineError(f"the home {home.folder} cannot be written to ({problem.strerror})") from problem
    try:
        yield
    finally:
        lock.release()
