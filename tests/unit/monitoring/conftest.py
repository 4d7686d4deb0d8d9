"""A base of waves, and files of answers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kb.monitoring import ImportReport, WaveStore, import_wave

HEAD = {
    "id": "ulgi-2025", "year": 2025, "organisation": "Үлгі", "method": "mass_survey", "since": "2025-08-01",
    "until": "2025-10-01",
}  # fmt: skip
SERVICES = ("s-1", "s-2", "s-3")

Bring = Callable[..., ImportReport]
Written = Callable[[str, str | bytes], Path]


@pytest.fixture
def store(tmp_path: Path) -> WaveStore:
    return WaveStore(tmp_path / "home" / "monitoring")


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a file and gives its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def bring(store: WaveStore) -> Bring:
    """Imports files of one wave into the base."""

    def import_files(*files: Path, head: dict[str, Any] | None = HEAD, replace: bool = False) -> ImportReport:
        return import_wave(store, files, services=SERVICES, head=head, replace=replace)

    return import_files


def table(heading: str, *rows: Sequence[object] | str) -> str:
    """A CSV with this heading."""
    lines = [row if isinstance(row, str) else ",".join(map(str, row)) for row in rows]
    return "\n".join((heading, *lines, ""))
