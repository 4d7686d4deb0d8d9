"""The body of an answer, unpacked piece by piece under a ceiling."""

import zlib
from collections.abc import Iterator

import httpx2

from kb.collect.fetch.error import FetchError
from kb.collect.fetch.settings import FetchSettings

# What is asked for; what the standard library can unpack in pieces.
ACCEPTED = "gzip, deflate"
_PIECE = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
# Below this a high ratio does no harm: a small page of blanks.
_RATIO_COUNTS_FROM = 1024 * 1024


def read_body(response: httpx2.Response, *, settings: FetchSettings, url: str, start_only: int | None = None) -> bytes:
    """The unpacked body of a streamed answer; with `start_only` no more than its first bytes.

    Raises FetchError `too_large`, `incomplete_body` for packed content that breaks off, `bad_encoding` for a packing
    that was not asked for.
    """
    unpacker = _unpacker(response.headers.get("content-encoding", ""), url)
    body = bytearray()
    wire = 0
    for piece in response.iter_raw():
        wire += len(piece)
        if wire > settings.wire_limit:
            raise _too_large(url, f"more than {settings.wire_limit} bytes are sent")
        for part in unpacker.unpack(piece):
            body += part
            if start_only is not None and len(body) >= start_only:
                return bytes(body[:start_only])
            if len(body) > settings.body_limit:
                raise _too_large(url, f"the body unpacks to more than {settings.body_limit} bytes")
            if len(body) > max(_RATIO_COUNTS_FROM, wire * settings.unpack_ratio):
                raise _too_large(url, f"{wire} bytes unpack to more than {settings.unpack_ratio} times as many")
    if wire:
        unpacker.finish()
    return bytes(body)


def _too_large(url: str, what: str) -> FetchError:
    return FetchError(f"{what}; this is no page of a source, look at it by hand", code="too_large", url=url)


class _Plain:
    def unpack(self, piece: bytes) -> Iterator[bytes]:
        yield piece

    def finish(self) -> None:
        """Whether plain bytes are complete is told by the connection."""


class Inflating:
    """Gzip (several members too) or deflate, with or without its header, in pieces of bounded size."""

    def __init__(self, url: str, *, gzip: bool) -> None:
        self._url = url
        self._gzip = gzip
        self._start = b""
        self._inflater: zlib._Decompress | None = None

    def unpack(self, piece: bytes) -> Iterator[bytes]:
        """What the next piece unpacks to, up to 64 KB at a time; raises FetchError `incomplete_body`."""
        rest = self._start + piece
        if self._inflater is None:
            if len(rest) < 2:
                self._start = rest
                return
            self._inflater = zlib.decompressobj(_GZIP if self._gzip else _deflate_bits(rest))
        self._start = b""
        part = b""
        while rest or len(part) == _PIECE:
            if self._inflater.eof:
                if not self._gzip or not rest.strip(b"\0"):
                    return  # padding behind the end
                self._inflater = zlib.decompressobj(_GZIP)
            try:
                part = self._inflater.decompress(rest, _PIECE)
            except zlib.error as error:
                raise self._fault(f"is damaged ({error})") from error
            rest = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            yield part

    def finish(self) -> None:
        """Raises FetchError `incomplete_body` when the end is not there."""
        if self._inflater is None or not self._inflater.eof:
            raise self._fault("breaks off")

    def _fault(self, what: str) -> FetchError:
        return FetchError(f"the packed body {what}", code="incomplete_body", url=self._url, passing=True)


def _deflate_bits(start: bytes) -> int:
    """Deflate with its header (RFC 1950), or raw, as some servers send it."""
    headed = start[0] & 0x0F == zlib.DEFLATED and int.from_bytes(start[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if headed else -zlib.MAX_WBITS


def _unpacker(encoding: str, url: str) -> _Plain | Inflating:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return Inflating(url, gzip=name != "deflate")
    raise FetchError(
        f"the body is packed as {name!r}, and only {ACCEPTED} was asked for; the host must keep to that",
        code="bad_encoding",
        url=url,
    )
