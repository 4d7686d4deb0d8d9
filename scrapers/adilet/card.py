"""The page of an act with its requisites, pairs of label and value."""

import datetime as dt
from dataclasses import dataclass

from kb.read import ReadError, parse_page, read_requisites, words_in
from scrapers.adilet.wording import find_first, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the card tells of an act; `unknown` are labels that no pattern knows."""

    values: dict[str, str]
    unknown: tuple[str, ...]

    def day(self, field: str) -> dt.date | None:
        """The day in a field, None when it is not there or no day."""
        return read_requisites(self.values[field]).date if field in self.values else None


def read_card(html: str, *, document: str) -> Card:
    """The fields of the card; raises ReadError naming the page when there are no pairs of label and value."""
    try:
        page = parse_page(html)
    except ReadError as error:
        raise ReadError(f"{document}: {error}") from error
    values: dict[str, str] = {}
    unknown: list[str] = []
    pairs = [[words_in(cell) for cell in row.select("td, th")] for row in page.select("table tr")]
    pairs = [pair for pair in pairs if len(pair) == 2 and pair[0]]
    if not pairs:
        raise ReadError(f"{document}: no requisites; expected the table 'table.params' with rows of label and value")
    for label, value in pairs:
        field = _field(label)
        if field is None and not find_first(wording().card_unused, label):
            unknown.append(label)
        elif field and value:
            values.setdefault(field, value)
    return Card(values=values, unknown=tuple(unknown))


def _field(label: str) -> str | None:
    return next((field for field, labels in wording().card.items() if find_first(labels, label)), None)
