"""The index beside the archive: SQLite, made again from the WARC files whenever it is missing or unfit."""

import json
import sqlite3
import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from kb.collect.archive_capture import Capture, Entry
from kb.collect.record import stamp
from kb.model import Language, Snapshot

_VERSION = 1
_APPLICATION = 0x414E5951
_PAGE = 500
_WAIT_SECONDS = 60.0
_COLUMNS = (
    "file", "start", "offset", "length", "digest", "document", "language", "source", "media_type", "taken_at", "size",
    "sample", "listing", "status", "etag", "last_modified", "final_url", "redirects", "revisit", "failure",
)  # fmt: skip
_SCHEMA = f"""
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, whole INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE captures ({", ".join(_COLUMNS)}, PRIMARY KEY (file, offset)) WITHOUT ROWID;
CREATE INDEX by_document ON captures (document, language, taken_at, file, offset);
CREATE INDEX by_moment ON captures (taken_at, file, offset);
CREATE INDEX by_digest ON captures (digest, file, offset);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
"""
_SELECT = f"SELECT {', '.join(f'c.{name}' for name in _COLUMNS)} FROM captures AS c "  # noqa: S608  our own names
_LATER = (
    "EXISTS (SELECT 1 FROM captures AS n WHERE n.document = c.document AND n.language = c.language AND NOT n.failure "
    "AND (n.taken_at, n.file, n.offset) > (c.taken_at, c.file, c.offset))"
)


class Catalogue:
    """Entries of an archive, a page of them in memory at a time; a private one that goes with the process at None.

    Nothing hangs on it: it is not synced, and what a crash makes of it is found and made again from the files.
    sqlite3.DatabaseError passes through to the archive, which knows what to do.
    """

    def __init__(self, path: Path | None) -> None:
        self._thread = threading.RLock()
        self._base = sqlite3.connect(
            path or "", timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=32
        )
        self._base.execute("PRAGMA synchronous = OFF")

    @property
    def fits(self) -> bool:
        """Whether the file is a catalogue of this version."""
        return [self._one("PRAGMA application_id"), self._one("PRAGMA user_version")] == [_APPLICATION, _VERSION]

    def make(self) -> None:
        """The empty tables."""
        self._base.executescript(f"BEGIN; {_SCHEMA} COMMIT;")

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()

    def __enter__(self) -> "Catalogue":
        self._thread.acquire()
        try:
            self._base.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            self._thread.release()
            raise
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            self._base.execute("ROLLBACK" if kind else "COMMIT")
        except sqlite3.Error:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            if not kind:
                raise
        finally:
            self._thread.release()

    def sizes(self) -> dict[str, int]:
        """How many bytes of each file were looked at."""
        return {name: size for name, size in self._all("SELECT name, size FROM files")}  # noqa: C416

    def whole(self, name: str) -> int:
        """Where the last whole record of a file ends."""
        return int(self._one("SELECT whole FROM files WHERE name = ?", name) or 0)

    def note_file(self, name: str, *, size: int, whole: int) -> None:
        """A file was looked at up to `size`; its last whole record ends at `whole`."""
        self._base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, size, whole))

    def forget_file(self, name: str) -> None:
        """Takes a file and its entries out."""
        self._base.execute("DELETE FROM captures WHERE file = ?", (name,))
        self._base.execute("DELETE FROM files WHERE name = ?", (name,))

    def insert(self, entry: Entry) -> None:
        """Adds an entry."""
        marks = ", ".join("?" * len(_COLUMNS))
        self._base.execute(f"INSERT OR REPLACE INTO captures VALUES ({marks})", _row_of(entry))  # noqa: S608

    def holding(self, digest: str) -> list[Entry]:
        """Entries whose records have the body with this digest, the first written first."""
        return self._entries("WHERE digest = ? AND NOT revisit AND NOT failure ORDER BY file, offset", digest)

    def having(self, digest: str, document: str) -> list[Entry]:
        """Visits to a document, in any language, that found the body with this digest."""
        return self._entries("WHERE digest = ? AND document = ? AND NOT failure", digest, document)

    def newest(self, document: str, language: Language | None) -> Entry | None:
        """The last good visit to a document in a language."""
        found = self._entries(
            "WHERE document = ? AND language = ? AND NOT failure "
            "ORDER BY taken_at DESC, file DESC, offset DESC LIMIT 1",
            document,
            language or "",
        )
        return found[0] if found else None

    def covered(self, file: str, begin: int, end: int) -> list[Entry]:
        """Entries of a file whose records begin in the bytes `begin` to `end`."""
        return self._entries("WHERE file = ? AND offset >= ? AND offset < ? ORDER BY offset", file, begin, end)

    def offsets(self, file: str) -> list[int]:
        """Where the records of a file begin, by the catalogue."""
        return [offset for (offset,) in self._all("SELECT offset FROM captures WHERE file = ?", file)]

    def page_of_newest(self, after: Entry | None, *, source: str | None, listing: bool) -> list[Entry]:
        """The next of the newest entries of each document and language, by these two; empty at the end."""
        last = after.capture.snapshot if after else None
        return self._entries(
            f"WHERE (document, language) > (?, ?) AND NOT failure AND listing = ? AND (? IS NULL OR source = ?) "
            f"AND NOT {_LATER} ORDER BY document, language LIMIT {_PAGE}",
            *((last.document, last.language or "") if last else ("", "")),
            listing,
            source,
            source,
        )

    def page_of_all(self, after: Entry | None, *, document: str | None, source: str | None) -> list[Entry]:
        """The next of all entries, the oldest first; empty at the end."""
        place = (stamp(after.capture.snapshot.taken_at), *after.place) if after else ("", "", -1)
        if document is not None:
            return self._entries(
                f"WHERE document = ? AND (taken_at, file, offset) > (?, ?, ?) AND (? IS NULL OR source = ?) "
                f"ORDER BY taken_at, file, offset LIMIT {_PAGE}",
                document,
                *place,
                source,
                source,
            )
        return self._entries(
            f"WHERE (taken_at, file, offset) > (?, ?, ?) AND (? IS NULL OR source = ?) "
            f"ORDER BY taken_at, file, offset LIMIT {_PAGE}",
            *place,
            source,
            source,
        )

    def _entries(self, condition: str, *values: object) -> list[Entry]:
        return [_entry_of(row) for row in self._all(_SELECT + condition, *values)]

    def _all(self, query: str, *values: object) -> list[Sequence[Any]]:
        with self._thread:
            return self._base.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:
        rows = self._all(query, *values)
        return rows[0][0] if rows else None


