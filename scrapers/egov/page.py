"""A page with a card, or a CSV list of cards → their text."""

import re

from bs4 import Tag

from kb.model import BlockKind
from kb.read import (
    BLOCK,
    CARD,
    ReadError,
    Reading,
    TextBuilder,
    add_html,
    at_least_one,
    at_most_one,
    line_kind,
    load_csv,
    only,
    parse_page,
    words_in,
)
from scrapers.egov.wording import empty_mark, list_columns

_BOX = ".info-block-horizontal"
_LINK = re.compile(r"/cms/(?:ru|kk|kz|en)/(?:[\w-]+/)*([\w-]+)/?$")


def key_of(link: str) -> str | None:
    """The portal's own key of a card, the last part of its address; None for addresses of other pages."""
    found = _LINK.search(re.split(r"[?#]", link, maxsplit=1)[0])
    return found[1] if found else None


def read_page(html: str, document: str) -> Reading:
    """The card on a page; raises ReadError when it has no title or no block, or several titles."""
    page = parse_page(html)
    heading = only(page, "h1")
    title = words_in(heading)
    builder = TextBuilder()
    canonical = at_most_one(page, "link[rel=canonical][href]")
    builder.add(title, BlockKind.HEADING, level=CARD, anchor=key_of(str(canonical["href"]) if canonical else document))
    for beside in heading.find_next_siblings():  # the code of the service and the like
        if beside.select_one(_BOX) is None and not beside.css.match(_BOX):
            add_html(builder, str(beside))
    for block in at_least_one(page, _BOX):
        name = _title_of(block)
        builder.add(words_in(name), BlockKind.HEADING, level=BLOCK)
        name.extract()
        add_html(builder, str(block))
    return builder.finish(title)


def _title_of(block: Tag) -> Tag:
    """By its class, else the only heading, else the first paragraph: a bold word further down is no title."""
    named = at_most_one(block, ".info-block-title") or at_most_one(block, "h2, h3, h4, h5, dt")
    found = named or block.select_one("p, strong, b")
    if found is None or not words_in(found):
        raise ReadError(
            f"a block {_BOX} without a title ({words_in(block)[:80]!r}); expected .info-block-title, one heading, "
            "or a first paragraph; has the page's layout changed?"
        )
    return found


def read_list(text: str) -> Reading:
    """The cards of a list; raises ReadError when a column is missing or no card is left."""
    builder = TextBuilder()
    records = load_csv(text)
    if not records:
        raise ReadError(f"a list without cards; expected records with {', '.join(list_columns())}")
    for record in records:
        missing = [name for name in list_columns() if name not in record]
        if missing:
            raise ReadError(f"a list of cards without the column {missing[0]}")
        builder.add(record["service"], BlockKind.HEADING, level=CARD, anchor=key_of(record["link"]))
        lines = [line for line in record["info"].split("\n") if line.strip()]
        if [line.strip() for line in lines] == [empty_mark()]:
            continue
        for place, line in enumerate(lines):
            if place == 0:
                builder.add(line, BlockKind.HEADING, level=BLOCK)
            else:
                builder.add(line, line_kind(line))
    return builder.finish()
