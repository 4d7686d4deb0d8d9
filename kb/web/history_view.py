"""The values of a card over time: rows of a table and bars of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.norms import label
from kb.pipeline.card_history import HistoryEntry
from kb.web.told_value import ToldValue, told_value
from kb.web.words import Words

_WIDTH = 320  # units of the drawing for the whole time


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A value with its period in words, and its bar: where it begins and how long it is, None where no day is known."""

    value: ToldValue
    since: str
    until: str
    standing: str
    report: str | None
    past: bool
    bar: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeHistory:
    """The rows of one attribute; `first` and `last` are the ends of the drawing."""

    code: str
    title: str
    rows: tuple[HistoryRow, ...]
    first: str
    last: str
    width: int = _WIDTH

    @property
    def drawn(self) -> bool:
        """Whether a bar says anything: one day at least is known."""
        return any(row.bar for row in self.rows)


def history_views(entries: Sequence[HistoryEntry], words: Words, *, today: date) -> tuple[AttributeHistory, ...]:
    """The attributes in the card's order; each drawing runs from its first known day until today or a later one."""
    views = []
    for attribute in dict.fromkeys(one.statements[0].attribute for one in entries):
        mine = [one for one in entries if one.statements[0].attribute is attribute]
        known = [day for one in mine for day in (one.since, one.until) if day] + [today]
        first, last = min(known), max(known)
        views.append(
            AttributeHistory(
                code=attribute.value,
                title=label("attribute", attribute.value, words.language),
                rows=tuple(_row(one, words, first, last) for one in mine),
                first=words.day(first),
                last=words.day(last),
            )
        )
    return tuple(views)


def _row(entry: HistoryEntry, words: Words, first: date, last: date) -> HistoryRow:
    until = words("history.now") if entry.held else words("history.unknown")
    return HistoryRow(
        value=told_value(entry.statements, words),
        since=words.day(entry.since) if entry.since else words("history.unknown"),
        until=words.day(entry.until) if entry.until else until,
        standing=label("day_standing", entry.standing.value, words.language),
        report=words("card.report", year=entry.report) if entry.report else None,
        past=not entry.ruling.effective,
        bar=_bar(entry, first, last),
    )


def _bar(entry: HistoryEntry, first: date, last: date) -> tuple[float, float] | None:
    whole = (last - first).days
    if whole == 0 or (entry.since is None and (entry.until is None or not entry.held)):
        return None
    since, until = max(entry.since or first, first), entry.until or last
    start = (since - first).days * _WIDTH / whole
    return round(start, 1), round(max((until - since).days * _WIDTH / whole, 2), 1)
