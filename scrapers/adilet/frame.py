"""The frame of a page: title, the element that holds the text, notices of the site, the open tab."""

import re

from bs4 import BeautifulSoup, Tag

from kb.read import at_most_one, only, words_in
from scrapers.adilet.address import Address, find_address
from scrapers.adilet.wording import find_first, wording

_ANCHOR = re.compile(r"z\d+")
_TEXT = ".container_gamma.text"
_LONGEST_NOTICE = 600  # characters; what is longer is no notice of the site


def printed_title(page: BeautifulSoup, *, whole: bool) -> str | None:
    """The title without the name of the site; a piece of a page may have none."""
    found = only(page, ".slogan h1") if whole else page.h1 if len(page.select("h1")) == 1 else None
    return wording().title_suffix.sub("", words_in(found)) if found else None


def text_holder(page: BeautifulSoup, *, whole: bool) -> Tag:
    """The element with the text of the act; of a piece of a page the piece itself."""
    holder = only(page, _TEXT) if whole else at_most_one(page, _TEXT)
    return (at_most_one(holder, "article") or holder) if holder else page


def drop_notices(content: Tag) -> None:
    """Takes out what the site says above the text: the first paragraphs that its words are known by."""
    for child in content.find_all(True, recursive=False):
        words = words_in(child)
        if not words:
            continue
        if len(words) > _LONGEST_NOTICE or has_anchors(child) or not find_first(wording().notice, words):
            return
        child.decompose()


def has_anchors(tag: Tag) -> bool:
    """Whether an element has or holds an anchor of the text: `id="z12"`, `<a name="z12">`."""
    own = _ANCHOR.fullmatch(str(tag.get("id") or tag.get("name") or ""))
    return bool(own or tag.find(id=_ANCHOR) or tag.find("a", attrs={"name": _ANCHOR}))


def selected_address(page: BeautifulSoup) -> Address | None:
    """The address of the selected tab."""
    tabs = page.select("li.selected a[href]")
    return find_address(str(tabs[0]["href"])) if tabs else None
