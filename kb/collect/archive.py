"""The archive of everything that was collected: WARC files are the record, a catalogue stands beside them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from kb.collect.archive_capture import Capture, Entry
from kb.collect.archive_folder import FILE_LIMIT, ArchiveFolder
from kb.collect.archive_index import ArchiveIndex
from kb.collect.audit import Damaged, audit_files, tell_losses
from kb.collect.catalogue import Catalogue
from kb.collect.errors import CollectError
from kb.collect.exchange import Exchange
from kb.collect.record import Packed, body_of, digest_of, exchange_of, pack_capture, unpack_record
from kb.model import Language, Snapshot

LOCK_SECONDS = 60


class Archive:
    """Snapshots in a folder. Reading needs no lock; writers wait for each other.

    A record is one gzip member, written and synced whole, what was asked together with what was answered: after
    a kill the file ends in a torn member at worst. That member is named by `problems()`, what stands before it
    stays readable, and writing goes on in a new file. How much is archived does not matter to a write, nor to
    the memory that reading takes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._audit = folder / "audit.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CollectError(f"{folder}: the archive cannot be kept here ({error.strerror})") from error
        self._files = ArchiveFolder(folder)
        self._lock = FileLock(folder / "archive.lock", timeout=LOCK_SECONDS)
        self._index = ArchiveIndex(folder / "catalogue.sqlite", self._files, self._lock)

    def add(
        self,
        body: bytes,
        *,
        document: str,
        source: str,
        media_type: str,
        taken_at: datetime,
        language: Language | None = None,
        sample: bool = False,
        listing: bool = False,
        exchange: Exchange | None = None,
    ) -> Snapshot:
        """Snapshot of `body`, safely on disk when this returns; an unchanged body costs a `revisit` only.

        A body whose archived record is damaged is written whole again.
        Raises CollectError when another writer holds the archive for a minute or the disk refuses; then nothing counts.
        """
        snapshot = Snapshot(
            digest=digest_of(body),
            document=document,
            source=source,
            media_type=media_type,
            taken_at=taken_at,
            size=len(body),
            language=language,
            sample=sample,
            listing=listing,
        )
        capture = _visit(snapshot, exchange)

        def pack(catalogue: Catalogue) -> tuple[Packed, Capture]:
            holder = self._holder(catalogue, snapshot.digest)
            made = replace(capture, revisit=holder is not None)
            return pack_capture(made, body, exchange=exchange, refers_to=holder), made

        self._write(document, taken_at, pack)
        return snapshot

    def confirm(self, known: Capture, *, taken_at: datetime, exchange: Exchange) -> Snapshot:
        """The host said that the document is as it was: seen at `taken_at`, safely on disk; raises as `add` does."""
        snapshot = replace(known.snapshot, taken_at=taken_at)
        seen = _visit(snapshot, exchange)
        capture = replace(
            seen,
            revisit=True,
            etag=seen.etag or known.etag,
            last_modified=seen.last_modified or known.last_modified,
        )

        def pack(catalogue: Catalogue) -> tuple[Packed, Capture]:
            refers_to = self._holder(catalogue, snapshot.digest) or known
            return pack_capture(capture, b"", exchange=exchange, refers_to=refers_to), capture

        self._write(snapshot.document, taken_at, pack)
        return snapshot

    def note_failure(
        self, *, document: str, source: str, language: Language | None, taken_at: datetime, exchange: Exchange
    ) -> None:
        """Keeps the head of an answer that is no document; raises as `add` does."""
        snapshot = Snapshot(
            digest=digest_of(b""),
            document=document,
            source=source,
            media_type=exchange.header("Content-Type") or "application/octet-stream",
            taken_at=taken_at,
            size=0,
            language=language,
        )
        capture = replace(_visit(snapshot, exchange), failure=True)
        packed = pack_capture(capture, b"", exchange=exchange)
        self._write(document, taken_at, lambda _catalogue: (packed, capture))

    def snapshots(self, source: str | None = None, *, listing: bool = False) -> Iterator[Snapshot]:
        """The newest snapshot of each document and language, by document name; of one source if named.

        Listings are left out, or with `listing` the only ones.
        """
        pages = self._pages(lambda base, after: base.page_of_newest(after, source=source, listing=listing))
        return (entry.capture.snapshot for entry in pages)

    def captures(self, *, document: str | None = None, source: str | None = None) -> Iterator[Capture]:
        """All visits, failures too, the oldest first; of one document, of one source."""
        return (entry.capture for entry in self.entries(document=document, source=source))

    def entries(self, *, document: str | None = None, source: str | None = None) -> Iterator[Entry]:
        """As `captures`, with the places of the records."""
        return self._pages(lambda base, after: base.page_of_all(after, document=document, source=source))

    def newest(self, document: str, language: Language | None = None) -> Capture | None:
        """The last visit that found a document at this address in this language (None: in no known one)."""
        entry = self._index.ask(lambda base: base.newest(document, language))
        return entry.capture if entry else None

    def snapshot(self, digest: str) -> Snapshot:
        """The snapshot that first brought the body with this digest; raises CollectError when there is none."""
        return self._entries_of(digest)[0].capture.snapshot

    def body(self, digest: str) -> bytes:
        """The archived bytes, checked against their digest; raises CollectError when missing or damaged.

        When a damaged body was archived again, the later record stands in for it.
        """
        first, *later = self._entries_of(digest)
        try:
            return self._load(first)
        except CollectError:
            for entry in later:
                with suppress(CollectError):
                    return self._load(entry)
            raise

    def exchange(self, entry: Entry) -> Exchange | None:
        """What was asked and answered on a visit, None for a file; raises CollectError when it is damaged."""
        record = unpack_record(self._member(entry), place=entry.file)
        request = None
        if entry.start < entry.offset and (member := self._files.load(entry.file, entry.start)):
            request = unpack_record(member.content, place=entry.file)
        return exchange_of(entry.capture, record, request)

    def problems(self, *, full: bool = True, progress: Callable[[int, int, str], None] | None = None) -> list[str]:
        """Damage of the archive: torn tails, unreadable records, missing bodies, if they were not archived again.

        Reads every file anew when `full`, else those that changed in size or time since they were last read.
        """
        return [one.words for one in self.damage(full=full, progress=progress)]

    def damage(self, *, full: bool = True, progress: Callable[[int, int, str], None] | None = None) -> list[Damaged]:
        """As `problems`, with the places; `progress` gets files done, files, and the name of the next."""

        def look(catalogue: Catalogue) -> list[Damaged]:
            # What a writer is at behind these sizes would look like a torn record.
            sizes = self._settled_sizes()
            files = {path: sizes[path.name] for path in self._files.files() if path.name in sizes}
            faults = audit_files(files, catalogue, memory=self._audit, full=full, progress=progress or _silent)
            return tell_losses(catalogue, faults)

        return self._index.ask(look)

    def _write(self, document: str, taken_at: datetime, pack: Callable[[Catalogue], tuple[Packed, Capture]]) -> None:
        if taken_at.tzinfo is None:
            raise ValueError(f"{document}: taken_at needs a time zone")
        try:
            document.encode()
        except UnicodeEncodeError as error:
            raise CollectError(f"{document!a}: the name is not UTF-8; rename the file and try again") from error
        try:
            with self._lock:
                catalogue = self._index.following()
                packed, capture = pack(catalogue)
                appended = self._files.append(packed, capture, last=self._last(catalogue))
                entry = appended.entry
                try:
                    with catalogue:
                        catalogue.insert(entry)
                        catalogue.note_file(entry.file, size=appended.size, whole=appended.size)
                except sqlite3.Error:
                    self._files.undo_entry(appended)
                    raise
                self._index.noted(entry.file, appended.size)
        except Timeout as error:
            raise CollectError(f"{self._folder}: another import is writing to this archive; try again later") from error
        except OSError as error:
            raise CollectError(f"{self._folder}: cannot write {document} ({error.strerror})") from error
        except sqlite3.Error as error:
            raise CollectError(f"{self._folder}: cannot note {document} in the catalogue ({error})") from error

    def _last(self, catalogue: Catalogue) -> Path | None:
        """The file to append to; None for a new one, when the last is full or ends in a torn record."""
        files = self._files.files()
        if not files:
            return None
        size = files[-1].stat().st_size
        return files[-1] if size < FILE_LIMIT and catalogue.whole(files[-1].name) == size else None

    def _pages(self, page: Callable[[Catalogue, Entry | None], list[Entry]]) -> Iterator[Entry]:
        after: Entry | None = None
        while True:
            last = after
            found = self._index.ask(lambda base: page(base, last))  # noqa: B023  asked at once
            if not found:
                return
            yield from found
            after = found[-1]

    def _entries_of(self, digest: str) -> list[Entry]:
        """Records with the body of this digest, oldest first; raises CollectError when there is none."""
        if found := self._index.ask(lambda base: base.holding(digest)):
            return found
        raise CollectError(f"the archive holds no body with digest {digest}")

    def _member(self, entry: Entry) -> bytes:
        member = self._files.load(entry.file, entry.offset)
        if member is None:
            document = entry.capture.snapshot.document
            raise CollectError(f"{document}: its record in {entry.file} is damaged; import it again")
        return member.content

    def _load(self, entry: Entry) -> bytes:
        snapshot = entry.capture.snapshot
        return body_of(unpack_record(self._member(entry), place=snapshot.document), snapshot)

    def _holder(self, catalogue: Catalogue, digest: str) -> Capture | None:
        """The first visit whose record has the body of this digest and can be read."""
        for entry in catalogue.holding(digest):
            with suppress(CollectError):
                self._load(entry)
                return entry.capture
        return None

    def _settled_sizes(self) -> dict[str, int]:
        """Bytes of the files while nobody writes; as they are when the lock cannot be had."""
        with suppress(Timeout, OSError), self._lock:
            return self._files.sizes()
        return self._files.sizes()


def _visit(snapshot: Snapshot, exchange: Exchange | None) -> Capture:
    if exchange is None:
        return Capture(snapshot=snapshot)
    return Capture(
        snapshot=snapshot,
        status=exchange.status,
        etag=exchange.header("ETag"),
        last_modified=exchange.header("Last-Modified"),
        final_url=exchange.final_url,
        redirects=exchange.redirects,
    )


def _silent(_done: int, _total: int, _name: str) -> None:
    """Progress that nobody watches."""
