"""A run: what a source asks for is fetched, archived and handed back to it."""

import logging
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kb.collect.archive import Archive
from kb.collect.archive_capture import Capture
from kb.collect.errors import CollectError, NotOffered
from kb.collect.fetch import Answer, FetchError
from kb.collect.git import RepositoryReport
from kb.collect.run_alarms import SETUP, count_alarm, dead_link, fetch_alarm, host_down, is_of_the_host, layout_changed
from kb.collect.run_memory import Memory, document_of, recall
from kb.collect.run_report import RunReport, Tally
from kb.model import Fetched, Reach, Repository, Request, Snapshot, Source

LOG = logging.getLogger(__name__)

# A page fails after several attempts with growing waits between them. That a few neighbours are broken while the
# site stands is common (one section, one template); beyond that each further page costs the host and the reader
# of the alarms more than it tells. Bounds the alarms of a dead site, where the daily budget would allow thousands.
FAILURES_IN_A_ROW = 5

Discovery = Generator[Request | Repository, Fetched | None, None]


class Pages(Protocol):
    """Where pages come from: a `Fetcher`, whose errors they share."""

    def fetch(
        self,
        request: Request,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        marked_at: str | None = None,
    ) -> Answer:
        """The page, or that it is unchanged; raises FetchError."""
        ...


@dataclass(kw_only=True)
class Collector:
    """One run of one source, begun (perhaps in an earlier process that was killed) at `started_at`.

    `elsewhere` tells other addresses of the act that a document is a text of; `clone` brings a repository into the
    archive; `archived` is told of every document as soon as it is safe; `progress` gets documents and page.
    """

    source: Source
    archive: Archive
    fetcher: Pages
    clone: Callable[[Repository, int | None], RepositoryReport]
    started_at: datetime
    clock: Callable[[], datetime]
    elsewhere: Callable[[str], tuple[str, ...]]
    archived: Callable[[Snapshot], None]
    progress: Callable[[int, str], None]
    _tally: Tally = field(default_factory=Tally)
    _failed: int = 0
    _paused: bool = False
    _stopped: bool = False

    def run(self, discovery: Discovery, reach: Reach) -> RunReport:
        """Follows the source to its end, or until the budget is spent, the host is down or the layout another one.

        What cannot be had is an alarm of the report. The limit of the reach is kept by the source, which knows what
        belongs to a document. Raises CollectError when the archive cannot be written to, FetchError when the set-up
        forbids all fetching, and what the source itself raises before it asks for anything.
        """
        complete = self._follow(discovery, reach)
        whole = complete and not (reach.since or reach.limit or reach.only)
        alarm = count_alarm(self.source, documents=self._tally.documents, gone=self._tally.gone) if whole else None
        if alarm:
            self._tally.alarms.append(alarm)
        return self._tally.report(complete=complete, paused=self._paused)

    def _follow(self, discovery: Discovery, reach: Reach) -> bool:
        """Whether all that was asked for was visited."""
        sent: Fetched | None = None
        place = ""
        try:
            while not (self._paused or self._stopped):
                try:
                    wanted = discovery.send(sent)
                except StopIteration:
                    return True
                except NotOffered:
                    raise
                except Exception as problem:  # whatever a page does to the module, what was archived stays
                    if not place:
                        raise  # no page was looked at: what was asked for is wrong
                    LOG.debug("following %s", place, exc_info=True)
                    self._tally.alarms.append(layout_changed(self.source, place, problem))
                    return False
                place = wanted.url
                self.progress(self._tally.documents, place)
                if isinstance(wanted, Request):
                    sent = self._take(wanted)
                else:
                    sent = None
                    self._take_all(wanted, reach)
        finally:
            discovery.close()
        return False

    def _take(self, request: Request) -> Fetched | None:
        memory = recall(self.archive, request, started_at=self.started_at)
        if memory.itself:
            return self._found(request, memory.itself, memory)
        if memory.gone:
            self._note_gone(request, memory, led_to=memory.gone.final_url)
            return None
        try:
            capture = self._fetch(request, memory)
        except FetchError as problem:
            if problem.code in SETUP:
                raise
            self._fail(request, memory, problem)
            return None
        self._failed = 0
        return self._found(request, capture, memory)

    def _fetch(self, request: Request, memory: Memory) -> Capture:
        name = document_of(request)
        known = memory.before if memory.before and self._is_whole(memory.before) else None
        answer = self.fetcher.fetch(
            request,
            etag=known.etag if known else None,
            last_modified=known.last_modified if known else None,
            marked_at=known.final_url if known else None,
        )
        if answer.unchanged and known:
            self.archive.confirm(known, taken_at=self.clock(), exchange=answer.exchange)
        else:
            self.archive.add(
                answer.body,
                document=name,
                source=self.source.id,
                media_type=answer.media_type,
                taken_at=self.clock(),
                language=request.language,
                listing=request.listing,
                exchange=answer.exchange,
            )
        capture = self.archive.newest(name, request.language)
        if capture is None:
            raise CollectError(f"{name}: it was archived and is not found there; run 'kb archive verify'")
        return capture

    def _is_whole(self, capture: Capture) -> bool:
        """Whether the body can be handed back when the host says that it is unchanged."""
        try:
            self.archive.body(capture.snapshot.digest)
        except CollectError:
            return False
        return True

    def _found(self, request: Request, capture: Capture, memory: Memory) -> Fetched:
        before = memory.before.snapshot.digest if memory.before else None
        changed = capture.snapshot.digest != before
        if not request.listing and self._tally.first_time(capture.snapshot.document, request.language):
            self._tally.documents += 1
            self._tally.new += before is None
            self._tally.changed += changed and before is not None
            self.archived(capture.snapshot)
        return Fetched(
            snapshot=capture.snapshot,
            body=self.archive.body(capture.snapshot.digest),
            url=capture.final_url or request.url,
            changed=changed,
        )

    def _fail(self, request: Request, memory: Memory, problem: FetchError) -> None:
        if problem.exchange:
            self.archive.note_failure(
                document=document_of(request),
                source=self.source.id,
                language=request.language,
                taken_at=self.clock(),
                exchange=problem.exchange,
            )
        if problem.code == "gone":
            self._failed = 0
            self._note_gone(request, memory, led_to=problem.exchange.final_url if problem.exchange else None)
            return
        self._tally.alarms.append(fetch_alarm(problem))
        self._paused = problem.code == "budget_spent"
        self._failed = self._failed + 1 if is_of_the_host(problem) else 0
        if self._failed >= FAILURES_IN_A_ROW and not self._paused:
            self._tally.alarms.append(host_down(request.url, failures=self._failed))
            self._stopped = True

    def _note_gone(self, request: Request, memory: Memory, *, led_to: str | None) -> None:
        name = document_of(request)
        if not self._tally.first_time(name, request.language):
            return
        self._tally.gone += not request.listing
        before = memory.before
        known = (led_to, before.final_url if before else None, *self.elsewhere(name))
        newest = tuple(dict.fromkeys(url for url in known if url and url != request.url))
        seen = before.snapshot.taken_at.date().isoformat() if before else None
        self._tally.alarms.append(dead_link(request.url, last_seen=seen, newest=newest))

    def _take_all(self, wanted: Repository, reach: Reach) -> None:
        left = None if reach.limit is None else reach.limit - self._tally.documents
        if left is not None and left <= 0:
            return
        try:
            report = self.clone(wanted, left)
        except FetchError as problem:
            self._tally.alarms.append(fetch_alarm(problem))
            return
        self._tally.documents += report.documents
        self._tally.new += report.new
        self._tally.alarms.extend(report.issues)
