"""Media types, and the times that hosts tell."""

from datetime import UTC, datetime

import pytest

from kb.collect.fetch import FetchError
from kb.collect.fetch.media_type import media_type_of
from kb.collect.fetch.waiting import backoff, retry_after

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
HTML = b"<!DOCTYPE html><html><body>x</body></html>"


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (HTML, "text/html; charset=utf-8", "text/html"),
        (HTML, "application/pdf", "text/html"),
        (HTML, "application/json", "text/html"),
        (HTML, None, "text/html"),
        (b"<p>x</p>", "text/html", "text/html"),
        (b"<?xml version='1.0'?><html/>", "application/xhtml+xml", "text/html"),
        (b"%PDF-1.7 x", "text/html", "application/pdf"),
        (b"%PDF-1.7 x", "application/octet-stream", "application/pdf"),
        (b'{"a": 1}', "application/json;charset=UTF-8", "application/json"),
        (b'{"a": 1}', "application/problem+json", "application/problem+json"),
        (b"<rss/>", "application/rss+xml", "application/rss+xml"),
        (b"words", "application/pdf", "text/plain"),
        (b"words", "application/octet-stream", "text/plain"),
        (b"words", "TEXT/CSV", "text/csv"),
        (b"words", "", "text/plain"),
        (b"words", "nonsense", "text/plain"),
    ],
)
def test_the_content_goes_before_the_header(body: bytes, declared: str | None, expected: str) -> None:
    assert media_type_of(body, declared, url="https://a.example/x.pdf") == expected


@pytest.mark.parametrize("body", [b"", b" \r\n", b"\x00\x01\x02" * 50, b"GIF89a\x00\x01"])
def test_what_cannot_be_read_is_told_with_its_address(body: bytes) -> None:
    with pytest.raises(FetchError, match=r"https://a\.example/x") as caught:
        media_type_of(body, "text/html", url="https://a.example/x")
    assert caught.value.code == "unreadable_body"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Mon, 02 Mar 2026 06:01:30 GMT", 90.0),
        ("Mon, 02 Mar 2026 11:00:10 +0500", 10.0),
        ("Mon, 02 Mar 2026 05:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("Mon, 02 Mar", None),
    ],
)
def test_times_to_come_back(told: str | None, seconds: float | None) -> None:
    assert retry_after(told, NOW) == seconds


def test_without_a_time_the_wait_doubles_up_to_a_minute() -> None:
    assert [backoff(attempt, first=2.0) for attempt in range(1, 8)] == [2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
