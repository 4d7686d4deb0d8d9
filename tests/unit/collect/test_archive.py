import multiprocessing
import os
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from warcio.archiveiterator import ArchiveIterator

import kb.collect.archive
from kb.collect import Archive, CollectError
from kb.model import Language, Snapshot

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def add(archive: Archive, text: str, document: str = "парк/ереже.txt", day: int = 0, **more: Any) -> Snapshot:
    return archive.add(
        text.encode(),
        document=document,
        source=str(more.pop("source", "documents")),
        media_type="text/plain",
        taken_at=NOW + timedelta(days=day),
        **more,
    )


def warc_records(folder: Path) -> list[tuple[str, str | None, bytes]]:
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        for record in ArchiveIterator(BytesIO(path.read_bytes())):
            document = record.rec_headers.get_header("X-Anyq-Document")
            found.append((record.rec_type, document, record.content_stream().read()))
    return found


def test_body_comes_back_with_what_is_known_of_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    snapshot = add(archive, "сәлем", language=Language.KK, sample=True)
    assert list(archive.snapshots()) == [snapshot]
    assert Archive(tmp_path).snapshot(snapshot.digest) == snapshot
    assert Archive(tmp_path).body(snapshot.digest) == "сәлем".encode()
    assert snapshot.digest.startswith("sha256:")
    assert (snapshot.size, snapshot.language, snapshot.sample) == (10, Language.KK, True)


def test_unchanged_body_is_a_revisit_and_not_stored_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive, "сәлем")
    again = add(archive, "сәлем", day=1)
    kinds = [kind for kind, _, _ in warc_records(tmp_path)]
    assert kinds == ["warcinfo", "resource", "revisit"]
    assert list(archive.snapshots()) == [again]
    assert archive.body(again.digest) == "сәлем".encode()


def test_any_warc_reader_reads_the_files(tmp_path: Path) -> None:
    add(Archive(tmp_path), "сәлем", document="https://example.org/a?b=ж&c=1")
    [_, (kind, document, body)] = warc_records(tmp_path)
    assert (kind, document, body.decode()) == ("resource", "https://example.org/a?b=%D0%B6&c=1", "сәлем")


def test_newest_of_each_document_and_language(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive, "бірінші", document="https://example.org/doc", language=Language.KK)
    newer = add(archive, "екінші", document="https://example.org/doc", language=Language.KK, day=2)
    russian = add(archive, "первый", document="https://example.org/doc", language=Language.RU, source="zan")
    assert list(archive.snapshots()) == [newer, russian]
    assert list(archive.snapshots("zan")) == [russian]


