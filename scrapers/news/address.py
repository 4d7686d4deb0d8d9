"""Addresses of news on the portal."""

import re

SITE = "https://www.gov.kz"
HOSTS = ("www.gov.kz", "gov.kz")
PAGE_SIZE = 50
API = SITE + "/api/v1/public"
LIST = API + "/content-manager/news?projects=eq:{body}&sort-by=created_date:DESC&page={page}&size=" + str(PAGE_SIZE)
ITEM = API + "/content-manager/news/{key}"
FEED = API + "/rss/{body}/news/{language}"
_PAGE = re.compile(r"/press/news/(?:details/)?(\d+)(?:[/?#]|$)")


def key_of(address: str) -> str | None:
    """The number of a piece of news by the address of its page; None for other pages."""
    found = _PAGE.search(address)
    return found[1] if found else None
