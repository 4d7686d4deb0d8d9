"""Fetching one page after another from the hosts of a source."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

import httpx2
import stamina

from kb.collect.exchange import Exchange, Headers
from kb.collect.fetch.addresses import Resolve, resolve_by_system
from kb.collect.fetch.answer import Answer
from kb.collect.fetch.connection import Connections, Question, Reply
from kb.collect.fetch.error import FetchError
from kb.collect.fetch.media_type import media_type_of
from kb.collect.fetch.pace import Turns, show_time
from kb.collect.fetch.robots import ROBOTS_LIMIT, Robots
from kb.collect.fetch.settings import FetchSettings
from kb.collect.fetch.territory import Territory
from kb.collect.fetch.unpacking import ACCEPTED
from kb.collect.fetch.verdict import REDIRECTS, judge, passing_fault
from kb.collect.fetch.waiting import backoff
from kb.model import Request, Source

# Without a handler Python prints every "retry scheduled" of stamina to the terminal; whoever sets up logging gets them.
logging.getLogger("stamina").addHandler(logging.NullHandler())

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


class Fetcher:
    """Fetches for one source: within its hosts, robots.txt, pace and daily budget.

    `folder` keeps turns and robots.txt between runs and for other processes. A context manager; `fetch` raises
    FetchError for all that goes wrong, the constructor for settings and passports that cannot be used.
    """

    def __init__(
        self,
        source: Source,
        *,
        settings: FetchSettings,
        folder: Path,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None],
        resolve: Resolve = resolve_by_system,
    ) -> None:
        if source.pace_seconds is None or source.daily_budget is None:
            raise FetchError(
                f"the passport of {source.id} needs pace_seconds and daily_budget to be collected",
                code="bad_passport",
                url="",
            )
        self._settings = settings
        self._agent = settings.user_agent
        self._pace = source.pace_seconds
        self._clock = clock
        self._territory = Territory(source)
        self._connections = Connections(settings, resolve)
        self._robots = Robots(folder, ask=self._ask_robots, clock=clock)
        self._turns = Turns(
            folder, budget=source.daily_budget, longest_wait=settings.longest_wait, clock=clock, sleep=sleep
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connections.close()

    def fetch(
        self,
        request: Request,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        marked_at: str | None = None,
    ) -> Answer:
        """The page, or that it is unchanged since the given marks; redirects are followed, faults that pass retried.

        The marks are those of the page at `marked_at` (None: wherever it stands now): a page elsewhere is another one,
        and comes whole. Raises FetchError; its codes are listed there.
        """
        first = Question(
            url=self._territory.check(request.url),
            headers=_sendable(self._headers(request)),
            method="GET" if request.json is None else "POST",
            content=(request.json or "").encode(),
            # A mark with other letters cannot be sent back; then the page comes whole.
            marks=_sendable({"If-None-Match": etag, "If-Modified-Since": last_modified}),
            marked_at=marked_at,
        )
        trail: list[httpx2.URL] = []
        try:
            last, reply = self._follow(first, trail, ask=self._ask_page)
            exchange = _exchange(first, last, reply, trail)
            unchanged = judge(reply, exchange, conditional=last.is_conditional)
            kind = "" if unchanged else media_type_of(reply.body, reply.header("content-type"), url=str(last.url))
        except FetchError as error:
            raise error.on_the_way_from(request.url, tuple(str(url) for url in trail[1:])) from error
        return Answer(exchange=exchange, body=b"" if unchanged else reply.body, media_type=kind, unchanged=unchanged)

    def _headers(self, request: Request) -> dict[str, str | None]:
        return {
            "User-Agent": self._agent,
            "Accept": request.accept or _ACCEPT,
            "Accept-Encoding": ACCEPTED,
            "Accept-Language": request.language and request.language.value,
            "Content-Type": "application/json" if request.json is not None else None,
        }

    def _follow(
        self, first: Question, trail: list[httpx2.URL], *, ask: Callable[[Question], Reply]
    ) -> tuple[Question, Reply]:
        """The last question and its reply; `trail` takes the addresses that led on."""
        question = first
        while True:
            reply = ask(question)
            target = reply.header("location")
            if reply.status not in REDIRECTS or not target:
                return question, reply
            try:
                following = self._redirected(question, reply.status, target, trail)
            except FetchError as error:
                error.exchange = _exchange(first, question, reply, trail)
                raise
            trail.append(question.url)
            question = following

    def _redirected(self, question: Question, status: int, target: str, trail: list[httpx2.URL]) -> Question:
        """The question that a redirect leads to; raises FetchError when it leads nowhere good."""
        url = self._territory.check(target, base=question.url)
        before = [*trail, question.url]
        keeps = status in (307, 308) or question.method == "GET"
        what = ""
        if url in before and keeps:
            what = f"the redirects go in a circle, back to {url}"
        elif len(before) > self._settings.redirects:
            what = f"more than {self._settings.redirects} redirects, the last to {url}"
        if what:
            raise FetchError(f"{what}; look at the host", code="too_many_redirects", url=str(question.url))
        if keeps:
            return replace(question, url=url)
        headers = tuple((name, value) for name, value in question.headers if name != "Content-Type")
        return replace(question, url=url, headers=headers, method="GET", content=b"")

    def _ask_page(self, question: Question) -> Reply:
        rules = self._robots.check(question.url)
        return self._ask(question, pace=max(self._pace, rules.pace))

    def _ask_robots(self, url: httpx2.URL) -> Reply:
        headers = (("User-Agent", self._agent), ("Accept-Encoding", ACCEPTED))
        _, reply = self._follow(
            Question(url=url, headers=headers),
            [],
            ask=lambda question: self._ask(question, pace=self._pace, start_only=ROBOTS_LIMIT),
        )
        return reply

    def _ask(self, question: Question, *, pace: float, start_only: int | None = None) -> Reply:
        """The reply of the host, asked again while faults pass; each attempt takes its turn."""
        # The waiting is in the turns, for other processes too: stamina counts the attempts and waits 0 s.
        for attempt in stamina.retry_context(on=_asks_again, attempts=self._settings.attempts, timeout=None):
            with attempt:
                self._turns.take(question.machine, pace=pace, url=str(question.url))
                try:
                    reply = self._connections.ask(question, attempt=attempt.num, start_only=start_only)
                    if fault := passing_fault(reply, _exchange(question, question, reply, []), now=self._clock()):
                        raise fault
                except FetchError as error:
                    self._pause(question.machine, error, attempt.num)
                    raise
                return reply
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, host: str, error: FetchError, attempt: int) -> None:
        """Keeps everybody from the host for a while; raises `gave_up` when that is longer than a run waits."""
        if not error.passing or (error.wait is None and attempt == self._settings.attempts):
            return
        seconds = backoff(attempt, first=self._settings.first_backoff) if error.wait is None else error.wait
        until = self._turns.pause(host, seconds)
        if seconds > self._settings.longest_wait:
            raise FetchError(
                f"the host asks for a pause of {seconds:g} s; collect again after {show_time(until)}",
                code="gave_up",
                url=error.url,
                exchange=error.exchange,
            ) from error


def _asks_again(error: Exception) -> float | bool:
    return 0.0 if isinstance(error, FetchError) and error.passing else False


def _sendable(told: Mapping[str, str | None]) -> Headers:
    return tuple((name, value) for name, value in told.items() if value and value.isascii())


def _exchange(first: Question, last: Question, reply: Reply, trail: list[httpx2.URL]) -> Exchange:
    return Exchange(
        url=str(first.url),
        method=last.method,
        request_headers=last.sent,
        request_body=last.content,
        status=reply.status,
        headers=reply.headers,
        final_url=str(last.url),
        redirects=tuple(str(url) for url in trail[1:]),
    )
