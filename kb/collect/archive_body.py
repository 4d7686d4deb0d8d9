"""The body of a record that somebody else wrote."""

from io import BytesIO

from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from kb.collect.body import MAX_BODY


def unpacked_body(record: ArcWarcRecord) -> bytes:
    """The body without the codings of its transfer; of one above the limit only as much as shows that.

    Not the library's own stream: that unpacks a chunk of any size at once.
    """
    body: bytes = record.raw_stream.read(MAX_BODY + 1)
    http = record.http_headers
    if http is None or len(body) > MAX_BODY:
        return body
    if http.get_header("Transfer-Encoding") == "chunked":
        body = ChunkedDataReader(BytesIO(body)).read()
    coding = str(http.get_header("Content-Encoding") or "").lower()
    if coding in BufferedReader.get_supported_decompressors():
        body = BufferedReader(BytesIO(body), decomp_type=coding).read(MAX_BODY + 1)
    return body
