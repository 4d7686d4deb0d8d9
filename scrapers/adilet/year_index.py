"""A page of the index of a year, as RSS: ten acts, and how many there are."""

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from bs4 import BeautifulSoup, Tag

from kb.read import ReadError, decode_body, words_in
from scrapers.adilet.address import find_address
from scrapers.adilet.wording import find_first, wording

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An act in the index; `changed_on` is the day of its last edition, None when it is not told."""

    code: str
    changed_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """`total` is the number of acts in the whole index."""

    total: int
    entries: tuple[Entry, ...]


def index_address(site: str, tongue: str, year: int, page: int) -> str:
    """Where the page stands, counted from 1."""
    return f"{site}/{tongue}/index/docs/dt={year}-&rss=true&page={page}"


def read_index(body: bytes, url: str) -> IndexPage:
    """The acts on a page; raises ReadError naming it when it is no such list."""
    feed = BeautifulSoup(decode_body(body, document=url).text, "xml")
    channel = feed.find("channel")
    if not isinstance(channel, Tag):
        raise ReadError(f"{url}: no list of acts; expected RSS with 'channel > item'")
    described = channel.find("description", recursive=False)
    found = find_first(wording().total, words_in(described)) if isinstance(described, Tag) else None
    if found is None:
        raise ReadError(f"{url}: the list does not say how many acts there are; expected it in 'channel > description'")
    items = channel.find_all("item")
    entries = tuple(entry for item in items if (entry := _entry(item)))
    if len(entries) < len(items):
        raise ReadError(f"{url}: {len(items) - len(entries)} items without the address of an act in 'link'")
    return IndexPage(total=int(found["total"].replace(" ", "")), entries=entries)


def _entry(item: Tag) -> Entry | None:
    link = item.find("link")
    address = find_address(words_in(link)) if isinstance(link, Tag) else None
    return Entry(code=address.code, changed_on=_day(item)) if address else None


def _day(item: Tag) -> dt.date | None:
    printed = item.find("pubDate")
    try:
        return parsedate_to_datetime(words_in(printed)).date() if isinstance(printed, Tag) else None
    except ValueError:
        return None
