"""The figures as tables and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.document_build import Run
from bench.reading import ReadingFigure


def print_figures(runs: Sequence[Run], pages: Sequence[ReadingFigure]) -> None:
    """A table for each part that was measured, to standard output."""
    out = Console()
    if runs:
        table = Table(title="The largest seed document into a fresh home")
        for heading in ("command", "seconds", "peak MB"):
            table.add_column(heading, justify="left" if heading == "command" else "right")
        for run in runs:
            table.add_row(run.command, f"{run.seconds:.1f}", f"{run.peak_mb:.0f}")
        out.print(table)
    if pages:
        table = Table(title="Reading, bytes → clauses, processor seconds (aim: 2.5 × BeautifulSoup with lxml alone)")
        for heading in ("page", "MB", "clauses", "seconds", "parsing alone", "ratio", "aim holds"):
            table.add_column(heading, justify="left" if heading == "page" else "right")
        for page in pages:
            figures = (f"{page.seconds:.2f}", f"{page.bare_seconds:.2f}", f"{page.ratio:.2f}")
            size = f"{page.size / 1_000_000:.1f}"
            table.add_row(page.page, size, f"{page.clauses:,}", *figures, "yes" if page.holds else "NO")
        out.print(table)


def write_figures(
    path: Path, runs: Sequence[Run], pages: Sequence[ReadingFigure], *, search: Mapping[str, object]
) -> None:
    """The same as one JSON object, with the figures of the search part."""
    data = {
        **search,
        "build": [asdict(run) for run in runs],
        "reading": [{**asdict(page), "aim_holds": page.holds} for page in pages],
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
