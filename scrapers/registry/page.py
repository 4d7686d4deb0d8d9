"""A body with the register, in any of its forms → its text, and the act that it is."""

import datetime as dt
import re
from dataclasses import dataclass

from kb.model import Act, Language
from kb.read import (
    Reading,
    act_of,
    at_most_one,
    decode_body,
    parse_page,
    read_body,
    read_requisites,
    read_tag,
    words_in,
    words_of,
)

# An act of the legal database by its address, `/kaz/docs/V3100099999`, perhaps with the day of an edition behind it.
_ADDRESS = re.compile(r"/(?:rus|kaz)/docs/([A-Z][0-9A-Z]{8,11}_?)(?:/(\d{2}\.\d{2}\.\d{4}))?(?:[/?#]|$)")
_MOST_FRONT_BLOCKS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a body, its title, and the lines that may identify its act."""

    reading: Reading
    title: str | None
    lines: tuple[str, ...]


def read_page(body: bytes, media_type: str, *, document: str) -> Page:
    """The text of the act; on a page of the legal database without what stands around it.

    Raises ReadError when the body cannot be read, or a page has several texts or titles.
    """
    if media_type == "text/html":
        decoded = decode_body(body, document=document)
        page = parse_page(decoded.text)
        content = at_most_one(page, ".container_gamma.text article") or at_most_one(page, ".container_gamma.text")
        if content:
            heading = at_most_one(page, ".slogan h1")
            title = words_in(heading) if heading else None
            lines = tuple(words_in(line) for line in page.select(".slogan p"))
            reading = read_tag(content, title=title)
            return Page(reading=reading, title=title, lines=lines)
    reading = read_body(body, media_type, document=document)
    front = reading.blocks[:_MOST_FRONT_BLOCKS]
    lines = tuple(words_of(reading.text[block.start : block.end]) for block in front if not block.cells)
    return Page(reading=reading, title=reading.title, lines=lines)


def act_on(page: Page, document: str, language: Language) -> Act | None:
    """The act by the code in its address or built from its registration; None when neither is known."""
    read = (read_requisites(line) for line in page.lines)
    requisites = next((line for line in read if line.number and line.date), None)
    address = _ADDRESS.search(document)
    code = address[1] if address else requisites.code if requisites else None
    if code is None:
        return None
    return act_of(
        requisites or read_requisites(""),
        ids=(code,),
        title_kk=page.title if language is Language.KK else None,
        title_ru=page.title if language is Language.RU else None,
    )


def edition_day(document: str) -> dt.date | None:
    """From which day the text is in force, by the day in its address; None without one."""
    address = _ADDRESS.search(document)
    return read_requisites(address[2]).date if address and address[2] else None
