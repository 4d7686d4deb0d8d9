"""A damaged body is brought back by archiving it again."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from kb.collect import Archive, CollectError
from kb.model import Snapshot

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def add(archive: Archive, text: str, document: str, day: int = 0) -> Snapshot:
    return archive.add(
        text.encode(),
        document=document,
        source="documents",
        media_type="text/plain",
        taken_at=NOW + timedelta(days=day),
    )


def damage(folder: Path, number: int) -> None:
    """One byte in the middle of the record that was written as the `number`th."""
    entry = sorted(Archive(folder).entries(), key=lambda one: one.place)[number]
    path = folder / entry.file
    data = bytearray(path.read_bytes())
    data[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(data)


def kinds(folder: Path) -> list[str]:
    entries = sorted(Archive(folder).entries(), key=lambda one: one.place)
    return ["revisit" if one.capture.revisit else "resource" for one in entries]


def filled(tmp_path: Path) -> tuple[Archive, list[str]]:
    archive = Archive(tmp_path)
    texts = [f"мәтін {number} " * 50 for number in range(3)]
    for number, text in enumerate(texts):
        add(archive, text, f"{number}.txt")
    return archive, texts


def test_damaged_body_that_comes_again_is_written_whole(tmp_path: Path) -> None:
    archive, texts = filled(tmp_path)
    damage(tmp_path, 1)
    with pytest.raises(CollectError, match=r"1\.txt.*import it again"):
        archive.body(list(archive.snapshots())[1].digest)
    again = add(archive, texts[1], "1.txt", day=1)
    assert kinds(tmp_path) == ["resource"] * 4
    for reader in (archive, Archive(tmp_path)):
        assert [reader.body(one.digest).decode() for one in reader.snapshots()] == texts
        assert reader.snapshot(again.digest).taken_at == NOW
        assert reader.problems() == []
    assert add(archive, texts[1], "1.txt", day=2) in archive.snapshots()
    assert kinds(tmp_path)[-1] == "revisit"


def test_revisit_refers_to_the_record_that_can_be_read(tmp_path: Path) -> None:
    archive, texts = filled(tmp_path)
    damage(tmp_path, 1)
    add(archive, texts[1], "1.txt", day=1)
    add(archive, texts[1], "copy.txt", day=2)
    [path] = tmp_path.glob("*.warc.gz")
    revisit = list(archive.entries())[-1]
    member = BytesIO(path.read_bytes()[revisit.offset :])
    headers = next(iter(ArchiveIterator(member))).rec_headers
    assert headers.get_header("WARC-Refers-To-Date").startswith("2026-03-02")


def test_damage_is_told_until_the_document_that_had_the_body_has_it_again(tmp_path: Path) -> None:
    archive, texts = filled(tmp_path)
    damage(tmp_path, 1)
    assert any("1.txt" in line for line in archive.problems())
    add(archive, texts[1], "copy.txt", day=1)
    assert archive.body(list(archive.snapshots())[1].digest).decode() == texts[1]
    assert any("1.txt" in line for line in archive.problems())
    add(archive, texts[1], "1.txt", day=2)
    assert archive.problems() == []


def test_all_records_of_a_body_may_be_damaged(tmp_path: Path) -> None:
    archive, texts = filled(tmp_path)
    damage(tmp_path, 0)
    digest = add(archive, texts[0], "0.txt", day=1).digest
    damage(tmp_path, 3)
    with pytest.raises(CollectError, match="import it again"):
        archive.body(digest)
    add(archive, texts[0], "0.txt", day=2)
    assert archive.body(digest).decode() == texts[0]
    assert archive.problems() == []
