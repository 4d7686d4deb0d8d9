"""The figures as tables and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.document_build import Run
from bench.timing import Comparison


def print_figures(comparisons: Sequence[Comparison], runs: Sequence[Run], *, clauses: int) -> None:
    """Both tables, to standard output."""
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


def write_figures(path: Path, comparisons: Sequence[Comparison], runs: Sequence[Run], *, clauses: int) -> None:
    """The same as one JSON object."""
    data = {
        "clauses": clauses,
        "search": [{**asdict(one), "aim_holds": one.holds} for one in comparisons],
        "build": [asdict(run) for run in runs],
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
