"""Archived bodies into readings: only what is new, or was read by other code."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import compress, groupby
from operator import attrgetter

import scrapers
from kb.collect import Archive
from kb.extract import Extraction, extract_document
from kb.model import Document, Issue, Severity, Snapshot
from kb.pipeline.companions import Companions, Consulted
from kb.pipeline.language_mixup import with_real_language
from kb.pipeline.progress import Progress, Step
from kb.pipeline.version import reading_version
from kb.read import Head
from kb.store import StoredReading, StoreError, UnfitReading, Writer

LOG = logging.getLogger(__name__)

LONGEST_MESSAGE = 2000  # characters of an error that are kept; some repeat the whole document

_CompanionsOf = Callable[[str], Companions]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many documents were read, left as they were and taken out, and which could not be read.

    `written` counts the bodies that are only read along with others, too.
    """

    read: int
    written: int
    unchanged: int
    dropped: int
    failures: tuple[Issue, ...]

    @property
    def any(self) -> bool:
        """Whether the base differs from what it was."""
        return bool(self.written or self.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    document: Document
    found: Extraction
    related: dict[str, str]


def read_changes(base: Writer, archive: Archive, *, source: str | None, full: bool, progress: Progress) -> Changes:
    """Reads what changed since the last build (all when `full`), of one source or of all, into the base.

    When a newer body of a document cannot be read, its earlier reading stays in the base.
    """
    removed = base.removed()

    def present(name: str | None) -> Iterator[Snapshot]:
        return (one for one in archive.snapshots(name) if (one.source, one.document) not in removed)

    @cache
    def companions(name: str) -> Companions:
        return Companions(archive, partial(present, name))

    wanted: set[bytes] = set()
    due = bytearray()  # a flag for each body, in the order in which the archive lists them
    unchanged = 0
    for snapshot in _once(present(source)):
        wanted.add(_mark(snapshot.document, snapshot.digest))
        stored = None if full else base.reading(snapshot.document, snapshot.digest)
        current = stored is not None and _is_current(stored, snapshot, companions)
        unchanged += current and stored is not None and not stored.companion
        due.append(not current)
    total = sum(due)
    failures: list[Issue] = []
    unreadable: set[str] = set()
    done = read = 0
    for snapshot in compress(_once(present(source)), due):
        progress(Step(stage="read", done=done, total=total, item=snapshot.document))
        done += 1
        try:
            with base.one_reading():
                reading = _read(archive, snapshot, companions)
                _save(base, snapshot, reading)
        except Exception as problem:  # one document, whatever it holds, must not stop the others
            if isinstance(problem, StoreError) and not isinstance(problem, UnfitReading):
                raise
            LOG.debug("reading %s", snapshot.document, exc_info=True)
            failures.append(_unreadable(snapshot, problem))
            unreadable.add(snapshot.document)
            continue
        read += reading is not None
    progress(Step(stage="read", done=total, total=total))
    gone = [place for place in base.readings(source) if _mark(*place) not in wanted and place[0] not in unreadable]
    for document, digest in gone:
        base.drop_reading(document, digest)
    return Changes(
        read=read,
        written=total - len(failures),
        unchanged=unchanged,
        dropped=len(gone),
        failures=tuple(failures),
    )


def _once(snapshots: Iterable[Snapshot]) -> Iterator[Snapshot]:
    """Each body of a document once, whatever its languages; the archive lists those of a document together."""
    for _, bodies in groupby(snapshots, key=attrgetter("document")):
        first: dict[str, Snapshot] = {}
        for one in bodies:
            first.setdefault(one.digest, one)
        yield from first.values()


def _mark(document: str, digest: str) -> bytes:
    """What stands for a body of a document in memory: there may be very many."""
    return hashlib.blake2b(f"{document}\n{digest}".encode(errors="surrogatepass"), digest_size=16).digest()


def _is_current(reading: StoredReading, snapshot: Snapshot, companions: _CompanionsOf) -> bool:
    if reading.version != _version(snapshot):
        return False
    return all(companions(snapshot.source).digest(pattern) == digest for pattern, digest in reading.related.items())


def _read(archive: Archive, snapshot: Snapshot, companions: _CompanionsOf) -> _Read | None:
    """The document and what was found in it; None for a body that is only read along with others."""
    scraper = scrapers.discover()[snapshot.source]
    body = archive.body(snapshot.digest)
    head = Head.of(body, media_type=snapshot.media_type, document=snapshot.document)
    if scrapers.accompanies(scraper, head):
        return None
    related = Consulted(companions(snapshot.source))
    document = with_real_language(scraper.read(snapshot, body, related))
    return _Read(document=document, found=extract_document(document), related=related.digests)


def _save(base: Writer, snapshot: Snapshot, reading: _Read | None) -> None:
    if reading is None:
        base.save_companion(snapshot, version=_version(snapshot))
        return
    base.save_reading(
        reading.document,
        version=_version(snapshot),
        related=reading.related,
        mentions=reading.found.mentions,
        statements=reading.found.statements,
        survey=reading.found.survey,
        gaps=reading.found.gaps,
        remarks=reading.found.remarks,
        issues=(*reading.document.issues, *reading.found.issues),
    )


def _unreadable(snapshot: Snapshot, problem: Exception) -> Issue:
    name = snapshot.document
    words = " ".join(str(problem).split()).removeprefix(f"{name}: ")
    kind = "" if isinstance(problem, UnfitReading) else f"{type(problem).__name__}: "
    message = f"{name}: {kind}{words}" if words else f"{name}: {type(problem).__name__}"
    return Issue(
        code="unreadable",
        severity=Severity.ERROR,
        document=_storable(name),
        message=_storable(message[:LONGEST_MESSAGE]),
    )


def _storable(words: str) -> str:
    """The words as a database keeps them: half a letter pair and a zero letter are written out."""
    return words.replace("\0", "\\x00").encode(errors="backslashreplace").decode()


def _version(snapshot: Snapshot) -> str:
    parts = (reading_version(), snapshot.source, str(snapshot.sample), snapshot.language or "")
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
