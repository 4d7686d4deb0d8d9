"""Extraction, clauses → statements: MB of text a minute on one core, by kind of text and by its length."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

import scrapers
from bench.extraction_texts import make_act, make_report
from kb.extract import extract_document
from kb.model import Document, Snapshot
from kb.read import Head
from tests.real.act_file import read_act

AIM = 20.0  # MB a minute
GROWTH = 1.3  # how far the rates of one kind of text may lie apart
LENGTHS = (1, 4, 16)
ROUNDS = 3
SEED = 20261126
# The kinds of text that are made, their names as files, and how many sections or services the shortest has.
KINDS: dict[str, tuple[Callable[[int, random.Random], str], str, int]] = {
    "report": (make_report, "report.txt", 40),
    "act": (make_act, "acts/999000000000-bench/2031/0409-bench-1/rus.md", 16),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Processor seconds for so many bytes of text; `times` its length as a multiple of the shortest of its kind."""

    kind: str
    times: int
    size: int
    statements: int
    seconds: float

    @property
    def mb_a_minute(self) -> float:
        """MB of text a minute of processor time."""
        return self.size / self.seconds * 60 / 1_000_000


def measure_extraction(shared: Path) -> list[Rate]:
    """The largest seed document, the real acts together, and each kind of made text at each length; what is compiled
    and loaded once is not counted."""
    seed = max((shared / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)
    report = _read(seed.name, seed.read_bytes())
    extract_document(report)
    acts = [read_act(path) for path in sorted((shared / "data" / "acts").rglob("*.md"))]
    for act in acts:
        extract_document(act)
    return [_rate("document 001", 1, [report]), _rate("real acts", 1, acts), *_made()]


def spread(rates: list[Rate]) -> dict[str, float]:
    """By kind that was measured at several lengths: the highest rate as a multiple of the lowest."""
    of_kind = {kind: [one.mb_a_minute for one in rates if one.kind == kind] for kind in KINDS}
    return {kind: max(found) / min(found) for kind, found in of_kind.items()}


def holds(rates: list[Rate]) -> bool:
    """Whether every text is read at 20 MB a minute, and long ones as fast as short ones."""
    fast = all(one.mb_a_minute >= AIM for one in rates)
    return fast and all(ratio <= GROWTH for ratio in spread(rates).values())


def print_extraction(rates: list[Rate]) -> None:
    """A table, to standard output."""
    apart = spread(rates)
    table = Table(title=f"Extraction on one core (aim: {AIM:.0f} MB/min, rates by length within {GROWTH})")
    for heading in ("text", "length", "MB", "statements", "seconds", "MB/min", "aim holds", "rates apart"):
        table.add_column(heading, justify="left" if heading == "text" else "right")
    for one in rates:
        table.add_row(
            one.kind,
            f"{one.times} ×",
            f"{one.size / 1_000_000:.2f}",
            f"{one.statements:,}",
            f"{one.seconds:.2f}",
            f"{one.mb_a_minute:.1f}",
            "yes" if one.mb_a_minute >= AIM else "NO",
            f"{apart[one.kind]:.2f}" if one.times == max(LENGTHS) else "",
        )
    Console().print(table)


def _made() -> Iterator[Rate]:
    for kind, (make, name, shortest) in KINDS.items():
        for times in LENGTHS:
            dice = random.Random(SEED)  # noqa: S311  the same text on every run
            document = _read(name, make(shortest * times, dice).encode())
            if document.layout != kind:
                raise RuntimeError(f"the text made as a {kind} is read as {document.layout}")
            yield _rate(kind, times, [document])


def _rate(kind: str, times: int, documents: list[Document]) -> Rate:
    seconds, statements = [], 0
    for _ in range(ROUNDS if times == 1 else 1):
        started = time.process_time()
        statements = sum(len(extract_document(document).statements) for document in documents)
        seconds.append(time.process_time() - started)
    size = sum(len(document.text.encode()) for document in documents)
    return Rate(kind=kind, times=times, size=size, statements=statements, seconds=statistics.median(seconds))


def _read(name: str, body: bytes) -> Document:
    """The body in clauses, by the source that knows it."""
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    source = scrapers.recognise(Head.of(body, media_type=media_type, document=name))
    snapshot = Snapshot(
        digest="sha256:0",
        document=name,
        source=source.SOURCE.id,
        media_type=media_type,
        taken_at=datetime(2031, 4, 9, tzinfo=UTC),
        size=len(body),
    )
    return source.read(snapshot, body, lambda _pattern: {})
