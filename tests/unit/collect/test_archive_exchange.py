"""Answers of hosts in the archive: exchanges, confirmations, failures, and what other programs read of them."""

import errno
import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from kb.collect import Archive, CollectError, export_warc, read_captures
from kb.collect.exchange import Exchange
from kb.model import Language, Snapshot

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)
URL = "https://garden.example/kaz/page?x=1"
PAGE = "<!doctype html><p>Бақ ашық</p>"


def exchange(status: int = 200, *, mark: str | None = '"a1"', final_url: str = URL, **more: str) -> Exchange:
    headers = [("Content-Type", "text/html; charset=utf-8")]
    headers += [(name.replace("_", "-"), value) for name, value in more.items()]
    if mark:
        headers.append(("ETag", mark))
    return Exchange(
        url=URL,
        method="GET",
        request_headers=(("User-Agent", "test"), ("Accept", "text/html")),
        request_body=b"",
        status=status,
        headers=tuple(headers),
        final_url=final_url,
        redirects=("https://garden.example/бір",) if final_url != URL else (),
    )


def add(
    archive: Archive, text: str = PAGE, *, day: int = 0, language: Language = Language.KK, asked: Exchange | None = None
) -> Snapshot:
    return archive.add(
        text.encode(),
        document=URL,
        source="garden",
        media_type="text/html",
        taken_at=NOW + timedelta(days=day),
        language=language,
        exchange=asked or exchange(),
    )


def records(data: bytes) -> list[ArcWarcRecord]:
    found = []
    for record in ArchiveIterator(BytesIO(data)):
        record.read = record.content_stream().read()
        found.append(record)
    return found


def archived(folder: Path) -> list[ArcWarcRecord]:
    return records((folder / "00001.warc.gz").read_bytes())


def anew(folder: Path) -> Archive:
    """The archive after its catalogue was lost."""
    (folder / "catalogue.sqlite").unlink()
    return Archive(folder)


def test_an_exchange_is_a_request_and_its_response(tmp_path: Path) -> None:
    add(Archive(tmp_path), asked=exchange(Content_Encoding="gzip", Transfer_Encoding="chunked", X_Odd="a\r\nX-B: c"))
    _, request, response = archived(tmp_path)
    assert (request.rec_type, response.rec_type) == ("request", "response")
    assert request.rec_headers.get_header("WARC-Concurrent-To") == response.rec_headers.get_header("WARC-Record-ID")
    assert request.http_headers.get_header("User-Agent") == "test"
    assert response.read.decode() == PAGE
    assert response.http_headers.get_header("Content-Length") == str(len(PAGE.encode()))
    assert response.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert response.http_headers.get_header("X-B") is None


