"""Which pages of the portal are collected: the list of cards in both languages, and the cards that it names."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from kb.collect import NotOffered
from kb.model import Language, Reach, Request
from kb.read import ReadError, at_least_one, decode_body, parse_page
from scrapers._contract import Discovery, within_limit
from scrapers.egov.page import key_of

_LISTS = {
    Language.RU: "https://egov.kz/cms/ru/online-services/for_citizen",
    Language.KK: "https://egov.kz/cms/kk/online-services/for_citizen",
}
_HOSTS = {"egov.kz", "www.egov.kz"}


def discover(reach: Reach) -> Discovery:
    """The lists and their cards; `reach.only` names cards by the key in their address (the list says not when they
    changed, so `reach.since` leaves nothing out). A list that cannot be had leaves out its language.

    Raises ReadError when a list names no card, NotOffered when the lists have none of those in `reach.only`.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    missing = set(reach.only)
    complete = True
    for language, address in _LISTS.items():
        fetched = yield Request(url=address, language=language, listing=True)
        if fetched is None:
            complete = False
            continue
        for link in _cards(fetched.body, fetched.url):
            if not reach.only or key_of(link) in reach.only:
                missing.discard(key_of(link) or "")
                yield Request(url=link, language=language)
    if missing and complete:
        raise NotOffered(
            f"{', '.join(_LISTS.values())}: no card {', '.join(sorted(missing))}; expected keys as in links"
        )


def _cards(body: bytes, address: str) -> list[str]:
    page = parse_page(decode_body(body, document=address).text)
    try:
        categories = at_least_one(page, "div.category-item")
    except ReadError as error:
        raise ReadError(f"{address}: {error}") from error
    hrefs = (str(link["href"]) for category in categories for link in category.select("li a[href]"))
    links = list(dict.fromkeys(_cards_among(urljoin(address, href) for href in hrefs)))
    if not links:
        raise ReadError(f"{address}: no card in its categories; expected li > a with addresses below /cms/")
    return links


def _cards_among(links: Iterator[str]) -> Iterator[str]:
    """Links to pages of the portal that have a key; a service of another site has no card here."""
    for link in links:
        if urlsplit(link).hostname in _HOSTS and key_of(link):
            yield link.split("#", maxsplit=1)[0]
