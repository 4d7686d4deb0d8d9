"""Typed selectors for pages: what is expected once must be there once."""

from bs4 import BeautifulSoup, Tag

from kb.read.errors import ReadError

TOO_DEEP = "elements are nested hundreds of levels deep; this is no page that people read"


def parse_page(html: str) -> BeautifulSoup:
    """The parsed page; raises ReadError when its elements are nested beyond reason."""
    try:
        return BeautifulSoup(html, "lxml")
    except RecursionError as error:
        raise ReadError(TOO_DEEP) from error


def only(node: Tag, selector: str) -> Tag:
    """The one element that `selector` finds below `node`; raises ReadError on none or many."""
    found = node.select(selector)
    if len(found) != 1:
        raise ReadError(f"expected exactly one {selector!r}, found {len(found)}; has the page's layout changed?")
    return found[0]


def at_most_one(node: Tag, selector: str) -> Tag | None:
    """The element or None; raises ReadError on many."""
    found = node.select(selector)
    if len(found) > 1:
        raise ReadError(f"expected at most one {selector!r}, found {len(found)}; has the page's layout changed?")
    return found[0] if found else None


def at_least_one(node: Tag, selector: str) -> list[Tag]:
    """All elements that `selector` finds; raises ReadError on none."""
    found = list(node.select(selector))
    if not found:
        raise ReadError(f"expected {selector!r} at least once, found none; has the page's layout changed?")
    return found


def words_in(tag: Tag) -> str:
    """Words of an element on one line."""
    return " ".join(tag.get_text(" ").split())
