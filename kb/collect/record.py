"""One visit as WARC records: written as whole gzip members, read back with the digest of the body checked."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kb.collect.archive_capture import Capture
from kb.collect.archive_http import headers_of, request_head, response_head, status_of
from kb.collect.errors import CollectError
from kb.collect.exchange import Exchange
from kb.model import Language, Snapshot

_REVISIT = "http://netpreserve.org/warc/1.1/revisit/"
IDENTICAL = _REVISIT + "identical-payload-digest"
NOT_MODIFIED = _REVISIT + "server-not-modified"
_OWN = "X-Anyq-"
_URL_LETTERS = "/:?&=#%@!$'()*+,;~[]"


@dataclass(frozen=True, slots=True)
class Packed:
    """Gzip members that are written in one step: the last one, from byte `record` on, is the one that counts."""

    content: bytes
    record: int


def digest_of(body: bytes) -> str:
    """`sha256:…` of the bytes."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def target_of(document: str) -> str:
    """URI of a document: a URL is kept, an imported name becomes a `file:` URI."""
    return quote(document, safe=_URL_LETTERS) if "://" in document else "file:" + quote(document)


def stamp(moment: datetime) -> str:
    """The moment as WARC writes it, in UTC; such stamps sort by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def pack_opening(filename: str, software: str) -> bytes:
    """The `warcinfo` record that every archive file starts with, as one gzip member."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    writer.write_record(
        writer.create_warcinfo_record(filename, {"software": software, "format": "WARC File Format 1.1"})
    )
    return buffer.getvalue()


def pack_capture(
    capture: Capture, body: bytes, *, exchange: Exchange | None = None, refers_to: Capture | None = None
) -> Packed:
    """The records of a visit; `refers_to` is the one whose record has the body of a revisit.

    What was asked comes first: when writing breaks off between the two, the rest is a request that nothing answers
    and no visit.
    """
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    target = exchange.final_url if exchange else capture.snapshot.document
    kind = "revisit" if capture.revisit else "response" if exchange else "resource"
    payload = b"" if capture.revisit else body
    length = None if capture.revisit else len(payload)
    record = writer.create_warc_record(
        target_of(target),
        kind,
        payload=BytesIO(payload),
        length=len(payload),  # without it the writer puts digests of its own in the place of ours
        warc_content_type="application/http; msgtype=response" if exchange else capture.snapshot.media_type,
        warc_headers_dict=_headers(capture, exchange, refers_to),
        http_headers=response_head(exchange, length=length) if exchange else None,
    )
    start = 0
    if exchange and exchange.request_headers:
        request = writer.create_warc_record(
            target_of(target),
            "request",
            payload=BytesIO(exchange.request_body),
            length=len(exchange.request_body),
            warc_content_type="application/http; msgtype=request",
            warc_headers_dict={
                "WARC-Date": stamp(capture.snapshot.taken_at),
                "WARC-Concurrent-To": record.rec_headers.get_header("WARC-Record-ID"),
            },
            http_headers=request_head(exchange),
        )
        writer.write_record(request)
        start = buffer.tell()
    writer.write_record(record)
    return Packed(buffer.getvalue(), start)


def unpack_record(member: bytes, *, place: str) -> ArcWarcRecord:
    """The one record of a decompressed member; raises CollectError naming its `place` when it is none."""
    try:
        return next(iter(ArchiveIterator(BytesIO(member))))
    except (ArchiveLoadFailed, StopIteration, ValueError, AttributeError) as error:
        raise CollectError(f"{place}: cannot be read ({error or type(error).__name__})") from error


def capture_of(record: ArcWarcRecord, *, place: str) -> Capture | None:
    """The visit that a record tells of; None for records beside one. Raises CollectError when it is not one of ours."""
    if record.rec_type not in ("resource", "response", "revisit"):
        return None
    own = own_headers(record.rec_headers)
    http = record.http_headers if record.rec_type != "resource" else None
    try:
        snapshot = Snapshot(
            digest=_need(record.rec_headers, "WARC-Payload-Digest"),
            document=unquote(own["document"]),
            source=own["source"],
            media_type=own.get("media-type") or _need(record.rec_headers, "Content-Type"),
            taken_at=datetime.fromisoformat(_need(record.rec_headers, "WARC-Date")),
            size=int(own["size"]),
            language=Language(own["language"]) if "language" in own else None,
            sample="sample" in own,
            listing="listing" in own,
        )
        return Capture(
            snapshot=snapshot,
            status=status_of(http),
            etag=own.get("etag") or (http.get_header("ETag") if http else None),
            last_modified=own.get("last-modified") or (http.get_header("Last-Modified") if http else None),
            final_url=unquote(own["final-url"]) if "final-url" in own else None,
            redirects=redirects_of(own),
            revisit=record.rec_type == "revisit",
            failure="failure" in own,
        )
    except (KeyError, ValueError) as error:
        raise CollectError(f"{place}: cannot be read ({error})") from error


