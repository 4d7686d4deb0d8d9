"""Which news are collected: those of the bodies' lists, or of their feeds where a list cannot be had."""

from typing import Any

from bs4 import BeautifulSoup, Tag

from kb.model import Language, Reach, Request
from kb.read import ReadError, decode_body, source_wording, words_in
from scrapers._contract import Discovery, follow_list, within_limit
from scrapers.news.address import FEED, ITEM, LIST, PAGE_SIZE, key_of

_LANGUAGES = (Language.KK, Language.RU)
# A first run takes the news of about a year of a ministry; later ones go back to the day they know.
_MOST_PAGES = 40


def bodies() -> tuple[str, ...]:
    """The bodies as the portal's addresses name them."""
    return tuple(source_wording(__package__)["bodies"])


def discover(reach: Reach) -> Discovery:
    """News of each body since `reach.since`, in both languages; `reach.only` names bodies as addresses do.

    Raises ReadError when the first page of a list is empty, has another shape, or a page repeats the one before.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for body in reach.only or bodies():
        for language in _LANGUAGES:
            yield from _news_of(body, language, reach)


def _news_of(body: str, language: Language, reach: Reach) -> Discovery:
    def item(record: dict[str, Any]) -> Discovery:
        yield Request(url=ITEM.format(key=record["id"]), language=language, accept="application/json")

    listed = yield from follow_list(
        lambda page: LIST.format(body=body, page=page),
        language=language,
        size=PAGE_SIZE,
        reach=reach,
        each=item,
        most=_MOST_PAGES,
    )
    if not listed:
        yield from _feed(body, language)


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
