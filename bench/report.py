"""The figures as tables and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.document_build import Run
from bench.reading import ReadingFigure
from bench.timing import Comparison


def print_figures(
    comparisons: Sequence[Comparison], runs: Sequence[Run], pages: Sequence[ReadingFigure], *, clauses: int
) -> None:
    """A table for each part that was measured, to standard output."""
    out = Console()
    if comparisons:
        table = Table(title=f"Search over {clauses:,} clauses, ms (aim: 1.3 × bare or bare + 2 ms)")
        for heading in ("engine", "p50", "bare p50", "ratio", "p95", "bare p95", "ratio", "aim holds"):
            table.add_column(heading, justify="left" if heading == "engine" else "right")
        for one in comparisons:
            table.add_row(
                one.name,
                *(f"{number:.2f}" for number in (one.p50, one.bare_p50, one.p50 / one.bare_p50)),
                *(f"{number:.2f}" for number in (one.p95, one.bare_p95, one.p95 / one.bare_p95)),
                "yes" if one.holds else "NO",
            )
        out.print(table)
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
    path: Path,
    comparisons: Sequence[Comparison],
    runs: Sequence[Run],
    pages: Sequence[ReadingFigure],
    *,
    clauses: int,
) -> None:
    """The same as one JSON object."""
    data = {
        "clauses": clauses,
        "search": [{**asdict(one), "aim_holds": one.holds} for one in comparisons],
        "build": [asdict(run) for run in runs],
        "reading": [{**asdict(page), "aim_holds": page.holds} for page in pages],
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
