"""One value in force as a citizen reads it: words, tenge, conditions, and the clause that sets it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.web.fee_in_words import TengeNote
from kb.web.source_link import SourceLink
from kb.web.value_row import ValueRow
from kb.web.value_words import Shown
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLine:
    """One value; `speakers` tell it, `link` opens one clause of theirs, in the page's language where there is one."""

    shown: Shown
    notes: tuple[str, ...]
    tenge: TengeNote | None
    conditions: tuple[Shown, ...]
    speakers: tuple[str, ...]
    unconfirmed: str | None
    link: SourceLink


def plain_line(row: ValueRow, words: Words) -> PlainLine:
    """A row of a card as a line."""
    return PlainLine(
        shown=row.shown,
        notes=row.notes,
        tenge=row.tenge,
        conditions=row.conditions,
        speakers=tuple(dict.fromkeys(telling.speaker for telling in row.told)),
        unconfirmed=row.unconfirmed,
        link=next((link for link in row.links if link.language is words.language), row.links[0]),
    )


def plain_lines(rows: Iterable[ValueRow], words: Words) -> tuple[PlainLine, ...]:
    """Rows as lines; what one text says twice for one case is one line."""
    lines = (plain_line(row, words) for row in rows)
    return tuple({(line.shown, line.conditions, line.notes): line for line in lines}.values())
