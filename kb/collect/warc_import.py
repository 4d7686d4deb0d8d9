"""Documents inside a WARC file that somebody else wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from kb.collect.body import MAX_BODY, check_body
from kb.collect.errors import CollectError


@dataclass(frozen=True, slots=True)
class Captured:
    """A body that a WARC file holds, with its own name and date."""

    document: str
    body: bytes
    media_type: str
    taken_at: datetime


def read_captures(body: bytes, name: str) -> Iterator[Captured]:
    """Documents of the `response` (status 200) and `resource` records, in order, one at a time in memory.

    Raises CollectError naming the file and the record when a record cannot be read or its body
    cannot be used, and when the file holds no document at all.
    """
    records = ArchiveIterator(BytesIO(body), arc2warc=False)
    number = count = 0
    while record := _next(records, name, number=number, count=count):
        number += 1
        if record.rec_type not in ("response", "resource"):
            continue
        http = record.http_headers
        if record.rec_type == "response" and http is not None and http.get_statuscode() != "200":
            continue
        uri = record.rec_headers.get_header("WARC-Target-URI") or ""
        document = unquote(uri.removeprefix("file:")) if uri.startswith("file:") else uri
        if not document:
            raise CollectError(_nameless(name, number))
        content = _content(record)
        count += 1
        yield Captured(document, content, _media_type(content, document, http), _date_of(record.rec_headers, name))
    if not count:
        raise CollectError(f"{name}: no response or resource record in this WARC file")


def _next(records: Iterator[ArcWarcRecord], name: str, *, number: int, count: int) -> ArcWarcRecord | None:
    """The record behind the first `number`, which held `count` documents; None at the end."""
    try:
        return next(records)
    except StopIteration:
        return None
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        raise CollectError(f"{name}: damaged after {count} documents ({error})") from error
    except AttributeError as error:  # warcio asks the missing address of a response how it starts
        raise CollectError(_nameless(name, number + 1)) from error


def _content(record: ArcWarcRecord) -> bytes:
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


def _nameless(name: str, number: int) -> str:
    return f"{name}: record {number} has no WARC-Target-URI, so its document has no name; take the record out"


def _media_type(content: bytes, document: str, http: object) -> str:
    declared = http.get_header("Content-Type") if http is not None and hasattr(http, "get_header") else None
    found = check_body(content, document)
    plain = str(declared or "").split(";")[0].strip().lower()
    if found == "text/plain" and plain in {"text/html", "application/json", "text/csv", "application/yaml"}:
        return plain
    return found


def _date_of(headers: object, name: str) -> datetime:
    stamp = headers.get_header("WARC-Date") if hasattr(headers, "get_header") else None
    try:
        moment = datetime.fromisoformat(str(stamp))
    except ValueError as error:
        raise CollectError(f"{name}: a record with the date {stamp!r}, expected ISO 8601") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
