"""Documents inside a WARC file that somebody else wrote."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import unquote

from warcio.recordloader import ArcWarcRecord

from kb.collect.archive_body import unpacked_body
from kb.collect.archive_http import headers_of, status_of
from kb.collect.body import MAX_BODY, check_body
from kb.collect.errors import CollectError
from kb.collect.exchange import Exchange
from kb.collect.record import digest_of, own_headers, redirects_of
from kb.collect.warc_records import WarcRecords
from kb.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A body that a WARC file holds, with its own name and date; the rest as far as the file tells it."""

    document: str
    body: bytes
    media_type: str
    taken_at: datetime
    language: Language | None = None
    source: str | None = None
    sample: bool = False
    listing: bool = False
    exchange: Exchange | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    """What was asked, and the id of the record that answers."""

    answer: str | None
    method: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def read_captures(body: bytes, name: str) -> Iterator[Captured]:
    """Documents of the `response` (status 200), `resource` and `revisit` records, in order, one at a time in memory.

    A revisit is taken when the body that it has stands earlier in the file. What was asked may stand before the
    answer or right behind it. Raises CollectError naming the file and the record when a record cannot be read or
    its body cannot be used, and when the file holds no document at all.
    """
    count = 0
    for captured in _with_requests(body, name):
        count += 1
        yield captured
    if not count:
        raise CollectError(f"{name}: no response or resource record in this WARC file")


def _with_requests(body: bytes, name: str) -> Iterator[Captured]:
    asked: _Request | None = None
    waiting: tuple[Captured, str | None] | None = None
    try:
        for item, record_id in _read(body, name):
            if isinstance(item, _Request):
                if waiting and item.answer == waiting[1]:
                    yield _asked(waiting[0], item)
                    waiting = None
                else:
                    asked = item
                continue
            if waiting:
                yield waiting[0]
                waiting = None
            if item is None:
                continue
            if asked and asked.answer == record_id:
                yield _asked(item, asked)
            else:
                waiting = (item, record_id)
    except CollectError:
        if waiting:
            yield waiting[0]
        raise
    if waiting:
        yield waiting[0]


def _read(body: bytes, name: str) -> Iterator[tuple[Captured | _Request | None, str | None]]:
    """What the records hold, with their ids; None stands before each document, whose body is not yet looked at."""
    records = WarcRecords(body, name)
    bodies: dict[str, int] = {}
    for record in records:
        record_id = record.rec_headers.get_header("WARC-Record-ID")
        if record.rec_type == "request":
            yield _request(record, records), record_id
            continue
        if not _is_document(record):
            continue
        yield None, None
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        holder = record
        if record.rec_type == "revisit":
            if digest not in bodies:
                continue
            holder = records.again(bodies[digest])
        captured = _captured(record, holder, records, name)
        if digest and record.rec_type != "revisit":
            bodies.setdefault(digest, records.offset())
        yield captured, record_id


def _is_document(record: ArcWarcRecord) -> bool:
    if record.rec_type not in ("response", "resource", "revisit") or "failure" in own_headers(record.rec_headers):
        return False
    status = status_of(record.http_headers)
    if record.rec_type == "response":
        return status in (None, 200)
    return record.rec_type == "resource" or status in (None, 200, 304)


def _captured(record: ArcWarcRecord, holder: ArcWarcRecord, records: WarcRecords, name: str) -> Captured:
    own = own_headers(record.rec_headers)
    uri = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not uri:
        raise records.nameless()
    target = unquote(uri.removeprefix("file:")) if uri.startswith("file:") else uri
    document = unquote(own["document"]) if "document" in own else target
    content = unpacked_body(records.content(holder), holder.http_headers, document=document)
    media_type = _media_type(content, document, holder.http_headers)
    if own and digest_of(content) != record.rec_headers.get_header("WARC-Payload-Digest"):
        raise records.damaged("its body has not the digest that it is archived with")
    try:
        exchange = _exchange(record, own, target)
    except ValueError as error:
        raise records.damaged(str(error)) from error
    return Captured(
        document=document,
        body=content,
        media_type=media_type,
        taken_at=_date_of(record.rec_headers, name),
        language=_language(own.get("language") or _declared_language(record)),
        source=own.get("source"),
        sample="sample" in own,
        listing="listing" in own,
        exchange=exchange,
    )


def _exchange(record: ArcWarcRecord, own: dict[str, str], target: str) -> Exchange | None:
    """The answer's side; a revisit of an older body has the head of its own visit. Raises ValueError."""
    status = status_of(record.http_headers)
    if status is None or record.rec_type == "resource":
        return None
    final_url = unquote(own["final-url"]) if "final-url" in own else target
    return Exchange(
        url=unquote(own["asked"]) if "asked" in own else final_url,
        method="GET",
        request_headers=(),
        request_body=b"",
        status=status,
        headers=headers_of(record.http_headers),
        final_url=final_url,
        redirects=redirects_of(own),
    )


def _request(record: ArcWarcRecord, records: WarcRecords) -> _Request:
    http = record.http_headers
    body = records.content(record)
    if len(body) > MAX_BODY:
        raise records.damaged(f"a question of more than {MAX_BODY // 1024 // 1024} MB")
    return _Request(
        record.rec_headers.get_header("WARC-Concurrent-To"),
        str(http.protocol) if http else "GET",
        headers_of(http),
        body,
    )


def _asked(captured: Captured, request: _Request) -> Captured:
    if captured.exchange is None:
        return captured
    exchange = replace(
        captured.exchange, method=request.method, request_headers=request.headers, request_body=request.body
    )
    return replace(captured, exchange=exchange)


def _declared_language(record: ArcWarcRecord) -> str:
    http = record.http_headers
    return str(http.get_header("Content-Language") or "") if http else ""


def _language(text: str) -> Language | None:
    """The one language that is named; None for several and for others."""
    try:
        return Language(text.strip().lower().split("-")[0])
    except ValueError:
        return None


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
