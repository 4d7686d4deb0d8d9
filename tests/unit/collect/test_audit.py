"""Archive files are read again when they changed, and all of them on demand."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kb.collect.archive
import kb.collect.audit
from kb.collect import Archive
from kb.collect.archive_file import read_archive_file


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr(kb.collect.archive, "FILE_LIMIT", 1)
    archive = Archive(tmp_path)
    for number in range(4):
        add(archive, number)
    assert len(list(tmp_path.glob("*.warc.gz"))) > 2
    return archive


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that an audit read."""
    names: list[str] = []

    def spy(path: Path, *, end: int) -> object:
        names.append(path.name)
        return read_archive_file(path, end=end)

    monkeypatch.setattr(kb.collect.audit, "read_archive_file", spy)
    return names


def add(archive: Archive, number: int) -> None:
    archive.add(
        f"мәтін {number}".encode(),
        document=f"{number}.txt",
        source="documents",
        media_type="text/plain",
        taken_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


def flip(path: Path, *, keep_time: bool = False) -> None:
    state = path.stat()
    data = bytearray(path.read_bytes())
    data[-40] ^= 0xFF
    path.write_bytes(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + (0 if keep_time else 1)))


def test_a_file_that_did_not_change_is_read_once(archive: Archive, read: list[str], tmp_path: Path) -> None:
    files = sorted(path.name for path in tmp_path.glob("*.warc.gz"))
    assert archive.problems(full=False) == []
    assert read == files
    read.clear()
    assert Archive(tmp_path).problems(full=False) == []
    assert read == []
    add(archive, 9)
    archive.problems(full=False)
    assert set(read) == {max(path.name for path in tmp_path.glob("*.warc.gz"))}


def test_damage_that_changes_the_time_is_found_and_told_again(
    archive: Archive, read: list[str], tmp_path: Path
) -> None:
    archive.problems(full=False)
    flip(tmp_path / "00001.warc.gz")
    read.clear()
    first = archive.problems(full=False)
    assert read == ["00001.warc.gz"]
    assert any("damaged" in line for line in first)
    assert Archive(tmp_path).problems(full=False) == first
    assert read == ["00001.warc.gz"]


def test_damage_that_leaves_no_trace_is_found_by_a_full_audit(archive: Archive, tmp_path: Path) -> None:
    archive.problems(full=False)
    flip(tmp_path / "00001.warc.gz", keep_time=True)
    assert archive.problems(full=False) == []
    found = archive.problems()
    assert found
    assert archive.problems(full=False) == found


@pytest.mark.parametrize("text", ["", "{", "[]", '{"00001.warc.gz": {}}', '{"00001.warc.gz": 1}'])
def test_the_memory_can_be_thrown_away_or_damaged(archive: Archive, read: list[str], tmp_path: Path, text: str) -> None:
    archive.problems(full=False)
    (tmp_path / "audit.json").write_text(text, encoding="utf-8")
    read.clear()
    assert archive.problems(full=False) == []
    assert len(read) == len(list(tmp_path.glob("*.warc.gz")))


def test_an_entry_of_the_index_that_leads_nowhere_is_told_until_it_is_gone(archive: Archive, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None)) as catalogue:
        catalogue.execute("UPDATE captures SET offset = offset - 1 WHERE file = '00001.warc.gz'")
        for _ in range(2):
            assert any("delete catalogue.sqlite" in line for line in Archive(tmp_path).problems(full=False))
    (tmp_path / "catalogue.sqlite").unlink()
    assert Archive(tmp_path).problems(full=False) == []


def test_a_record_that_the_index_does_not_name_is_told_until_the_index_is_made_again(
    archive: Archive, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None)) as catalogue:
        catalogue.execute("DELETE FROM captures WHERE document = '2.txt'")
    assert any("does not name" in line for line in Archive(tmp_path).problems(full=False))
    (tmp_path / "catalogue.sqlite").unlink()
    assert Archive(tmp_path).problems(full=False) == []
    assert len(list(Archive(tmp_path).snapshots())) == 4


def test_what_a_writer_is_at_is_no_damage(archive: Archive, tmp_path: Path) -> None:
    last = max(tmp_path.glob("*.warc.gz"))

    def write_half(done: int, _files: int, _name: str) -> None:
        if not done:
            last.write_bytes(last.read_bytes() + b"\x1f\x8b\x08 half of a record")

    assert archive.damage(progress=write_half) == []
    assert archive.problems() != []
