"""What a caller asks first, at the top of a card."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Attribute
from kb.web.card_view import AttributeView
from kb.web.source_link import SourceLink
from kb.web.value_row import ValueRow
from kb.web.value_words import Shown
from kb.web.words import Words

_ASKED_FIRST = (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL, Attribute.DOCUMENT)
_SHOWN = {Attribute.CHANNEL.value: 8, Attribute.DOCUMENT.value: 12}
_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceEntry:
    """One value in force with the clause that sets it."""

    shown: Shown
    notes: tuple[str, ...]
    tenge: str | None
    conditions: tuple[Shown, ...]
    differs: bool
    unconfirmed: str | None
    link: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceLine:
    """The values in force of one attribute; `more` tells how many stand below only."""

    code: str
    title: str
    entries: tuple[GlanceEntry, ...]
    more: str | None


def glance(views: Sequence[AttributeView], words: Words) -> tuple[GlanceLine, ...]:
    """Term, fee, channels and documents of the service as far as they are known; terms of other steps stand below."""
    by_code = {view.code: view for view in views}
    lines = (_line(by_code[code], words) for code in (one.value for one in _ASKED_FIRST) if code in by_code)
    return tuple(line for line in lines if line.entries)


def _line(view: AttributeView, words: Words) -> GlanceLine:
    told = [row for row in (*(row for dispute in view.disputes for row in dispute), *view.rows) if not row.minor]
    rows = told
    if view.code == Attribute.DOCUMENT.value and rows:
        best = rows[0].told[0].source_kind  # the list of the first speaker; others repeat it in other words
        rows = [row for row in rows if any(telling.source_kind is best for telling in row.told)]
    first = rows[: _SHOWN.get(view.code, _FEW)]
    left = len(told) - len(first)
    return GlanceLine(
        code=view.code,
        title=view.title,
        entries=tuple(_entry(row, words) for row in first),
        more=words("card.more", n=left) if left else None,
    )


def _entry(row: ValueRow, words: Words) -> GlanceEntry:
    return GlanceEntry(
        shown=row.shown,
        notes=row.notes,
        tenge=row.tenge.amount if row.tenge else None,
        conditions=row.conditions,
        differs=row.differs,
        unconfirmed=row.unconfirmed,
        link=next((link for link in row.links if link.language is words.language), row.links[0]),
    )
