"""A page with a piece of news → its text."""

import datetime as dt

from kb.model import BlockKind
from kb.read import TextBuilder, add_html, at_most_one, only, parse_page, words_in
from scrapers.news.address import key_of
from scrapers.news.answer import News

_ADDRESS = "link[rel=canonical][href], meta[property='og:url'][content]"


def read_page(html: str, document: str) -> News:
    """The piece of news on a page; raises ReadError when the page has no or several `h1`, or several `article`."""
    page = parse_page(html)
    heading = only(page, "h1")
    title = words_in(heading)
    root = at_most_one(page, "article") or at_most_one(page, "main") or page
    stamp = root.select_one("time[datetime]") or page.select_one("time[datetime]")
    named = [str(tag.get("href") or tag.get("content")) for tag in page.select(_ADDRESS)]
    key = next((key for address in (document, *named) if (key := key_of(address))), None)
    heading.extract()
    for hidden in root.select("time, aside, nav"):
        hidden.extract()
    builder = TextBuilder()
    builder.add(title, BlockKind.HEADING, level=1, anchor=key)
    add_html(builder, str(root))
    return News(reading=builder.finish(title), day=_day(str(stamp["datetime"])) if stamp else None)


def _day(printed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(printed[:10])
    except ValueError:
        return None
