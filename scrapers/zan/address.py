"""Addresses of the interface: `…/api/documents/990077/rus?withHtml=true&page=1`."""

import re

from kb.model import Language
from scrapers.zan.passport import API

TONGUES = {Language.RU: "rus", Language.KK: "kaz"}
SEARCH = f"{API}/search"

_PAGE = re.compile(r"(?<=[?&]page=)\d+$")


def document_address(number: str, tongue: str, page: int = 1) -> str:
    """Where a page of an act stands, counted from 1; tables are kept only in HTML."""
    return f"{API}/{number}/{tongue}?withHtml=true&page={page}"


def page_number(document: str) -> int | None:
    """Which page of an act a document is, None when its name does not say."""
    found = _PAGE.search(document)
    return int(found[0]) if found else None


def other_page(document: str, page: int) -> str:
    """Name of another page of the same act."""
    return _PAGE.sub(str(page), document)
