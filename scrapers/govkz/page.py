"""A page with a card → its text."""

from kb.model import BlockKind
from kb.read import Reading, TextBuilder, add_html, only, parse_page, words_in
from scrapers.govkz.address import key_of
from scrapers.govkz.card import with_titles

_ADDRESS = "link[rel=canonical][href], meta[property='og:url'][content]"
# Titles of blocks that open and close; the words of a button are no text otherwise.
_OPENERS = "button[aria-expanded], button[aria-controls], [role=tab], summary"


def read_page(html: str, document: str) -> Reading:
    """The card on a page, its title a heading of level 1 with its number as anchor,
    the titles of its blocks headings of level 2.

    Raises ReadError when the page has no or several `main` or `h1`.
    """
    page = parse_page(html)
    main = only(page, "main")
    heading = only(main, "h1")
    title = words_in(heading)
    named = [str(tag.get("href") or tag.get("content")) for tag in page.select(_ADDRESS)]
    key = next((key for address in (document, *named) if (key := key_of(address))), None)
    builder = TextBuilder()
    builder.add(title, BlockKind.HEADING, level=1, anchor=key)
    heading.extract()
    for opener in main.select(_OPENERS):
        opener.name = "h3"
    add_html(builder, str(main))
    return with_titles(builder.finish(title))
