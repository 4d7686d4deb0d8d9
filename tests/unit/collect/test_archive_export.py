"""What of a damaged archive can be exported."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kb.collect import Archive, export_warc, read_captures

BODIES = {"a.txt": b"omarta " * 40, "b.txt": b"qudyq " * 40, "c.txt": b"keme " * 40}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "archive")
    for name in BODIES:
        _add(made, name)
    (lost,) = made.entries(document="b.txt")
    file = tmp_path / "archive" / lost.file
    content = bytearray(file.read_bytes())
    content[lost.offset + lost.length // 2] ^= 0xFF
    file.write_bytes(content)
    return made


def _add(archive: Archive, name: str) -> None:
    taken = datetime(2031, 3, 1, tzinfo=UTC)
    archive.add(BODIES[name], document=name, source="documents", media_type="text/plain", taken_at=taken)


def _exported(archive: Archive) -> tuple[dict[str, bytes], list[str]]:
    damaged: list[str] = []
    data = b"".join(export_warc(archive, "out.warc.gz", damaged=damaged.append))
    return {one.document: one.body for one in read_captures(data, "out.warc.gz")}, damaged


def test_a_damaged_record_is_named_and_the_rest_is_exported(archive: Archive) -> None:
    held, damaged = _exported(archive)
    assert held == {name: body for name, body in BODIES.items() if name != "b.txt"}
    assert len(damaged) == 1
    assert damaged[0].startswith("b.txt: ")


def test_what_was_archived_again_is_exported_whole(archive: Archive) -> None:
    _add(archive, "b.txt")
    held, damaged = _exported(archive)
    assert held == BODIES
    assert damaged == []
