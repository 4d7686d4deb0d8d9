"""Which permits are collected: those that the index names, in both languages."""

from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from kb.model import Language, Reach, Request
from kb.read import ReadError, at_most_one, decode_body, parse_page
from scrapers._contract import Discovery, within_limit
from scrapers.elicense.page import code_of

SITE = "https://elicense.kz"
HOSTS = ("elicense.kz", "www.elicense.kz")
# The page of a permit stands at an address that was seen; that of the index was not.
_INDEX = SITE + "/LicensingContent/ServiceList?lang={language}"
_PERMIT = SITE + "/LicensingContent/CurrentVersionService?serviceCode={code}&lang={language}"
_LANGUAGES = (Language.KK, Language.RU)


def discover(reach: Reach) -> Discovery:
    """The pages of the index and the permits that they link to; `reach.only` names permits by the portal's code.

    An index that cannot be had leaves out its language. Raises ReadError when a page of it names no permit, or leads
    back to one that was seen.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for language in _LANGUAGES:
        for code in reach.only:
            yield Request(url=_PERMIT.format(code=code, language=language.value), language=language)
        address = None if reach.only else _INDEX.format(language=language.value)
        seen: set[str] = set()
        while address:
            if address in seen:
                raise ReadError(f"{address}: the pages of the index go in a circle; expected a last one without a next")
            seen.add(address)
            fetched = yield Request(url=address, language=language, listing=True)
            if fetched is None:
                break
            page = parse_page(decode_body(fetched.body, document=address).text)
            for code in _codes(page, address):
                yield Request(url=_PERMIT.format(code=code, language=language.value), language=language)
            address = _next(page, fetched.url)


def _codes(page: Tag, address: str) -> list[str]:
    codes = dict.fromkeys(code for link in page.select("a[href]") if (code := code_of(str(link["href"]))))
    if not codes:
        raise ReadError(f"{address}: no permit on the page; expected links with serviceCode= in their addresses")
    return list(codes)


def _next(page: Tag, address: str) -> str | None:
    link = at_most_one(page, ".pagination a[rel=next][href]")
    following = urljoin(address, str(link["href"])) if link else None
    return following if following and urlsplit(following).hostname in HOSTS else None
