"""Drives a source's `discover` with the pages of its `site.yaml`, without a server."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from kb.model import Fetched, Request
from scrapers import Discovery
from tests.examples.snapshots import snapshot_of
from tests.site.page import load_pages, place_of


@dataclass(frozen=True)
class Asked:
    """What a source asked for, in order, and the addresses that answered nothing."""

    requests: list[Request] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def urls(self) -> list[str]:
        """All addresses in order."""
        return [request.url for request in self.requests]

    @property
    def documents(self) -> list[str]:
        """The addresses that are no lists."""
        return [request.url for request in self.requests if not request.listing]


def collect(discovery: Discovery, folder: Path, *, refused: Collection[str] = ()) -> Asked:
    """Answers every request from the folder until the source ends; what is refused or not there gets None."""
    pages, _ = load_pages(folder)
    asked = Asked()
    answer: Fetched | None = None
    while True:
        try:
            wanted = discovery.send(answer)
        except StopIteration:
            return asked
        assert isinstance(wanted, Request), f"{wanted} is asked of git, not of a site"
        asked.requests.append(wanted)
        method, body = ("POST", wanted.json.encode()) if wanted.json else ("GET", b"")
        here = (page for page in pages if page.place == place_of(wanted.url))
        found = [page for page in here if page.answers(method, wanted.language or "", body)]
        found.sort(key=lambda page: -page.narrowness)
        if wanted.url in refused or not found or found[0].status != 200:
            asked.missing.append(wanted.url)
            answer = None
            continue
        content = found[0].content
        media_type = found[0].type.split(";")[0]
        snapshot = snapshot_of(content, document=wanted.url, media_type=media_type, source=folder.name)
        answer = Fetched(snapshot=snapshot, body=content, url=wanted.url, changed=True)
