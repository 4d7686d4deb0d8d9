"""Visits of the archive as one WARC file for others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb.collect.archive import Archive
from kb.collect.archive_capture import Entry
from kb.collect.record import pack_capture, pack_opening
from kb.model import Snapshot


def export_warc(
    archive: Archive, name: str, *, source: str | None = None, since: date | None = None
) -> Iterator[bytes]:
    """The pieces of a WARC file: all visits, the oldest first, of one source, from a day (UTC) on.

    The first visit with a body has it whole, also where the archive has it from a visit that is left out.
    Raises CollectError naming the document when a body is damaged.
    """
    yield pack_opening(name, "anyq")
    written: dict[str, Snapshot] = {}
    for entry in archive.entries(source=source):
        if since is None or entry.capture.snapshot.taken_at.date() >= since:
            yield _packed(archive, entry, written)


def _packed(archive: Archive, entry: Entry, written: dict[str, Snapshot]) -> bytes:
    capture, digest = entry.capture, entry.capture.snapshot.digest
    exchange = archive.exchange(entry)
    if capture.failure:
        return pack_capture(capture, b"", exchange=exchange).content
    if before := written.get(digest):
        return pack_capture(replace(capture, revisit=True), b"", exchange=exchange, refers_to=before).content
    written[digest] = capture.snapshot
    body = archive.body(digest)
    if exchange and exchange.status == 304:  # the body of an answer that had none: it is told as a page's
        exchange = replace(exchange, status=200)
    whole = replace(capture, revisit=False, status=exchange.status if exchange else None)
    return pack_capture(whole, body, exchange=exchange).content
