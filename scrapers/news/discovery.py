"""Which news are collected: those of the bodies' lists, or of their feeds where a list cannot be had."""

from functools import cache
from importlib.resources import files
from typing import Any

from bs4 import BeautifulSoup, Tag

from kb.model import Language, Reach, Request
from kb.read import ReadError, decode_body, load_json, load_yaml, words_in
from scrapers._contract import Discovery
from scrapers.news.address import FEED, ITEM, LIST, PAGE_SIZE, key_of
from scrapers.news.answer import day_of

_LANGUAGES = (Language.KK, Language.RU)
_JSON = "application/json"
# A first run takes the news of about a year of a ministry; later ones go back to the day they know.
_MOST_PAGES = 40


@cache
def bodies() -> tuple[str, ...]:
    """The bodies as the portal's addresses name them."""
    return tuple(load_yaml(files(__package__).joinpath("bodies.yaml").read_text(encoding="utf-8")))


def discover(reach: Reach) -> Discovery:
    """News of each body since `reach.since`, in both languages; `reach.only` names bodies as addresses do.

    Raises ReadError when the first page of a list is empty, has another shape, or a page repeats the one before.
    """
    for body in reach.only or bodies():
        for language in _LANGUAGES:
            yield from _body(body, language, reach)


def _body(body: str, language: Language, reach: Reach) -> Discovery:
    before = frozenset[str]()
    for page in range(1, _MOST_PAGES + 1):
        address = LIST.format(body=body, page=page)
        fetched = yield Request(url=address, language=language, listing=True, accept=_JSON)
        if fetched is None:
            if page == 1:
                yield from _feed(body, language)
            return
        records = _records(fetched.body, address)
        keys = frozenset(str(record["id"]) for record in records)
        if (page == 1 and not keys) or (keys and keys == before):
            raise ReadError(f"{address}: no new piece of news; expected news with id and created_date, newest first")
        fresh = [record for record in records if _is_fresh(record, reach)]
        for record in fresh:
            yield Request(url=ITEM.format(key=record["id"]), language=language, accept=_JSON)
        if len(records) < PAGE_SIZE or len(fresh) < len(records):
            return
        before = keys


def _feed(body: str, language: Language) -> Discovery:
    """The pages that a feed links to; a feed that cannot be had either leaves out the language."""
    address = FEED.format(body=body, language=language.value)
    fetched = yield Request(url=address, language=language, listing=True)
    if fetched is None:
        return
    feed = BeautifulSoup(decode_body(fetched.body, document=address).text, "xml")
    links = [words_in(link) for link in feed.select("channel > item > link") if isinstance(link, Tag)]
    known = list(dict.fromkeys(link for link in links if key_of(link)))
    if not known:
        raise ReadError(f"{address}: no piece of news in the feed; expected RSS with 'channel > item > link'")
    for link in known:
        yield Request(url=link, language=language)


def _records(body: bytes, address: str) -> list[dict[str, Any]]:
    try:
        data = load_json(decode_body(body, document=address).text)
    except ReadError as error:
        raise ReadError(f"{address}: {error}") from error
    if not isinstance(data, list) or not all(isinstance(record, dict) and "id" in record for record in data):
        raise ReadError(f"{address}: expected a list of objects with an id")
    return data


def _is_fresh(record: dict[str, Any], reach: Reach) -> bool:
    """A piece that does not tell its day may be new."""
    day = day_of(record)
    return reach.since is None or day is None or day >= reach.since
