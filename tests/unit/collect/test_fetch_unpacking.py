"""Bodies are unpacked in pieces, under a ceiling."""

import gzip
import zlib
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from kb.collect.fetch import FetchError, FetchSettings
from kb.collect.fetch.unpacking import read_body

TEXT = "Тарақты беру тәртібі. ".encode() * 5_000
RAW_DEFLATE = zlib.compressobj(wbits=-15)
RAW = RAW_DEFLATE.compress(TEXT) + RAW_DEFLATE.flush()


class _Pieces(httpx2.SyncByteStream):
    def __init__(self, body: bytes, size: int) -> None:
        self._body = body
        self._size = size
        self.sent = 0

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._body), self._size):
            self.sent += 1
            yield self._body[start : start + self._size]


def _read(
    body: bytes, encoding: str | None, *, size: int = 1000, start_only: int | None = None, **limits: Any
) -> bytes:
    response = httpx2.Response(
        200, headers={"Content-Encoding": encoding} if encoding else {}, stream=_Pieces(body, size)
    )
    settings = FetchSettings(**limits)
    return read_body(response, settings=settings, url="https://a.example/", start_only=start_only)


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
@pytest.mark.parametrize(
    ("body", "encoding", "expected"),
    [
        (TEXT[:9000], None, TEXT[:9000]),
        (TEXT[:9000], "identity", TEXT[:9000]),
        (gzip.compress(TEXT), "gzip", TEXT),
        (gzip.compress(TEXT), " X-GZIP ", TEXT),
        (gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), "gzip", TEXT),
        (gzip.compress(TEXT) + b"\0" * 40, "gzip", TEXT),
        (gzip.compress(b" " * 65536 * 3), "gzip", b" " * 65536 * 3),
        (zlib.compress(TEXT), "deflate", TEXT),
        (RAW, "deflate", TEXT),
        (b"", "gzip", b""),
    ],
    ids=["plain", "identity", "gzip", "x-gzip", "members", "padding", "blanks", "deflate", "raw deflate", "nothing"],
)
def test_every_accepted_packing_is_unpacked(body: bytes, encoding: str | None, expected: bytes, size: int) -> None:
    assert _read(body, encoding, size=size) == expected


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip"])
def test_other_packings_are_refused(encoding: str) -> None:
    with pytest.raises(FetchError) as caught:
        _read(TEXT, encoding)
    assert caught.value.code == "bad_encoding"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(TEXT)[:-20], "gzip"),
        (zlib.compress(TEXT)[:-20], "deflate"),
        (RAW[:-20], "deflate"),
        (b"no gzip at all", "gzip"),
        (gzip.compress(TEXT)[:50] + b"damage" + gzip.compress(TEXT)[56:], "gzip"),
    ],
)
def test_damaged_packings_may_pass(body: bytes, encoding: str) -> None:
    with pytest.raises(FetchError) as caught:
        _read(body, encoding)
    assert caught.value.code == "incomplete_body"
    assert caught.value.passing


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_left_after_the_first_pieces(encoding: str) -> None:
    body = b" " * 30_000_000
    packed = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)
    with pytest.raises(FetchError) as caught:
        _read(packed, encoding)
    assert caught.value.code == "too_large"
    assert not caught.value.passing


def test_a_small_page_of_blanks_is_no_bomb() -> None:
    assert _read(gzip.compress(b" " * 900_000), "gzip") == b" " * 900_000


def test_limits_hold_to_the_byte() -> None:
    assert len(_read(TEXT, None, wire_limit=len(TEXT), body_limit=len(TEXT))) == len(TEXT)
    for limits in ({"wire_limit": len(TEXT) - 1}, {"body_limit": len(TEXT) - 1}):
        with pytest.raises(FetchError, match=str(len(TEXT) - 1)):
            _read(TEXT, None, **limits)


def test_only_the_start_is_read_where_that_is_enough() -> None:
    assert _read(gzip.compress(TEXT), "gzip", start_only=500) == TEXT[:500]
    assert _read(TEXT[:300], None, start_only=500) == TEXT[:300]
