"""The tables of a report over all its services: the body that each is listed under, and where people got it.

A row is a service's when it bears its number and most of its name: names are shortened in tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from kb.extract.clause_order import ClauseOrder
from kb.extract.wording import coded_wording, wording
from kb.model import Document, Mention, Remark, RemarkKind, SourceKind, SurveyChannel
from kb.text import fold_plain

FILE = "told_table"
SAME_NAME = 75.0  # beside the number: shortened and damaged names of a service score 78 and more
NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    cells: tuple[str, ...]

    @property
    def plain(self) -> tuple[str, ...]:
        """The cells folded, in the order of the columns."""
        return tuple(fold_plain(cell) for cell in self.cells)


def extract_told_tables(document: Document, mentions: Sequence[Mention]) -> list[Remark]:
    """Claims of who provides a service and counts of the people served by a channel, each citing its row."""
    numbered = {int(key[1]): one for one in mentions if (key := re.search(r"-(\d+)$", one.key))}
    order = ClauseOrder(document)
    found: list[Remark] = []
    for table in _tables(document):
        found.extend(_bodies(document, table, numbered, order))
        found.extend(_served(document, table, numbered, order))
    return found


def _tables(document: Document) -> Iterator[list[_Line]]:
    """Runs of lines with tabs; a blank line parts a table where a heading follows."""
    start, table = 0, list[_Line]()
    for text in document.text.split("\n"):
        if "\t" in text:
            table.append(_Line(start, text, tuple(cell.strip() for cell in text.split("\t"))))
        elif text.strip() and table:
            yield table
            table = []
        start += len(text) + 1
    if table:
        yield table


def _bodies(
    document: Document, table: list[_Line], numbered: dict[int, Mention], order: ClauseOrder
) -> Iterator[Remark]:
    heading = table[0].plain
    named = any(wording(FILE, "body_heading").search(cell) for cell in heading)
    if not (named and wording(FILE, "service_heading").search(heading[-1])):
        return
    body = ""
    for line in table[1:]:
        filled = [cell for cell in line.cells[:-1] if cell and not NUMBER.fullmatch(cell)]
        body = filled[0] if filled else body
        numbers = [int(cell) for cell in line.cells[:-1] if NUMBER.fullmatch(cell)]
        mention = numbered.get(numbers[-1]) if numbers else None
        if body and mention and _is_name(line.cells[-1], mention):
            yield Remark(
                service=mention.key,
                kind=RemarkKind.CLAIM,
                source_kind=SourceKind.SURVEY,
                evidence=document.cite(line.start, line.start + len(line.text), order.at(line.start)),
                subject="provider",
                group=body,
                row="table",
            )


def _served(
    document: Document, table: list[_Line], numbered: dict[int, Mention], order: ClauseOrder
) -> Iterator[Remark]:
    columns = _channel_columns(table[0].plain)
    if len(set(columns)) < 2:
        return
    for line in table[1:]:
        counts = _counts(line.cells)
        mention = numbered.get(int(line.cells[0])) if NUMBER.fullmatch(line.cells[0]) else None
        if mention is None or len(counts) < len(columns) or not _is_name(line.cells[1], mention):
            continue
        for code, count in zip(columns, counts, strict=False):
            yield Remark(
                service=mention.key,
                kind=RemarkKind.FIGURE,
                source_kind=SourceKind.SURVEY,
                evidence=document.cite(line.start, line.start + len(line.text), order.at(line.start)),
                subject="served",
                channel=SurveyChannel(code),
                value=Decimal(count),
            )


def _channel_columns(heading: tuple[str, ...]) -> list[str]:
    """The channels of the columns in order, those in front of the first are no counts."""
    return [
        code for cell in heading for code, pattern in coded_wording(FILE, "channels") if pattern.search(cell) and cell
    ]


def _counts(cells: tuple[str, ...]) -> list[int]:
    """The whole numbers behind the name."""
    return [int(cell) for cell in cells[2:] if NUMBER.fullmatch(cell)]


def _is_name(cell: str, mention: Mention) -> bool:
    name = mention.name_kk or mention.name_ru or ""
    return fuzz.token_set_ratio(_plain(cell), _plain(name)) >= SAME_NAME


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold_plain(name)))
