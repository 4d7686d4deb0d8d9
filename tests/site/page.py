"""What a site serves: pages, questions and replies."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import yaml

HTML = "text/html; charset=utf-8"
_KNOWN = {"url", "file", "type", "method", "accept_language", "body", "status", "headers"}


def place_of(url: str) -> str:
    """An address without its scheme, percent-encoded as it is sent: `host/path?query`."""
    parsed = httpx2.URL(url)
    return parsed.netloc.decode("ascii") + parsed.raw_path.decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that reached the site; header names are lower-case."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes over the wire: `body` in `pieces` with `pause` seconds between, ended after `cut` bytes.

    Without a `length` the body ends with the connection; `slow_headers` are the seconds before each line of the
    headers; `drop` ends the connection unanswered.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: int = 1
    pause: float = 0.0
    cut: int | None = None
    chunked: bool = False
    length: bool = True
    slow_headers: float = 0.0
    drop: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One entry of a `site.yaml`; see README.md."""

    place: str
    content: bytes = b""
    type: str = HTML
    method: str = "GET"
    accept_language: str | None = None
    asked_body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def answers(self, method: str, language: str, body: bytes) -> bool:
        """Whether this page is the one for a request to its address."""
        if method != self.method or (self.accept_language and self.accept_language != language):
            return False
        return self.asked_body is None or self.asked_body == _data(body)

    @property
    def narrowness(self) -> int:
        """How much a request must fit; narrow pages are tried first."""
        return (self.accept_language is not None) + (self.asked_body is not None)

    def reply(self) -> Reply:
        """What is sent when nothing is wrong."""
        headers = {"Content-Type": self.type} if self.content else {}
        if self.accept_language:
            headers |= {"Content-Language": self.accept_language, "Vary": "Accept-Language"}
        return Reply(status=self.status, headers=headers | self.headers, body=self.content)


def load_pages(folder: Path) -> tuple[list[Page], dict[str, str]]:
    """The pages and the robots.txt by host of `folder/site.yaml`; ValueError names an entry that is wrong."""
    table = yaml.safe_load((folder / "site.yaml").read_text(encoding="utf-8"))
    if not isinstance(table, dict) or set(table) - {"pages", "robots"}:
        raise ValueError(f"{folder.name}/site.yaml: a mapping with `pages` and `robots` is needed")
    pages = [_page(entry, folder) for entry in table.get("pages") or ()]
    return pages, dict(table.get("robots") or {})


def _page(entry: dict[str, Any], folder: Path) -> Page:
    if unknown := set(entry) - _KNOWN:
        raise ValueError(f"{folder.name}/site.yaml: unknown keys {sorted(unknown)} at {entry.get('url')}")
    name = entry.get("file")
    asked = entry.get("body")
    return Page(
        place=place_of(entry["url"]),
        content=(folder / name).read_bytes() if name else b"",
        type=entry.get("type") or HTML,
        method=entry.get("method") or "GET",
        accept_language=entry.get("accept_language"),
        asked_body=_data(asked.encode()) if isinstance(asked, str) else asked,
        status=entry.get("status") or 200,
        headers={key: str(value) for key, value in (entry.get("headers") or {}).items()},
    )


def _data(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body