def test_index_can_be_thrown_away_or_damaged(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(5):
        add(archive, f"мәтін {number}", document=f"{number}.txt")
    expected = list(archive.snapshots())
    index = tmp_path / "catalogue.sqlite"
    whole = index.read_bytes()
    for damage in (b"", b"{", whole[:5000], whole[:4096] + bytes(len(whole) - 4096), "индекс емес\n".encode() * 999):
        index.write_bytes(damage)
        assert list(Archive(tmp_path).snapshots()) == expected
    index.unlink()
    assert list(Archive(tmp_path).snapshots()) == expected
    last = add(Archive(tmp_path), "тағы", document="6.txt")
    assert list(Archive(tmp_path).snapshots()) == [*expected, last]


def test_a_table_of_somebody_else_is_no_catalogue(tmp_path: Path) -> None:
    expected = add(Archive(tmp_path), "мәтін")
    (tmp_path / "catalogue.sqlite").unlink()
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as other:
        other.execute("CREATE TABLE captures (name TEXT)")
    assert list(Archive(tmp_path).snapshots()) == [expected]


def test_an_archive_with_the_index_of_an_earlier_version_opens(tmp_path: Path) -> None:
    expected = add(Archive(tmp_path), "мәтін")
    (tmp_path / "catalogue.sqlite").unlink()
    (tmp_path / "index.jsonl").write_text('{"file": "00001.warc.gz"}\n', encoding="utf-8")
    assert list(Archive(tmp_path).snapshots()) == [expected]


def test_torn_tail_is_named_and_writing_goes_on_in_a_new_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = add(archive, "бірінші", document="1.txt")
    whole = (tmp_path / "00001.warc.gz").read_bytes()
    add(archive, "екінші", document="2.txt")
    torn = (tmp_path / "00001.warc.gz").read_bytes()
    for cut in range(len(whole) + 1, len(torn), 37):
        for path in tmp_path.iterdir():
            path.unlink()
        (tmp_path / "00001.warc.gz").write_bytes(torn[:cut])
        reopened = Archive(tmp_path)
        assert list(reopened.snapshots()) == [first]
        [problem] = reopened.problems()
        assert "00001.warc.gz: a torn record at its end" in problem
        third = add(reopened, "үшінші", document="3.txt")
        assert (tmp_path / "00002.warc.gz").exists()
        assert list(Archive(tmp_path).snapshots()) == [first, third]
        assert (tmp_path / "00001.warc.gz").read_bytes() == torn[:cut]


def test_damage_in_the_middle_hides_one_record_only(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    snapshots = [add(archive, f"мәтін {number} " * 50, document=f"{number}.txt") for number in range(3)]
    entry = list(archive.entries())[1]
    data = bytearray((tmp_path / "00001.warc.gz").read_bytes())
    data[entry.offset + entry.length // 2] ^= 0xFF
    (tmp_path / "00001.warc.gz").write_bytes(data)
    reopened = Archive(tmp_path)
    assert reopened.body(snapshots[2].digest).decode().startswith("мәтін 2")
    with pytest.raises(CollectError, match=r"1\.txt"):
        reopened.body(snapshots[1].digest)
    assert any("1.txt" in problem for problem in reopened.problems())
    (tmp_path / "catalogue.sqlite").unlink()
    assert list(Archive(tmp_path).snapshots()) == [snapshots[0], snapshots[2]]


def test_whole_archive_has_no_problems(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive, "бірінші")
    add(archive, "бірінші", day=1)
    assert archive.problems() == []


def test_full_file_gives_way_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kb.collect.archive, "FILE_LIMIT", 700)
    archive = Archive(tmp_path)
    snapshots = [add(archive, f"мәтін {number}", document=f"{number}.txt") for number in range(4)]
    assert len(list(tmp_path.glob("*.warc.gz"))) > 1
    assert list(Archive(tmp_path).snapshots()) == snapshots


def test_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kb.collect.archive, "LOCK_SECONDS", 0.2)
    archive = Archive(tmp_path)
    with FileLock(tmp_path / "archive.lock"), pytest.raises(CollectError, match="another import is writing"):
        add(archive, "сәлем")


def test_reader_sees_what_another_writer_added(tmp_path: Path) -> None:
    reader, writer = Archive(tmp_path), Archive(tmp_path)
    first = add(writer, "бірінші", document="1.txt")
    assert list(reader.snapshots()) == [first]
    second = add(reader, "екінші", document="2.txt")
    assert list(writer.snapshots()) == [first, second]


def _write_many(folder: Path, name: str, count: int) -> None:
    archive = Archive(folder)
    for number in range(count):
        add(archive, f"{name} {number}", document=f"{name}/{number}.txt")


def _write_forever(folder: Path) -> None:
    _write_many(folder, "kill", 1_000_000)


def test_two_writers_do_not_interleave(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(tmp_path, name, 15)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    archive = Archive(tmp_path)
    assert len(list(archive.snapshots())) == 30
    assert archive.problems() == []


def test_killed_writer_loses_nothing_that_was_added(tmp_path: Path) -> None:
    writer = multiprocessing.get_context("spawn").Process(target=_write_forever, args=(tmp_path,))
    writer.start()
    try:
        archive = Archive(tmp_path)
        while writer.is_alive() and len(list(archive.snapshots())) < 20:
            pass
        before = list(archive.snapshots())
    finally:
        assert writer.pid
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    reopened = Archive(tmp_path)
    assert len(before) >= 20
    assert set(before) <= set(reopened.snapshots())
    for snapshot in reopened.snapshots():
        assert reopened.body(snapshot.digest).startswith(b"kill")
    added = add(reopened, "кейін", document="after.txt")
    assert added in Archive(tmp_path).snapshots()


def test_unknown_digest_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="no body with digest"):
        Archive(tmp_path).body("sha256:0")


def test_moment_needs_its_zone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Archive(tmp_path).add(
            b"x",
            document="x",
            source="s",
            media_type="text/plain",
            taken_at=datetime(2026, 1, 1),  # noqa: DTZ001
        )


def test_archive_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CollectError, match="cannot be kept here"):
        Archive(tmp_path / "file")


def test_a_name_that_is_no_text_is_told_with_what_to_do(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with pytest.raises(CollectError, match=r"'\\udcf0\.txt': the name is not UTF-8; rename the file"):
        add(archive, "сәлем", "\udcf0.txt")
    assert list(archive.captures()) == []
    assert archive.problems() == []
