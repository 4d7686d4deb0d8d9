"""Which pages are collected: those that the page of a body calls requisites or contacts, in both languages."""

from urllib.parse import urldefrag, urljoin, urlsplit

from kb.model import Language, Reach, Request
from kb.read import ReadError, decode_body, parse_page, words_in
from scrapers._contract import Discovery, within_limit
from scrapers.body_site.wording import bodies, is_titled

SITE = "https://www.gov.kz"
HOSTS = ("www.gov.kz", "gov.kz")
_BODY = SITE + "/memleket/entities/{body}?lang={language}"
_LANGUAGES = (Language.KK, Language.RU)


def discover(reach: Reach) -> Discovery:
    """The pages that each body's own page links to by such a name; `reach.only` names bodies as addresses do.

    A body whose page cannot be had is left out. Raises ReadError when the page of a body has no such link.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for body in reach.only or bodies():
        for language in _LANGUAGES:
            address = _BODY.format(body=body, language=language.value)
            fetched = yield Request(url=address, language=language, listing=True)
            if fetched is None:
                continue
            for link in _links(fetched.body, fetched.url):
                yield Request(url=link, language=language)


def _links(body: bytes, address: str) -> list[str]:
    page = parse_page(decode_body(body, document=address).text)
    links = [link for link in page.select("a[href]") if is_titled(words_in(link))]
    addresses = (urldefrag(urljoin(address, str(link["href"]))).url for link in links)
    found = list(dict.fromkeys(one for one in addresses if urlsplit(one).hostname in HOSTS))
    if not found:
        raise ReadError(f"{address}: no page of requisites or contacts; expected links that are called so")
    return found