def _row_of(entry: Entry) -> tuple[object, ...]:
    capture, snapshot = entry.capture, entry.capture.snapshot
    return (
        entry.file, entry.start, entry.offset, entry.length, snapshot.digest, snapshot.document,
        snapshot.language or "", snapshot.source, snapshot.media_type, stamp(snapshot.taken_at), snapshot.size,
        snapshot.sample, snapshot.listing, capture.status, capture.etag, capture.last_modified, capture.final_url,
        json.dumps(capture.redirects) if capture.redirects else None, capture.revisit, capture.failure,
    )  # fmt: skip


def _entry_of(row: Sequence[Any]) -> Entry:
    held = dict(zip(_COLUMNS, row, strict=True))
    snapshot = Snapshot(
        digest=held["digest"],
        document=held["document"],
        source=held["source"],
        media_type=held["media_type"],
        taken_at=datetime.fromisoformat(held["taken_at"]),
        size=held["size"],
        language=Language(held["language"]) if held["language"] else None,
        sample=bool(held["sample"]),
        listing=bool(held["listing"]),
    )
    capture = Capture(
        snapshot=snapshot,
        status=held["status"],
        etag=held["etag"],
        last_modified=held["last_modified"],
        final_url=held["final_url"],
        redirects=tuple(json.loads(held["redirects"])) if held["redirects"] else (),
        revisit=bool(held["revisit"]),
        failure=bool(held["failure"]),
    )
    return Entry(held["file"], held["start"], held["offset"], held["length"], capture)
