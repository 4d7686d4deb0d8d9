"""What a host allows: its robots.txt (RFC 9309), fetched once a run and kept for a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx2
from protego import Protego

from kb.collect.fetch.connection import Reply
from kb.collect.fetch.error import FetchError
from kb.collect.fetch.host_file import HostFile

ROBOT = "Anyq"
# What RFC 9309 asks a robot to read at least; the rest is not read.
ROBOTS_LIMIT = 500 * 1024
FRESH = timedelta(days=1)
# Faults that say more than that the rules cannot be had.
_OF_THE_HOST = {"bad_certificate", "private_address"}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host; `pace` is the seconds between requests that it asks for."""

    rules: Protego
    pace: float

    def allow(self, url: str) -> bool:
        """Whether this address may be asked."""
        return bool(self.rules.can_fetch(url, ROBOT))


class Robots:
    """The rules of the hosts of a run; `ask` fetches a robots.txt, redirects followed."""

    def __init__(self, folder: Path, *, ask: Callable[[httpx2.URL], Reply], clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._ask = ask
        self._clock = clock
        self._known: dict[str, Rules | FetchError] = {}

    def rules(self, url: httpx2.URL) -> Rules:
        """The rules of the address's host.

        Raises FetchError `robots_unreachable` when they cannot be had: then nothing of the host is asked in this run.
        """
        host = url.netloc.decode("ascii")
        if host not in self._known:
            self._known[host] = self._kept(host) or self._fetch(url, host)
        known = self._known[host]
        if isinstance(known, FetchError):
            raise known
        return known

    def check(self, url: httpx2.URL) -> Rules:
        """The rules, when they allow the address; raises FetchError `robots_forbid` when they do not."""
        rules = self.rules(url)
        if not rules.allow(str(url)):
            raise FetchError(
                "the robots.txt of the host forbids this address; leave it out of the source or ask the host",
                code="robots_forbid",
                url=str(url),
            )
        return rules

    def _fetch(self, url: httpx2.URL, host: str) -> Rules | FetchError:
        place = url.copy_with(raw_path=b"/robots.txt")
        try:
            reply = self._ask(place)
        except FetchError as error:
            if error.code == "budget_spent":
                raise
            return error if error.code in _OF_THE_HOST else _unreachable(host, str(place), error.words)
        if reply.status == 200:
            text = reply.body.decode("utf-8", errors="replace").removeprefix("\ufeff")
        elif 400 <= reply.status < 500:
            text = ""  # no rules: everything may be asked
        else:
            return _unreachable(host, str(place), f"status {reply.status}")
        self._keep(host, text)
        return _read(text)

    def _kept(self, host: str) -> Rules | None:
        kept = self._file(host).load()
        try:
            age = self._clock() - datetime.fromisoformat(kept["taken_at"])
            return _read(str(kept["text"])) if timedelta() <= age < FRESH else None
        except (ValueError, TypeError, KeyError):
            return None

    def _keep(self, host: str, text: str) -> None:
        file = self._file(host)
        with file.held():
            file.keep({"taken_at": self._clock().isoformat(), "text": text})

    def _file(self, host: str) -> HostFile:
        return HostFile(self._folder, host, "robots")


def _read(text: str) -> Rules:
    rules = Protego.parse(text)
    rate = rules.request_rate(ROBOT)
    spaced = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return Rules(rules, max(rules.crawl_delay(ROBOT) or 0.0, spaced))


def _unreachable(host: str, url: str, why: str) -> FetchError:
    return FetchError(
        f"{host} does not tell what it allows ({why}), so nothing of it is fetched now; collect again later",
        code="robots_unreachable",
        url=url,
    )
