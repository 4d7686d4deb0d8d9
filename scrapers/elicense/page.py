"""The page of a permit → its text: the permit, its panels and the tabs of applicants are headings of levels 1 to 3."""

import re

from bs4 import Tag
from bs4.element import NavigableString

from kb.model import BlockKind
from kb.read import (
    APPLICANT,
    BLOCK,
    CARD,
    ReadError,
    Reading,
    TextBuilder,
    add_html,
    at_least_one,
    at_most_one,
    only,
    parse_page,
    words_in,
)
from scrapers.elicense.wording import is_form_link

_CODE = re.compile(r"[?&]serviceCode=([\w-]+)", re.IGNORECASE)
_HEADINGS = "h1, h2, h3, h4, h5, h6"


def code_of(address: str) -> str | None:
    """The portal's code of a permit by the address of its page; None for other pages."""
    found = _CODE.search(address)
    return found[1] if found else None


def read_page(html: str, document: str) -> Reading:
    """The permit on a page. The title of an applicant's tab gets the colon that a list has in print.

    Raises ReadError when the page has no or several `h1`, no panel, a panel without its title and body, or a tab
    without its pane.
    """
    page = parse_page(html)
    heading = only(page, "h1")
    title = words_in(heading)
    codes = {code for link in page.select("[href]") if (code := code_of(str(link["href"])))}
    code = code_of(document) or (codes.pop() if len(codes) == 1 else None)
    builder = TextBuilder()
    builder.add(title, BlockKind.HEADING, level=CARD, anchor=code)
    for beside in heading.find_next_siblings("p"):  # the code of the service and the like
        add_html(builder, str(beside))
    for panel in at_least_one(page, ".panel"):
        name = only(panel, ".panel-heading")
        builder.add(words_in(name), BlockKind.HEADING, level=BLOCK)
        _add_panel(builder, only(panel, ".panel-body"))
    return builder.finish(title)


def _add_panel(builder: TextBuilder, body: Tag) -> None:
    for link in body.select("li a"):
        if is_form_link(words_in(link)):
            _drop_link(link)
    tabs = body.select(".nav-tabs a[href^='#']")
    panes = {str(pane.get("id")): pane.extract() for pane in body.select(".tab-pane")}
    for bar in body.select(".nav-tabs"):
        bar.extract()
    _add_words(builder, body)
    for tab in tabs:
        words = words_in(tab)
        pane = panes.pop(str(tab["href"])[1:], None)
        if pane is None:
            raise ReadError(f"the tab «{words}» has no pane {tab['href']}; has the page's layout changed?")
        builder.add(f"{words.rstrip(': ')}:", BlockKind.HEADING, level=APPLICANT)
        inner = at_most_one(pane, _HEADINGS)
        if inner and words_in(inner).rstrip(": ") == words.rstrip(": "):
            inner.extract()
        _add_words(builder, pane)
    if panes:
        raise ReadError(f"panes without a tab: {', '.join(panes)}; has the page's layout changed?")


def _drop_link(link: Tag) -> None:
    """Takes out a link to a form with the brackets around it."""
    before, behind = link.previous_sibling, link.next_sibling
    if isinstance(before, NavigableString) and isinstance(behind, NavigableString):
        opening, closing = before.rstrip(), behind.lstrip()
        if opening.endswith("(") and closing.startswith(")"):
            before.replace_with(opening[:-1])
            behind.replace_with(closing[1:])
    link.extract()


def _add_words(builder: TextBuilder, tag: Tag) -> None:
    for heading in tag.select(_HEADINGS):
        heading.name = "p"  # only panels and tabs divide a permit
    add_html(builder, str(tag))
