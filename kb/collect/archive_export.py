"""Visits of the archive as one WARC file for others."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from kb.collect.archive import Archive
from kb.collect.archive_capture import Capture, Entry
from kb.collect.errors import CollectError
from kb.collect.record import pack_capture, pack_opening


def export_warc(
    archive: Archive,
    name: str,
    *,
    damaged: Callable[[str], None],
    source: str | None = None,
    since: date | None = None,
) -> Iterator[bytes]:
    """The pieces of a WARC file: its opening, then all visits, the oldest first, of one source, from a day (UTC) on.

    The first visit with a body has it whole, also where the archive has it from a visit that is left out. A visit
    whose body cannot be read anywhere is left out and told to `damaged` in words; the others are written.
    """
    yield pack_opening(name, "anyq")
    written: dict[str, Capture] = {}
    for entry in archive.entries(source=source):
        if since is None or entry.capture.snapshot.taken_at.date() >= since:
            try:
                piece = _packed(archive, entry, written)
            except CollectError as problem:
                damaged(str(problem))
                continue
            yield piece


def _packed(archive: Archive, entry: Entry, written: dict[str, Capture]) -> bytes:
    capture, digest = entry.capture, entry.capture.snapshot.digest
    exchange = None
    if capture.failure:
        exchange = archive.exchange(entry)
    else:
        # What was asked and answered is lost with a damaged record, its body may have been archived again.
        with suppress(CollectError):
            exchange = archive.exchange(entry)
    if capture.failure:
        return pack_capture(capture, b"", exchange=exchange).content
    if before := written.get(digest):
        return pack_capture(replace(capture, revisit=True), b"", exchange=exchange, refers_to=before).content
    body = archive.body(digest)
    if exchange and exchange.status == 304:  # the body of an answer that had none: it is told as a page's
        exchange = replace(exchange, status=200)
    whole = replace(capture, revisit=False, status=exchange.status if exchange else None)
    written[digest] = whole
    return pack_capture(whole, body, exchange=exchange).content
