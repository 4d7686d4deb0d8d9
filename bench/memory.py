"""Peak memory of import and build by the number of documents, in fresh homes, as a person would run them."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.document_build import fresh_environment, run_command
from bench.memory_documents import write_documents

ALLOWED = 1.2  # times the peak of the smallest number of documents
SIZES = (1_000, 8_000)
WHOLE = (1_000, 20_000)  # takes a quarter of an hour


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryFigure:
    """Peak resident memory in MB and wall seconds of one command over so many documents."""

    command: str
    documents: int
    peak_mb: float
    seconds: float


def measure_memory(sizes: Sequence[int] = SIZES) -> list[MemoryFigure]:
    """Import and build at each size, the smallest first; raises RuntimeError when a command fails."""
    figures = []
    for documents in sorted(sizes):
        with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
            pages = Path(folder) / "pages"
            write_documents(pages, documents)
            environment = fresh_environment(str(Path(folder) / "home"))
            for arguments in (["import", str(pages)], ["build"]):
                run = run_command(arguments, environment)
                figures.append(
                    MemoryFigure(command=run.command, documents=documents, peak_mb=run.peak_mb, seconds=run.seconds)
                )
    return figures


def growth(figures: Sequence[MemoryFigure]) -> dict[str, float]:
    """By command: the peak over most documents as a multiple of the peak over fewest."""
    peaks: dict[str, list[float]] = {}
    for one in sorted(figures, key=lambda figure: figure.documents):
        peaks.setdefault(one.command, []).append(one.peak_mb)
    return {command: held[-1] / held[0] for command, held in peaks.items()}


def is_flat(figures: Sequence[MemoryFigure]) -> bool:
    """Whether memory stays within 1.2 times."""
    return all(ratio <= ALLOWED for ratio in growth(figures).values())


def print_memory(figures: Sequence[MemoryFigure]) -> None:
    """A table, to standard output."""
    ratios = growth(figures)
    most = max(one.documents for one in figures)
    table = Table(title=f"Peak memory by documents (aim: {ALLOWED} × the smallest number)")
    for heading in ("command", "documents", "peak MB", "seconds", "ratio"):
        table.add_column(heading, justify="left" if heading == "command" else "right")
    for one in sorted(figures, key=lambda figure: (figure.command, figure.documents)):
        ratio = f"{ratios[one.command]:.2f}" if one.documents == most else ""
        table.add_row(one.command, f"{one.documents:,}", f"{one.peak_mb:.0f}", f"{one.seconds:.1f}", ratio)
    Console().print(table)
