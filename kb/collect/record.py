"""One archived body as a WARC record: written as a whole gzip member, read back with its digest checked."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kb.collect.errors import CollectError
from kb.model import Language, Snapshot

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_DOCUMENT, _SOURCE, _LANGUAGE, _SAMPLE, _SIZE = (
    "X-Anyq-Document",
    "X-Anyq-Source",
    "X-Anyq-Language",
    "X-Anyq-Sample",
    "X-Anyq-Size",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record lies: `length` bytes of `file` from `offset`; `revisit` marks an unchanged body."""

    file: str
    offset: int
    length: int
    revisit: bool
    snapshot: Snapshot


def digest_of(body: bytes) -> str:
    """`sha256:…` of the bytes."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def target_of(document: str) -> str:
    """URI of a document: a URL is kept, an imported name becomes a `file:` URI."""
    return document if "://" in document else "file:" + quote(document)


def pack_opening(filename: str, software: str) -> bytes:
    """The `warcinfo` record that every archive file starts with, as one gzip member."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(
        writer.create_warcinfo_record(filename, {"software": software, "format": "WARC File Format 1.1"})
    )
    return buffer.getvalue()


def pack_record(snapshot: Snapshot, body: bytes | None, *, refers_to: Snapshot | None = None) -> bytes:
    """A `resource` record of `body`, or a `revisit` of `refers_to` when `body` is None; one gzip member."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    headers = {
        "WARC-Date": _stamp(snapshot.taken_at),
        "WARC-Payload-Digest": snapshot.digest,
        _DOCUMENT: quote(snapshot.document, safe="/:?&=#"),
        _SOURCE: snapshot.source,
        _SIZE: str(snapshot.size),
    }
    if snapshot.language:
        headers[_LANGUAGE] = snapshot.language.value
    if snapshot.sample:
        headers[_SAMPLE] = "yes"
    if refers_to:
        headers |= {
            "WARC-Profile": IDENTICAL,
            "WARC-Refers-To-Target-URI": target_of(refers_to.document),
            "WARC-Refers-To-Date": _stamp(refers_to.taken_at),
        }
    record = writer.create_warc_record(
        target_of(snapshot.document),
        "revisit" if body is None else "resource",
        payload=BytesIO(body or b""),
        length=len(body or b""),  # without it the writer puts digests of its own in the place of ours
        warc_content_type=snapshot.media_type,
        warc_headers_dict=headers,
        http_headers=None,
    )
    writer.write_record(record)
    return buffer.getvalue()


def unpack_entry(member: bytes, *, file: str, offset: int, length: int) -> Entry | None:
    """Entry of a decompressed record; None for a `warcinfo`. Raises CollectError when it is not one of ours."""
    try:
        record = next(iter(ArchiveIterator(BytesIO(member))))
        if record.rec_type == "warcinfo":
            return None
        return Entry(file, offset, length, record.rec_type == "revisit", _snapshot_of(record.rec_headers))
    except (ArchiveLoadFailed, StopIteration, KeyError, ValueError) as error:
        raise CollectError(f"{file}: the record at byte {offset} cannot be read ({error})") from error


def unpack_body(member: bytes, snapshot: Snapshot) -> bytes:
    """Body of a decompressed record; raises CollectError when it does not have the digest of `snapshot`."""
    try:
        record: ArcWarcRecord = next(iter(ArchiveIterator(BytesIO(member))))
        body: bytes = record.content_stream().read()
    except (ArchiveLoadFailed, StopIteration) as error:
        raise CollectError(f"{snapshot.document}: its archived record cannot be read ({error})") from error
    if digest_of(body) != snapshot.digest:
        raise CollectError(f"{snapshot.document}: the archived body is damaged, its digest is not {snapshot.digest}")
    return body


def _snapshot_of(headers: StatusAndHeaders) -> Snapshot:
    def need(name: str) -> str:
        value = headers.get_header(name)
        if value is None:
            raise KeyError(f"header {name} is missing")
        return str(value)

    language = headers.get_header(_LANGUAGE)
    return Snapshot(
        digest=need("WARC-Payload-Digest"),
        document=unquote(need(_DOCUMENT)),
        source=need(_SOURCE),
        media_type=need("Content-Type"),
        taken_at=datetime.fromisoformat(need("WARC-Date")),
        size=int(need(_SIZE)),
        language=Language(language) if language else None,
        sample=headers.get_header(_SAMPLE) == "yes",
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
