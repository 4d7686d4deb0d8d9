"""Documents inside a WARC file that somebody else wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kb.collect.body import check_body
from kb.collect.errors import CollectError


@dataclass(frozen=True, slots=True)
class Captured:
    """A body that a WARC file holds, with its own name and date."""

    document: str
    body: bytes
    media_type: str
    taken_at: datetime


def read_captures(body: bytes, name: str) -> Iterator[Captured]:
    """Documents of the `response` (status 200) and `resource` records, in order.

    Raises CollectError naming the file and the record when a record cannot be read or its body
    cannot be used, and when the file holds no document at all.
    """
    count = 0
    records = ArchiveIterator(BytesIO(body), arc2warc=False)
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except (ArchiveLoadFailed, EOFError, OSError) as error:
            raise CollectError(f"{name}: damaged after {count} documents ({error})") from error
        if record.rec_type not in ("response", "resource"):
            continue
        http = record.http_headers
        if record.rec_type == "response" and http is not None and http.get_statuscode() != "200":
            continue
        uri = record.rec_headers.get_header("WARC-Target-URI") or ""
        document = unquote(uri.removeprefix("file:")) if uri.startswith("file:") else uri
        if not document:
            raise CollectError(f"{name}: a record without WARC-Target-URI; its document has no name")
        content = record.content_stream().read()
        count += 1
        yield Captured(document, content, _media_type(content, document, http), _date_of(record.rec_headers, name))
    if not count:
        raise CollectError(f"{name}: no response or resource record in this WARC file")


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
