"""The frame of a page: title, the element that holds the text, notices of the site, the open tab."""

import re

from bs4 import BeautifulSoup, Tag

from kb.read import at_most_one, only, words_in
from scrapers.adilet.address import Address, find_address
from scrapers.adilet.wording import find_first, wording

_ANCHOR = re.compile(r"z\d+")
_TEXT = ".container_gamma.text"
_TEXT_CLASSES = {"container_gamma", "text"}
_LONGEST_NOTICE = 600  # characters; what is longer is no notice of the site


def printed_title(page: BeautifulSoup, *, whole: bool) -> str | None:
    """The title without the name of the site; a piece of a page may have none."""
    found = only(page, ".slogan h1") if whole else page.h1 if len(page.select("h1")) == 1 else None
    return wording().title_suffix.sub("", words_in(found)) if found else None


def text_holder(page: BeautifulSoup, *, whole: bool) -> Tag:
    """The element with the text of the act; of a piece of a page the piece itself.

    On a whole page it is taken out, so that what is looked for in the frame is not looked for in a long text.
    """
    # A selector asks every element several questions; the text is the largest part of a page.
    held = [tag for tag in page.find_all("div") if _TEXT_CLASSES.issubset(tag.attrs.get("class") or ())]
    if len(held) != 1:
        held = [only(page, _TEXT)] if whole else [holder for holder in [at_most_one(page, _TEXT)] if holder]
    if not held:
        return page
    articles = held[0].find_all("article")
    content = held[0] if not articles else articles[0] if len(articles) == 1 else only(held[0], "article")
    return content.extract() if whole else content


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