def body_of(record: ArcWarcRecord, snapshot: Snapshot) -> bytes:
    """Body of a record; raises CollectError when it does not have the digest of `snapshot`."""
    try:
        body: bytes = record.content_stream().read()
    except ArchiveLoadFailed as error:
        raise CollectError(f"{snapshot.document}: its archived record cannot be read ({error})") from error
    if digest_of(body) != snapshot.digest:
        raise CollectError(f"{snapshot.document}: the archived body is damaged, its digest is not {snapshot.digest}")
    return body


def exchange_of(capture: Capture, record: ArcWarcRecord, request: ArcWarcRecord | None) -> Exchange | None:
    """The exchange that was archived as these records; None for a file."""
    if capture.status is None or capture.final_url is None:
        return None
    own = own_headers(record.rec_headers)
    return Exchange(
        url=unquote(own.get("asked", "")) or capture.final_url,
        method=request.http_headers.protocol if request else "GET",
        request_headers=headers_of(request.http_headers) if request else (),
        request_body=request.raw_stream.read() if request else b"",
        status=capture.status,
        headers=headers_of(record.http_headers),
        final_url=capture.final_url,
        redirects=capture.redirects,
    )


def own_headers(headers: StatusAndHeaders) -> dict[str, str]:
    """What this program wrote of a visit beside the headers of the standard, by the rest of the name."""
    return {
        name[len(_OWN) :].lower(): str(value) for name, value in headers.headers if name.lower().startswith("x-anyq-")
    }


def redirects_of(own: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses on the way; raises ValueError when the header of a record holds something else."""
    urls = json.loads(unquote(own.get("redirects", "[]")))
    if not isinstance(urls, list):
        raise ValueError(f"redirects {urls!r}, expected a list of addresses")  # noqa: TRY004  text of a header
    return tuple(str(url) for url in urls)


def _headers(capture: Capture, exchange: Exchange | None, refers_to: Capture | None) -> dict[str, str]:
    snapshot = capture.snapshot
    own: dict[str, Any] = {
        "Document": quote(snapshot.document, safe="/:?&=#"),
        "Source": snapshot.source,
        "Size": str(snapshot.size),
        "Language": snapshot.language.value if snapshot.language else None,
        "Sample": "yes" if snapshot.sample else None,
        "Listing": "yes" if snapshot.listing else None,
        "Failure": "yes" if capture.failure else None,
    }
    if exchange:
        own |= {
            "Media-Type": " ".join(snapshot.media_type.split()),
            "Final-URL": quote(exchange.final_url, safe="/:?&=#"),
            "Asked": quote(exchange.url, safe="/:?&=#") if exchange.url != exchange.final_url else None,
            "Redirects": quote(json.dumps(capture.redirects)) if capture.redirects else None,
            # An answer that nothing changed often leaves them out, and they are needed for the next question.
            "ETag": capture.etag if capture.etag != exchange.header("ETag") else None,
            "Last-Modified": capture.last_modified
            if capture.last_modified != exchange.header("Last-Modified")
            else None,
        }
    headers = {"WARC-Date": stamp(snapshot.taken_at), "WARC-Payload-Digest": snapshot.digest}
    headers |= {_OWN + name: value for name, value in own.items() if value}
    if capture.failure:
        headers["WARC-Truncated"] = "unspecified"  # only the head of such an answer is kept
    if refers_to:
        headers |= {
            "WARC-Profile": NOT_MODIFIED if capture.status == 304 else IDENTICAL,
            # The address of that record: behind redirects, and without what tells questions apart.
            "WARC-Refers-To-Target-URI": target_of(refers_to.final_url or refers_to.snapshot.document),
            "WARC-Refers-To-Date": stamp(refers_to.snapshot.taken_at),
        }
    return headers


def _need(headers: StatusAndHeaders, name: str) -> str:
    value = headers.get_header(name)
    if value is None:
        raise KeyError(f"header {name} is missing")
    return str(value)
