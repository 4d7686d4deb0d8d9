"""What archiving and verifying cost above plain gzip of the same bytes."""

import gzip
import os
import tempfile
import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kb.collect import Archive

NOW = datetime(2026, 11, 25, tzinfo=UTC)
LEVEL = 9  # the level that WARC records are packed with


@dataclass(frozen=True, slots=True)
class ArchiveCost:
    """Seconds for all documents: into the archive and verified there, against packed into files and unpacked."""

    documents: int
    megabytes: float
    add: float
    verify: float
    gzip: float
    gunzip: float

    @property
    def ratio(self) -> float:
        """Archive against gzip, write and verify together."""
        return (self.add + self.verify) / (self.gzip + self.gunzip)


def measure_archive(shared: Path) -> ArchiveCost:
    """The acts as they are, a document of its own each and each synced, both ways in turns."""
    bodies = [path.read_bytes() for path in sorted((shared / "data" / "acts").rglob("*.*")) if path.is_file()]
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        archive, plain = Archive(Path(folder) / "archive"), Path(folder) / "plain"
        plain.mkdir()
        add = packed = 0.0
        for number, body in enumerate(bodies):
            started = time.perf_counter()
            archive.add(body, document=f"{number}.txt", source="bench", media_type="text/plain", taken_at=NOW)
            middle = time.perf_counter()
            _pack(plain / f"{number}.gz", body)
            add, packed = add + middle - started, packed + time.perf_counter() - middle
        started = time.perf_counter()
        if problems := archive.problems():
            raise RuntimeError(f"the archive is damaged: {problems[0]}")
        middle = time.perf_counter()
        for path in plain.iterdir():
            zlib.crc32(gzip.decompress(path.read_bytes()))
        ended = time.perf_counter()
    size = sum(map(len, bodies)) / 1e6
    return ArchiveCost(len(bodies), size, add, middle - started, packed, ended - middle)


def print_archive_cost(cost: ArchiveCost) -> None:
    """The row of the table, to standard output."""
    table = Table(title=f"Archive of {cost.documents} documents, {cost.megabytes:.1f} MB, seconds")
    for heading in ("write", "gzip", "verify", "gunzip", "ratio of the sums"):
        table.add_column(heading, justify="right")
    table.add_row(*(f"{part:.2f}" for part in (cost.add, cost.gzip, cost.verify, cost.gunzip, cost.ratio)))
    Console().print(table)


def _pack(path: Path, body: bytes) -> None:
    with path.open("wb") as file:
        file.write(gzip.compress(body, LEVEL))
        file.flush()
        os.fsync(file.fileno())
