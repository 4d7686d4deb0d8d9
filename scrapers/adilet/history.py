"""The page of an act that lists its editions."""

import datetime as dt
import re
from dataclasses import dataclass

from bs4 import Tag

from kb.read import ReadError, parse_page, words_in
from scrapers.adilet.address import Address, find_address, read_day
from scrapers.adilet.wording import find_first, wording

_DAY = re.compile(r"(?:\d{1,3}\s*[.)]\s*)?(\d{2}\.\d{2}\.\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line of the history: from `day` on the text is another one; `by` is the act that changed it, as printed."""

    day: dt.date
    by: str | None
    repeals: bool


def read_history(html: str, address: Address, *, document: str) -> tuple[Change, ...]:
    """The lines of the page, oldest first; raises ReadError naming the page when no line has a day."""
    try:
        page = parse_page(html)
    except ReadError as error:
        raise ReadError(f"{document}: {error}") from error
    lines = [row for row in page.select("tr, li") if not row.select("tr, li")]
    changes = {change.day: change for row in lines if (change := _change(row, address))}
    if not changes:
        raise ReadError(
            f"{document}: no edition on the page of the history; expected rows with a day (07.05.2031) or links to "
            f"{address.act}/07.05.2031"
        )
    return tuple(changes[day] for day in sorted(changes))


def text_days(history: tuple[Change, ...]) -> list[dt.date]:
    """The days from which the act has another text, oldest first; its repeal leaves the text as it was."""
    return [change.day for change in history if not change.repeals]


def _change(row: Tag, address: Address) -> Change | None:
    links = [(link, found) for link in row.select("a[href]") if (found := find_address(str(link["href"])))]
    day = next((found.day for _, found in links if found.code == address.code and found.day), None)
    words = words_in(row)
    if day is None and (printed := _DAY.match(words)):
        day = read_day(printed[1])
    if day is None:
        return None
    by = next((words_in(link) for link, found in links if found.code != address.code), None)
    return Change(day=day, by=by or None, repeals=find_first(wording().repealed, words) is not None)
