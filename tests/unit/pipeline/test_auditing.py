import os
from pathlib import Path

import pytest

import kb.collect.audit
from kb.collect.archive_file import read_archive_file
from kb.model import Issue
from kb.pipeline import Home, build_base
from kb.pipeline.auditing import find_build_issues


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the archive files that an audit read."""
    names: list[str] = []

    def spy(path: Path, *, end: int) -> object:
        names.append(path.name)
        return read_archive_file(path, end=end)

    monkeypatch.setattr(kb.collect.audit, "read_archive_file", spy)
    return names


def issues(home: Home, *, full: bool = False) -> tuple[Issue, ...]:
    store = home.store()
    try:
        with store.write() as base:
            return find_build_issues(base, home.archive(), full=full)
    finally:
        store.close()


def test_a_build_reads_an_archive_file_again_only_when_it_changed(built: Home, read: list[str]) -> None:
    build_base(built)
    assert read == []
    path = built.folder / "archive" / "00001.warc.gz"
    os.utime(path, ns=(1, 1))
    build_base(built)
    assert read == [path.name]


def test_on_demand_all_is_read_and_what_was_found_is_told_again(built: Home, read: list[str]) -> None:
    path = built.folder / "archive" / "00001.warc.gz"
    state = path.stat()
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 0xFF
    path.write_bytes(body)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert issues(built) == ()
    assert read == []
    found = issues(built, full=True)
    assert read == [path.name]
    assert {one.code for one in found} == {"archive_damage"}
    assert issues(built) == found


def test_a_full_build_reads_all_of_the_archive(built: Home, read: list[str]) -> None:
    build_base(built, full=True)
    assert read == ["00001.warc.gz"]
