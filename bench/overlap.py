"""Overlap over more and more clauses: time, memory, and what the signatures miss of what an exact comparison finds."""

import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench.exact_overlap import alike_exactly
from bench.overlap_texts import made_texts, real_texts
from bench.peak_memory import forget_peak, peak_mb
from bench.real_text import read_sentences
from kb.compare.overlap import measure_overlap
from kb.compare.overlap.shelf import fill_shelf
from kb.compare.overlap.wordings import Wordings, find_alike

SIZES = (5_000, 10_000, 20_000)
MEMORY_SIZES = (10_000, 40_000)
SAMPLE = 6_000  # real paragraphs that are compared with one another
GROWTH_AIM, MEMORY_AIM, RECALL_AIM = 1.2, 1.2, 0.97


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapFigures:
    """Processor seconds and peak MB by number of clauses; the part of the alike pairs of a sample that was found."""

    seconds: dict[int, float]
    peaks: dict[int, float]
    alike: int
    found: int

    @property
    def growth(self) -> dict[int, float]:
        """By size, the seconds as a multiple of what half the clauses would let expect."""
        return {
            size: self.seconds[size] / (2 * self.seconds[size // 2])
            for size in self.seconds
            if size // 2 in self.seconds
        }

    @property
    def memory(self) -> float:
        """The peak over most clauses as a multiple of that over fewest."""
        return self.peaks[max(self.peaks)] / self.peaks[min(self.peaks)]

    @property
    def recall(self) -> float:
        """Found of alike."""
        return self.found / self.alike

    @property
    def holds(self) -> bool:
        """Whether all aims are held."""
        growing = all(ratio <= GROWTH_AIM for ratio in self.growth.values())
        return growing and self.memory <= MEMORY_AIM and self.recall >= RECALL_AIM


def measure_overlaps(shared: Path) -> OverlapFigures:
    """All three, on made clauses and on paragraphs of the real documents."""
    words = _words(shared)
    _seconds(words, SIZES[0] // 5)  # fills the caches of the stems
    alike, found = _recall(shared)
    return OverlapFigures(
        seconds={size: _seconds(words, size) for size in SIZES},
        peaks={size: _fresh_peak(shared, size) for size in MEMORY_SIZES},
        alike=alike,
        found=found,
    )


def _words(shared: Path) -> Sequence[str]:
    return [word for one in read_sentences(shared) for word in one.text.split() if word.isalpha()]


def _seconds(words: Sequence[str], clauses: int) -> float:
    started = time.process_time()
    with measure_overlap(made_texts(words, clauses)) as overlap:
        for _ in overlap.pairs():
            pass
    return time.process_time() - started


def _fresh_peak(shared: Path, clauses: int) -> float:
    """In a process of its own, so that one size leaves nothing to another."""
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_peak, shared, clauses).result()


def _peak(shared: Path, clauses: int) -> float:
    words = _words(shared)
    forget_peak("self")
    _seconds(words, clauses)
    return peak_mb("self")


def _recall(shared: Path) -> tuple[int, int]:
    with (
        TemporaryDirectory(prefix="anyq-bench-") as folder,
        closing(fill_shelf(real_texts(shared, SAMPLE), Path(folder))) as shelf,
    ):
        wordings = Wordings(shelf)
        exact = alike_exactly([shelf.words(int(first))["hash"] for first in wordings.first])
        found = {(int(one), int(other)) for one, other in find_alike(shelf, wordings, Path(folder))}
    return len(exact), len(exact & found)


def print_overlap(figures: OverlapFigures) -> None:
    """Tables, to standard output."""
    table = Table(title=f"Overlap (aims: {GROWTH_AIM} × a doubling, memory {MEMORY_AIM} ×, recall {RECALL_AIM})")
    for heading in ("figure", "clauses", "value", "ratio"):
        table.add_column(heading, justify="left" if heading == "figure" else "right")
    for size, seconds in figures.seconds.items():
        ratio = figures.growth.get(size)
        table.add_row("processor seconds", f"{size:,}", f"{seconds:.1f}", f"{ratio:.2f}" if ratio else "")
    for size, peak in figures.peaks.items():
        ratio = figures.memory if size == max(figures.peaks) else None
        table.add_row("peak MB", f"{size:,}", f"{peak:.0f}", f"{ratio:.2f}" if ratio else "")
    table.add_row(
        "alike pairs found", f"{SAMPLE:,}", f"{figures.found:,} of {figures.alike:,}", f"{figures.recall:.4f}"
    )
    Console().print(table)
