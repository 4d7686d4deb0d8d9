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
    with pytest.raises(CollectError, match=r"x\.warc: damaged after 1 documents"):
        list(read_captures(whole + b"WARC but not really\r\n\r\n", "x.warc"))


def test_unusable_body_inside_is_named() -> None:
    with pytest.raises(CollectError, match=r"https://example\.org/1"):
        list(read_captures(warc(("response", "https://example.org/1", b"\0\1" * 99, "200 OK")), "x.warc"))
