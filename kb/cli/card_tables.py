"""A card over time, between two days, and speaker by speaker, in tables for the terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table

from kb.cli.card_view import speaker_line
from kb.cli.output import console
from kb.cli.value_line import scope_line, value_line
from kb.cli.words import Words
from kb.model import Attribute, Statement
from kb.norms import label
from kb.pipeline.card_difference import CardChange
from kb.pipeline.card_history import HistoryEntry
from kb.pipeline.side_by_side import Sides, Speaker


def show_history(entries: Sequence[HistoryEntry], words: Words) -> None:
    """Writes a table an attribute, a row a value with its period."""
    out = console()
    if not entries:
        out.print(words("history.empty"))
    for attribute in dict.fromkeys(one.statements[0].attribute for one in entries):
        out.print(f"\n[bold]{_name(attribute, words)}[/]")
        table = Table(box=SIMPLE)
        for heading in ("from", "until", "value", "standing", "place"):
            table.add_column(words(f"history.{heading}"), overflow="fold")
        for one in entries:
            if one.statements[0].attribute is attribute:
                table.add_row(*_history_row(one, words))
        out.print(table)


def show_difference(changes: Sequence[CardChange], words: Words) -> None:
    """Writes each change with both values and their places."""
    out = console()
    if not changes:
        out.print(words("difference.none"))
    for one in changes:
        out.print(f"\n[bold]{_name(one.attribute, words)}[/]: {words(f'difference.{one.kind.value}')}")
        for sign, told in (("-", one.before), ("+", one.after)):
            if told:
                out.print(f"  {sign} {escape(_told(told[0], words))}")
            for statement in told:
                out.print(f"    [dim]{escape(speaker_line(statement, words))}[/]")


def show_sides(sides: Sides, words: Words) -> None:
    """Writes a table an attribute, a column a speaker; cases in which speakers differ are marked."""
    out = console()
    if not sides.rows:
        out.print(words("card.empty"))
    for attribute in dict.fromkeys(row.attribute for row in sides.rows):
        out.print(f"\n[bold]{_name(attribute, words)}[/]")
        table = Table(box=SIMPLE)
        table.add_column("")
        for speaker in sides.speakers:
            table.add_column(escape(_speaker(speaker, words)), overflow="fold")
        for row in sides.rows:
            if row.attribute is attribute:
                mark = words("card.disputed") if row.differs else ""
                table.add_row(mark, *(escape(_cell(cell, words)) for cell in row.cells))
        out.print(table)


def _history_row(entry: HistoryEntry, words: Words) -> tuple[str, ...]:
    standing = label("day_standing", entry.standing.value, words.language)
    if entry.report:
        standing = f"{standing}, {words('card.report', year=entry.report)}"
    since = entry.since.isoformat() if entry.since else words("history.unknown")
    until = entry.until.isoformat() if entry.until else words("history.now") if entry.held else ""
    places = "\n".join(speaker_line(one, words) for one in entry.statements)
    return tuple(escape(one) for one in (since, until, _told(entry.statements[0], words), standing, places))


def _cell(cell: Sequence[Statement], words: Words) -> str:
    return "\n".join(f"{_told(one, words)} [{speaker_line(one, words)}]" for one in cell) or "–"


def _told(statement: Statement, words: Words) -> str:
    return " — ".join(part for part in (value_line(statement, words), scope_line(statement, words)) if part)


def _speaker(speaker: Speaker, words: Words) -> str:
    name = label("source_kind", speaker.kind.value, words.language)
    return f"{name}, {words('card.report', year=speaker.report)}" if speaker.report else name


def _name(attribute: Attribute, words: Words) -> str:
    return label("attribute", attribute.value, words.language)
