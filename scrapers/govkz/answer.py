"""An answer of the programming interface → the text of its cards."""

from typing import Any

from kb.model import BlockKind
from kb.read import ReadError, Reading, TextBuilder, add_html, load_json, parse_page, words_in
from kb.text import identify_language
from scrapers.govkz.wording import passed_over, title_of

_HEADINGS = "h1, h2, h3, h4, h5, h6"


def read_answer(text: str) -> Reading:
    """The cards of an answer, one object or a list of them: the title a heading of level 1 with the number of the
    card as anchor, a heading of level 2 for each field that holds words, below it what its HTML says.

    Raises ReadError when it is no card, or a card lacks its number or name.
    """
    data = load_json(text)
    records = data if isinstance(data, list) else [data]
    if not records:
        raise ReadError("an answer without cards; expected objects with id and title")
    builder = TextBuilder()
    titles = [_add_card(builder, record) for record in records]
    return builder.finish(titles[0] if len(titles) == 1 else None)


def _add_card(builder: TextBuilder, record: Any) -> str:
    if not isinstance(record, dict) or not record.get("id") or not str(record.get("title") or "").strip():
        raise ReadError("an object without id or title; expected a card of a service")
    title = " ".join(str(record["title"]).split())
    builder.add(title, BlockKind.HEADING, level=1, anchor=str(record["id"]))
    pages = {
        name: parse_page(value)
        for name, value in record.items()
        if name not in passed_over() and isinstance(value, str) and value.strip()
    }
    language = identify_language(" ".join([title, *map(words_in, pages.values())]))
    for name, page in pages.items():
        builder.add(title_of(name, language), BlockKind.HEADING, level=2)
        for heading in page.select(_HEADINGS):
            heading.name = "p"  # only fields are blocks of a card
        add_html(builder, str(page))
    return title
