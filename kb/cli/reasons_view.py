"""Why a service was found, for people."""

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from kb.cli.output import console
from kb.cli.words import Words
from kb.search import Reason


def show_reasons(reasons: Sequence[Reason], words: Words) -> None:
    """A table of the parts of a score; those that do not count are dim."""
    out = console()
    if not reasons:
        out.print(words("why.nothing"))
        return
    table = Table(box=None, header_style="bold")
    for name in ("asked", "words", "origin", "text", "score"):
        table.add_column(words(f"why.{name}"), justify="right" if name == "score" else "left")
    for reason in reasons:
        cells = (reason.asked, reason.words, str(reason.origin), reason.text, f"{reason.score:.2f}")
        table.add_row(*map(escape, cells), style=None if reason.counts else "dim")
    out.print(table)
    out.print(words("why.total", score=f"{sum(reason.score for reason in reasons if reason.counts):.2f}"))
