"""The body of a record that somebody else wrote."""

import re
from io import BytesIO

from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders

from kb.collect.body import MAX_BODY
from kb.collect.errors import CollectError
from kb.collect.fetch.unpacking import Inflating

_CHUNK = re.compile(rb"[0-9a-fA-F]+[ \t]*(?:;[^\r\n]*)?\r\n")
_GZIP = b"\x1f\x8b"
# How pages, feeds and answers in JSON begin; raw deflate of them does not.
_LETTERS = (b"<", b"{", b"[")
_PIECE = 64 * 1024


def unpacked_body(content: bytes, http: StatusAndHeaders | None, *, document: str) -> bytes:
    """The body without the codings of its transfer; of one above the limit only as much as shows that.

    Many programs take the codings off and leave the headers that name them: what is not coded stays as it is. Raises
    CollectError naming the document for what breaks off or is damaged, where the library hands out a part.
    """
    if http is None or len(content) > MAX_BODY:
        return content
    if str(http.get_header("Transfer-Encoding") or "").lower().endswith("chunked") and _CHUNK.match(content):
        content = _joined(content, document)
    coding = str(http.get_header("Content-Encoding") or "").strip().lower()
    if coding in ("gzip", "x-gzip") and content.startswith(_GZIP):
        return _inflated(content, document, gzip=True)
    if coding == "deflate" and not content.lstrip().startswith(_LETTERS):
        return _inflated(content, document, gzip=False)
    return content


def _joined(content: bytes, document: str) -> bytes:
    try:
        joined: bytes = ChunkedDataReader(BytesIO(content), raise_exceptions=True).read()
    except ChunkedDataException as error:
        raise CollectError(f"{document}: its archived chunks are damaged or break off; get the file anew") from error
    return joined


def _inflated(content: bytes, document: str, *, gzip: bool) -> bytes:
    inflating = Inflating(document, gzip=gzip)
    body = bytearray()
    try:
        for start in range(0, len(content), _PIECE):
            for piece in inflating.unpack(content[start : start + _PIECE]):
                body += piece
                if len(body) > MAX_BODY:
                    return bytes(body[: MAX_BODY + 1])
        inflating.finish()
    except CollectError as error:
        raise CollectError(f"{error}; get the file anew") from error
    return bytes(body)
