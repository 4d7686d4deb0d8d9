"""What the archive remembers of a page: from before the run, and from the run itself."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from kb.collect.archive import Archive
from kb.collect.archive_capture import Capture
from kb.model import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The last good capture `before` the run; of the run itself the newest good one, or the one that says `gone`."""

    before: Capture | None
    itself: Capture | None
    gone: Capture | None


def document_of(request: Request) -> str:
    """The name of a page in the archive: its address, and for a question sent to it a digest of the question."""
    if request.json is None:
        return request.url
    return f"{request.url}#{hashlib.sha256(request.json.encode()).hexdigest()[:16]}"


def recall(archive: Archive, request: Request, *, started_at: datetime) -> Memory:
    """What is archived of a page; a run that was killed finds here what it had already."""
    before = itself = gone = None
    for capture in archive.captures(document=document_of(request)):
        if capture.snapshot.language is not request.language:
            continue
        mine = capture.snapshot.taken_at >= started_at
        if not capture.failure:
            before, itself, gone = (before, capture, None) if mine else (_with_marks(capture, before), itself, gone)
        elif mine and capture.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
            gone = capture
    return Memory(before=before, itself=itself, gone=gone)


def _with_marks(capture: Capture, earlier: Capture | None) -> Capture:
    """The capture with the marks for conditional requests: a host need not repeat them when nothing changed."""
    if earlier is None or capture.status != HTTPStatus.NOT_MODIFIED:
        return capture
    return replace(
        capture,
        etag=capture.etag or earlier.etag,
        last_modified=capture.last_modified or earlier.last_modified,
    )
