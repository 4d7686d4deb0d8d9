"""The site: many hosts on one address of this machine."""

import hashlib
import ssl
import threading
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.site.faults import Fault
from tests.site.handler import AnsweringServer
from tests.site.page import HTML, Asked, Page, Reply, load_pages, place_of


@dataclass(slots=True)
class _Trouble:
    """A fault at addresses: one, or all that begin so."""

    place: str
    begins: bool
    fault: Fault
    left: int | None

    def hits(self, place: str) -> bool:
        fits = place.startswith(self.place) if self.begins else place == self.place
        return fits and self.left != 0


@dataclass(slots=True)
class _Content:
    pages: dict[str, list[Page]] = field(default_factory=dict)
    robots: dict[str, str] = field(default_factory=dict)
    troubles: list[_Trouble] = field(default_factory=list)


class Site:
    """A running server; a context manager. `log` holds the requests in order of arrival."""

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        self.log: list[Asked] = []
        self._content = _Content()
        self._lock = threading.Lock()
        self._server = AnsweringServer(self._answer)
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def load(self, folder: Path) -> None:
        """Adds the pages of `folder/site.yaml`."""
        pages, robots = load_pages(folder)
        for page in pages:
            self._content.pages.setdefault(page.place, []).append(page)
        self._content.robots |= robots

    def put(
        self,
        url: str,
        body: str | bytes,
        *,
        type: str = HTML,  # noqa: A002 - as in site.yaml
        method: str = "GET",
        accept_language: str | None = None,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> None:
        """Sets the page of an address (of a language): what stood there is replaced."""
        page = Page(
            place=place_of(url),
            content=body.encode() if isinstance(body, str) else body,
            type=type,
            method=method,
            accept_language=accept_language,
            status=status,
            headers=headers or {},
        )
        others = [
            other
            for other in self._content.pages.get(page.place, [])
            if (other.method, other.accept_language) != (method, accept_language)
        ]
        self._content.pages[page.place] = [*others, page]

    def remove(self, url: str) -> None:
        """The address answers 404 from now on; its host stays."""
        self._content.pages[place_of(url)] = []

    def robots(self, host: str, text: str) -> None:
        """Sets the robots.txt of a host."""
        self._content.robots[host] = text

    def fault(self, url: str, fault: Fault, *, times: int | None = None) -> None:
        """The address misbehaves, `…*` all that begin so; for the first `times` requests, or until `heal`."""
        begins = url.endswith("*")
        self._content.troubles.append(_Trouble(place_of(url.removesuffix("*")), begins, fault, times))

    def heal(self) -> None:
        """Ends all faults."""
        self._content.troubles.clear()

    def asked(self, url: str) -> list[Asked]:
        """The requests to an address, in order."""
        return [asked for asked in self.log if place_of(asked.url) == place_of(url)]

    def _answer(self, asked: Asked) -> Reply:
        """The reply to a request, which is logged with its status."""
        place = place_of(asked.url)
        with self._lock:
            reply = self._right_reply(asked, place)
            for trouble in self._content.troubles:
                if trouble.hits(place):
                    trouble.left = trouble.left and trouble.left - 1
                    reply = trouble.fault(asked, reply)
            if reply.status == 200:
                reply = _conditional(asked, reply)
            self.log.append(replace(asked, status=reply.status))
        return reply

    def _right_reply(self, asked: Asked, place: str) -> Reply:
        host, _, path = place.partition("/")
        if path == "robots.txt" and host in self._content.robots:
            return Reply(headers={"Content-Type": "text/plain"}, body=self._content.robots[host].encode())
        language = asked.headers.get("accept-language", "")[:2].lower()
        pages = sorted(self._content.pages.get(place, ()), key=lambda page: -page.narrowness)
        for page in pages:
            if page.answers(asked.method, language, asked.body):
                return page.reply()
        known = host in self._content.robots or any(key.startswith(f"{host}/") for key in self._content.pages)
        return Reply(status=404 if known else 421)


def _conditional(asked: Asked, reply: Reply) -> Reply:
    """The reply with an ETag of its content; 304 to who has this page already."""
    mark = reply.headers.get("ETag") or f'"{hashlib.sha256(reply.body).hexdigest()[:20]}"'
    headers = {**reply.headers, "ETag": mark}
    known, since = asked.headers.get("if-none-match"), asked.headers.get("if-modified-since")
    changed_at = headers.get("Last-Modified")
    if known is not None:
        unchanged = mark in [one.strip().removeprefix("W/") for one in known.split(",")]
    elif since and changed_at:
        unchanged = parsedate_to_datetime(changed_at) <= parsedate_to_datetime(since)
    else:
        unchanged = False
    if unchanged:
        return Reply(status=304, headers={"ETag": mark})
    return replace(reply, headers=headers)
