"""What archiving and verifying cost above plain gzip of the same bytes."""

import gzip
import os
import tempfile
import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kb.collect import Archive

DOCUMENTS = 400
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
    paths = sorted((shared / "data" / "acts").rglob("*.md"))
    bodies = [path.read_bytes() for path in paths][:DOCUMENTS]
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        archive, plain = Archive(Path(folder) / "archive"), Path(folder) / "plain"
        plain.mkdir()
        add = packed = 0.0
        for number, body in enumerate(bodies):
            started = time.perf_counter()
            archive.add(body, document=f"{number}.md", source="bench", media_type="text/markdown", taken_at=NOW)
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


def _pack(path: Path, body: bytes) -> None:
    with path.open("wb") as file:
        file.write(gzip.compress(body, LEVEL))
        file.flush()
        os.fsync(file.fileno())