def test_what_is_known_of_a_visit_outlives_the_catalogue(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    moved = exchange(final_url="https://garden.example/жаңа", Last_Modified="Sat, 01 Mar 2031 09:00:00 GMT")
    snapshot = add(archive, asked=moved)
    first = archive.newest(URL, Language.KK)
    assert first
    assert (first.snapshot, first.status, first.etag) == (snapshot, 200, '"a1"')
    assert (first.final_url, first.redirects) == (moved.final_url, moved.redirects)
    assert first.last_modified == "Sat, 01 Mar 2031 09:00:00 GMT"
    assert anew(tmp_path).newest(URL, Language.KK) == first
    assert archive.newest(URL) is None


def test_an_unchanged_body_is_a_revisit_with_its_own_head(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive)
    add(archive, day=1, asked=exchange(mark='"b2"'))
    *_, request, revisit = archived(tmp_path)
    assert (request.rec_type, revisit.rec_type) == ("request", "revisit")
    assert revisit.rec_headers.get_header("WARC-Profile").endswith("identical-payload-digest")
    assert revisit.http_headers.get_header("ETag") == '"b2"'
    assert [one.revisit for one in archive.captures()] == [False, True]


def test_a_confirmation_is_a_later_visit_with_the_same_body(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive)
    known = archive.newest(URL, Language.KK)
    assert known
    snapshot = archive.confirm(known, taken_at=NOW + timedelta(days=3), exchange=exchange(304, mark=None))
    assert archived(tmp_path)[-1].rec_headers.get_header("WARC-Profile").endswith("server-not-modified")
    for reader in (archive, anew(tmp_path)):
        newest = reader.newest(URL, Language.KK)
        assert newest
        assert (newest.snapshot, newest.status, newest.etag) == (snapshot, 304, '"a1"')
        assert list(reader.snapshots()) == [snapshot]
        assert reader.body(snapshot.digest).decode() == PAGE


def test_a_revisit_refers_to_the_address_and_moment_of_the_record_with_the_body(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    moved = exchange(final_url="https://garden.example/kept")
    for day in (0, 1):
        add(archive, day=day, asked=moved)
    for day in (2, 3):
        known = archive.newest(URL, Language.KK)
        assert known
        archive.confirm(known, taken_at=NOW + timedelta(days=day), exchange=exchange(304))
    exported = records(b"".join(export_warc(archive, "out.warc.gz", damaged=pytest.fail)))
    for visits in (archived(tmp_path), exported):
        first, *later = [one.rec_headers for one in visits if one.rec_type in ("response", "revisit")]
        assert len(later) == 3
        for visit in later:
            assert visit.get_header("WARC-Refers-To-Target-URI") == first.get_header("WARC-Target-URI")
            assert visit.get_header("WARC-Refers-To-Date") == first.get_header("WARC-Date")


def test_a_failure_says_that_its_body_is_left_out(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive)
    archive.note_failure(document=URL, source="garden", language=None, taken_at=NOW, exchange=exchange(404))
    marks = [one.rec_headers.get_header("WARC-Truncated") for one in archived(tmp_path)]
    assert marks == [None, None, None, None, "unspecified"]


def test_a_failure_is_kept_and_is_no_document(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    good = add(archive)
    archive.note_failure(
        document=URL, source="garden", language=Language.KK, taken_at=NOW + timedelta(days=1), exchange=exchange(404)
    )
    for reader in (archive, anew(tmp_path)):
        assert list(reader.snapshots()) == [good]
        newest = reader.newest(URL, Language.KK)
        assert newest
        assert newest.snapshot == good
        assert [(one.status, one.failure) for one in reader.captures(document=URL)] == [(200, False), (404, True)]
        assert reader.problems() == []


def test_languages_at_one_address_and_listings_stand_apart(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    kazakh = add(archive)
    russian = add(archive, PAGE.replace("Бақ ашық", "Сад открыт"), language=Language.RU)
    listing = archive.add(
        b"list", document="list", source="garden", media_type="text/plain", taken_at=NOW, listing=True
    )
    assert list(archive.snapshots()) == [kazakh, russian]
    assert list(anew(tmp_path).snapshots(listing=True)) == [listing]


def test_a_visit_cut_anywhere_counts_whole_or_not_at_all(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "whole")
    add(archive)
    before = (tmp_path / "whole" / "00001.warc.gz").read_bytes()
    add(archive, "<p>басқа</p>", day=1)
    after = (tmp_path / "whole" / "00001.warc.gz").read_bytes()
    request_end = list(archive.entries())[1].offset
    for cut in {*range(len(before), len(after), 61), request_end, len(after) - 1}:
        folder = tmp_path / str(cut)
        folder.mkdir()
        (folder / "00001.warc.gz").write_bytes(after[:cut])
        assert len(list(Archive(folder).captures())) == 1
        add(Archive(folder), "<p>үшінші</p>", day=2)
        assert len(list(anew(folder).captures())) == 2


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(tmp_path)
    add(archive)
    before = (tmp_path / "00001.warc.gz").read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CollectError, match="No space left"):
            add(archive, "<p>басқа</p>", day=1)
    assert (tmp_path / "00001.warc.gz").read_bytes() == before
    assert len(list(archive.captures())) == 1
    assert archive.problems() == []


def test_a_folder_that_may_only_be_read_is_read_without_its_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = add(Archive(tmp_path))
    (tmp_path / "catalogue.sqlite").unlink()
    reader = Archive(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(reader._lock, "acquire", refuse)
    assert list(reader.snapshots()) == [snapshot]
    assert reader.body(snapshot.digest).decode() == PAGE
    assert not (tmp_path / "catalogue.sqlite").exists()
    assert list(Archive(tmp_path).snapshots()) == [snapshot]
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as catalogue:
        catalogue.execute("DROP TABLE captures")
    unfit = Archive(tmp_path)
    monkeypatch.setattr(unfit._lock, "acquire", refuse)
    assert list(unfit.snapshots()) == [snapshot]


def test_an_export_is_read_again_with_all_visits(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add(archive, asked=exchange(final_url="https://garden.example/жаңа"))
    add(archive, "<!doctype html><p>басқа</p>", day=1)
    add(archive, day=2)
    known = archive.newest(URL, Language.KK)
    assert known
    archive.confirm(known, taken_at=NOW + timedelta(days=3), exchange=exchange(304))
    data = b"".join(export_warc(archive, "out.warc.gz", damaged=pytest.fail))
    assert [one.rec_type for one in records(data)[2::2]] == ["response", "response", "revisit", "revisit"]
    again = list(read_captures(data, "out.warc.gz"))
    visits = list(archive.captures())
    assert [(one.document, one.language, one.taken_at, one.source) for one in again] == [
        (one.snapshot.document, one.snapshot.language, one.snapshot.taken_at, "garden") for one in visits
    ]
    assert [one.body for one in again] == [archive.body(one.snapshot.digest) for one in visits]
    assert again[0].exchange
    assert again[0].exchange.final_url == "https://garden.example/жаңа"
    assert ("User-Agent", "test") in again[0].exchange.request_headers
    assert {one.exchange.method for one in again if one.exchange} == {"GET"}
    late = records(b"".join(export_warc(archive, "out.warc.gz", damaged=pytest.fail, since=date(2031, 3, 3))))
    assert [one.rec_type for one in late] == ["warcinfo", "request", "response", "request", "revisit"]
    assert late[2].read.decode() == PAGE
