"""Which cards are collected: the list of the programming interface, then the page of each in both languages."""

from kb.model import Language, Reach, Request
from scrapers._contract import Discovery, follow_list, within_limit
from scrapers.govkz.address import SITE

_PAGE_SIZE = 100
_LIST = SITE + "/api/v1/public/content-manager/services?sort-by=created_date:DESC&page={page}&size=" + str(_PAGE_SIZE)
_LANGUAGES = (Language.KK, Language.RU)


def discover(reach: Reach) -> Discovery:
    """Pages of cards, both languages, those created since `reach.since`; `reach.only` names cards by number.

    Ends politely when the list cannot be had. Raises ReadError when its first page is empty, when a page has another
    shape, or when it repeats the page before.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for key in reach.only:
        yield from _card(key)
    if not reach.only:
        yield from follow_list(
            lambda page: _LIST.format(page=page),
            language=Language.RU,
            size=_PAGE_SIZE,
            reach=reach,
            each=lambda record: _card(str(record["id"])),
        )


def _card(key: str) -> Discovery:
    for language in _LANGUAGES:
        yield Request(url=f"{SITE}/services/{key}?lang={language.value}", language=language)
