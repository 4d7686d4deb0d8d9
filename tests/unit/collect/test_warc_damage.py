"""WARC files of others that are damaged, cut off or made to fill the memory."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from hashlib import sha256

import pytest

from kb.collect import CollectError, read_captures

PAGE = "<!doctype html><p>Саябақ ашық</p>".encode() * 40
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MEGABYTE = 1024 * 1024


def record(content: bytes, *, kind: str = "response", length: int | None = None, more: str = "") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2031-02-03T04:05:06Z\r\nWARC-Record-ID: <urn:test:{kind}>\r\n"
        f"WARC-Target-URI: https://garden.example/1\r\n{more}Content-Type: application/http\r\n"
        f"Content-Length: {len(content) if length is None else length}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answered(body: bytes, **headers: str) -> bytes:
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return gzip.compress(record(OK + told.encode() + b"\r\n" + body))


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"%x\r\n%s\r\n%x;last\r\n%s\r\n0\r\n\r\n" % (half, body[:half], len(body) - half, body[half:])


@pytest.mark.parametrize(
    "file",
    [
        answered(flipped(gzip.compress(PAGE), -6), Content_Encoding="gzip"),
        answered(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
        answered(zlib.compress(PAGE)[:-9], Content_Encoding="deflate"),
        answered(chunked(PAGE)[:-60], Transfer_Encoding="chunked"),
        answered(chunked(PAGE)[:-5], Transfer_Encoding="Chunked"),
        answered(PAGE)[:-40],
        record(OK + b"\r\n" + PAGE, length=4000),
    ],
)
def test_a_body_that_is_damaged_or_breaks_off_is_none(file: bytes) -> None:
    with pytest.raises(CollectError, match=r"(garden\.example/1|record 1).*(damaged|breaks? off).*get the file anew"):
        list(read_captures(file, "x.warc"))


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "br"])
def test_a_header_of_a_coding_that_was_taken_off_does_no_harm(coding: str) -> None:
    [captured] = read_captures(answered(PAGE, Content_Encoding=coding, Transfer_Encoding="chunked"), "x.warc")
    assert captured.body == PAGE


def test_codings_are_known_in_any_case_of_letters() -> None:
    body = chunked(gzip.compress(PAGE))
    [captured] = read_captures(answered(body, Content_Encoding="X-GZip", Transfer_Encoding="Chunked"), "x.warc")
    assert captured.body == PAGE


def test_a_record_longer_than_it_says_hides_no_other() -> None:
    first = record(OK + b"\r\n" + PAGE, length=len(OK) + 2 + len(PAGE) - 7)
    captures = read_captures(first + record(OK + b"\r\n" + PAGE), "x.warc")
    assert next(captures).body == PAGE[:-7]
    with pytest.raises(CollectError, match=r"record 1 is damaged .*Content-Length"):
        list(captures)


@pytest.mark.parametrize("redirects", ["{{", "5", "null"])
def test_what_is_no_list_of_redirects_is_told(redirects: str) -> None:
    digest = "sha256:" + sha256(PAGE).hexdigest()
    more = f"X-Anyq-Redirects: {redirects}\r\nWARC-Payload-Digest: {digest}\r\n"
    with pytest.raises(CollectError, match="record 1 is damaged"):
        list(read_captures(record(OK + b"\r\n" + PAGE, more=more), "x.warc"))


def test_an_own_body_that_changed_on_the_way_is_told() -> None:
    more = "X-Anyq-Source: garden\r\nWARC-Payload-Digest: sha256:" + "0" * 64 + "\r\n"
    with pytest.raises(CollectError, match=r"record 1 is damaged .*digest"):
        list(read_captures(record(OK + b"\r\n" + PAGE, more=more), "x.warc"))


def endless_head() -> bytes:
    return b"WARC/1.1\r\nX-A: "


def endless_lines() -> bytes:
    return b"WARC/1.1\r\n"


def endless_answer() -> bytes:
    return record(b"HTTP/1.1 200 OK\r\nX-A: ", length=400 * MEGABYTE)[:-4]


def endless_question() -> bytes:
    return record(b"POST / HTTP/1.1\r\n\r\n", kind="request", length=400 * MEGABYTE)[:-4]


@pytest.mark.parametrize("begin", [endless_head, endless_lines, endless_answer, endless_question])
def test_a_bomb_costs_little_memory(begin: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.collect.warc_import.MAX_BODY", MEGABYTE)
    monkeypatch.setattr("kb.collect.warc_records.MAX_BODY", MEGABYTE)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(begin())
    piece = b"a: b\r\n" * 170_000
    bomb += b"".join(packer.compress(piece) for _ in range(100)) + packer.flush()
    tracemalloc.start()
    captures = read_captures(answered(PAGE) + bomb, "x.warc")
    assert next(captures).body == PAGE
    with pytest.raises(CollectError, match="record 2 is damaged"):
        next(captures)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80_000_000
