import tracemalloc
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kb.collect import CollectError, read_captures

PAGE = "<!doctype html><p>Саябақ ашық</p>".encode()


def warc(*records: tuple[str, str, bytes, str | None], gzip: bool = True) -> bytes:
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    for kind, uri, body, status in records:
        headers = (
            StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1") if status else None
        )
        writer.write_record(
            writer.create_warc_record(
                uri,
                kind,
                payload=BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2025-02-03T04:05:06Z"},
            )
        )
    return buffer.getvalue()


@pytest.mark.parametrize("gzip", [True, False])
def test_responses_and_resources_are_taken(gzip: bool) -> None:
    body = warc(
        ("response", "https://example.org/1", PAGE, "200 OK"),
        ("response", "https://example.org/2", b"gone", "404 Not Found"),
        ("resource", "file:%D0%B0/note.txt", "мәтін".encode(), None),
        gzip=gzip,
    )
    first, second = read_captures(body, "x.warc")
    assert (first.document, first.body, first.media_type) == ("https://example.org/1", PAGE, "text/html")
    assert first.taken_at == datetime(2025, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert (second.document, second.media_type) == ("а/note.txt", "text/plain")


def test_warc_without_documents_is_an_error() -> None:
    with pytest.raises(CollectError, match=r"x\.warc: no response or resource"):
        list(read_captures(warc(("response", "https://example.org", b"x", "500 Error")), "x.warc"))


def test_damaged_warc_names_what_was_still_read() -> None:
    whole = warc(("response", "https://example.org/1", PAGE, "200 OK"), gzip=False)
    with pytest.raises(CollectError, match=r"x\.warc: record 2 is damaged"):
        list(read_captures(whole + b"WARC but not really\r\n\r\n", "x.warc"))


def test_unusable_body_inside_is_named() -> None:
    with pytest.raises(CollectError, match=r"https://example\.org/1"):
        list(read_captures(warc(("response", "https://example.org/1", b"\0\1" * 99, "200 OK")), "x.warc"))


def nameless(kind: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2025-02-03T04:05:06Z\r\n"
    head += f"Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("kind", ["response", "resource"])
def test_record_without_an_address_is_named_by_its_number(kind: str) -> None:
    body = warc(("response", "https://example.org/1", PAGE, "200 OK"), gzip=False) + nameless(kind)
    captures = read_captures(body, "x.warc")
    assert next(captures).document == "https://example.org/1"
    with pytest.raises(CollectError, match=r"x\.warc: record 2 has no WARC-Target-URI"):
        next(captures)


def test_captures_come_one_by_one() -> None:
    body = warc(
        ("response", "https://example.org/1", PAGE, "200 OK"),
        ("response", "https://example.org/2", b"\0\1" * 99, "200 OK"),
    )
    captures = read_captures(body, "x.warc")
    assert next(captures).body == PAGE
    with pytest.raises(CollectError, match=r"https://example\.org/2"):
        next(captures)


def coded(body: bytes, *, coding: str | None = None, chunked: bool = False) -> bytes:
    """A WARC file with one response whose body has the codings of its transfer."""
    headers = [("Content-Type", "text/html")]
    if coding:
        body = zlib.compress(body, wbits=31 if coding == "gzip" else 15)
        headers.append(("Content-Encoding", coding))
    if chunked:
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        headers.append(("Transfer-Encoding", "chunked"))
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    http = StatusAndHeaders("200 OK", headers, "HTTP/1.1")
    record = writer.create_warc_record("https://example.org/1", "response", payload=BytesIO(body), http_headers=http)
    writer.write_record(record)
    return buffer.getvalue()


@pytest.mark.parametrize("coding", [None, "gzip", "deflate"])
@pytest.mark.parametrize("chunked", [False, True])
def test_codings_of_the_transfer_are_taken_off(coding: str | None, chunked: bool) -> None:
    [captured] = read_captures(coded(PAGE, coding=coding, chunked=chunked), "x.warc")
    assert captured.body == PAGE


@pytest.mark.parametrize("coding", [None, "gzip"])
@pytest.mark.parametrize("chunked", [False, True])
def test_no_more_of_a_record_is_read_than_shows_that_it_is_too_large(
    coding: str | None, chunked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.collect.archive_body.MAX_BODY", 100_000)
    monkeypatch.setattr("kb.collect.warc_records.MAX_BODY", 100_000)
    monkeypatch.setattr("kb.collect.body.MAX_BODY", 100_000)
    body = coded(b"<!doctype html><p>" + b"a" * 100_000_000, coding=coding, chunked=chunked)
    tracemalloc.start()
    with pytest.raises(CollectError, match=r"example\.org/1: 100001 bytes, the limit is"):
        list(read_captures(body, "x.warc"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000
