"""The archive of everything that was collected: WARC files are the record, an index stands beside them."""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from kb.collect.archive_file import read_archive_file
from kb.collect.audit import audit_files, tell_losses
from kb.collect.catalogue import append_entries, load_catalogue, replace_catalogue
from kb.collect.errors import CollectError
from kb.collect.record import Entry, digest_of, pack_opening, pack_record, unpack_body
from kb.collect.scan import Damage, scan_members, unpack_member
from kb.model import Language, Snapshot

LOCK_SECONDS = 60
FILE_LIMIT = 256 * 1024 * 1024
_SUFFIX = ".warc.gz"


class Archive:
    """Snapshots in a folder. Reading needs no lock; writers wait for each other.

    A record is one gzip member, written and synced whole: after a kill the file ends in a torn
    member at worst. That member is named by `problems()`, what stands before it stays readable, and
    writing goes on in a new file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = folder / "index.jsonl"
        self._audit = folder / "audit.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CollectError(f"{folder}: the archive cannot be kept here ({error.strerror})") from error
        self._lock = FileLock(folder / "archive.lock", timeout=LOCK_SECONDS)
        self._entries: list[Entry] = []
        self._state: tuple[tuple[str, int], ...] = ()

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
    ) -> Snapshot:
        """Snapshot of `body`, safely on disk when this returns; an unchanged body costs a `revisit` only.

        A body whose archived record is damaged is written whole again.
        Raises CollectError when another writer holds the archive for a minute or the disk refuses.
        """
        if taken_at.tzinfo is None:
            raise ValueError(f"{document}: taken_at needs a time zone")
        snapshot = Snapshot(
            digest=digest_of(body),
            document=document,
            source=source,
            media_type=media_type,
            taken_at=taken_at,
            size=len(body),
            language=language,
            sample=sample,
        )
        try:
            with self._lock:
                self._refresh(keep=True)
                known = next((e for e in self._holding(snapshot.digest) if self._is_whole(e)), None)
                packed = pack_record(snapshot, None if known else body, refers_to=known.snapshot if known else None)
                entry = self._append(packed, snapshot, revisit=known is not None)
                append_entries(self._index, [entry])
        except Timeout as error:
            raise CollectError(f"{self._folder}: another import is writing to this archive; try again later") from error
        except OSError as error:
            raise CollectError(f"{self._folder}: cannot write {document} ({error.strerror})") from error
        self._entries.append(entry)
        self._state = self._sizes()
        return snapshot

    def snapshots(self, source: str | None = None) -> list[Snapshot]:
        """The newest snapshot of each document and language, by document name; of one source if named."""
        self._refresh()
        newest: dict[tuple[str, Language | None], Snapshot] = {}
        for entry in self._entries:
            key = (entry.snapshot.document, entry.snapshot.language)
            if key not in newest or entry.snapshot.taken_at >= newest[key].taken_at:
                newest[key] = entry.snapshot
        found = [snapshot for snapshot in newest.values() if source in (None, snapshot.source)]
        return sorted(found, key=lambda snapshot: (snapshot.document, snapshot.language or ""))

    def snapshot(self, digest: str) -> Snapshot:
        """The snapshot that first brought the body with this digest; raises CollectError when there is none."""
        return self._entries_of(digest)[0].snapshot

    def body(self, digest: str) -> bytes:
        """The archived bytes, checked against their digest; raises CollectError when missing or damaged.

        When a damaged body was archived again, the later record stands in for it.
        """
        first, *later = self._entries_of(digest)
        try:
            return self._load(first)
        except CollectError:
            for entry in later:
                if self._is_whole(entry):
                    return self._load(entry)
            raise

    def problems(self, *, full: bool = True) -> list[str]:
        """Damage of the archive: torn tails, unreadable records, missing bodies, if they were not archived again.

        Reads every file anew when `full`, else those that changed in size or time since they were last read.
        """
        self._refresh()
        faults = audit_files(self._files(), self._entries, memory=self._audit, full=full)
        return tell_losses(self._entries, faults)

    def _holding(self, digest: str) -> list[Entry]:
        return [entry for entry in self._entries if entry.snapshot.digest == digest and not entry.revisit]

    def _entries_of(self, digest: str) -> list[Entry]:
        """Records with the body of this digest, oldest first; raises CollectError when there is none."""
        self._refresh()
        if found := self._holding(digest):
            return found
        raise CollectError(f"the archive holds no body with digest {digest}")

    def _load(self, entry: Entry) -> bytes:
        try:
            with (self._folder / entry.file).open("rb") as file:
                file.seek(entry.offset)
                member = unpack_member(file.read(entry.length), 0)
        except OSError as error:
            raise CollectError(f"{entry.file}: cannot be read ({error.strerror}); check its permissions") from error
        if member is None:
            raise CollectError(f"{entry.snapshot.document}: its record in {entry.file} is damaged; import it again")
        return unpack_body(member.content, entry.snapshot)

    def _is_whole(self, entry: Entry) -> bool:
        try:
            self._load(entry)
        except CollectError:
            return False
        return True

    def _append(self, packed: bytes, snapshot: Snapshot, *, revisit: bool) -> Entry:
        path = self._open_file()
        with path.open("ab") as file:
            offset = file.tell()
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        return Entry(path.name, offset, len(packed), revisit, snapshot)

    def _open_file(self) -> Path:
        """The file to append to: the last one, or a new one when that is full or ends in a torn record."""
        files = self._files()
        if files and files[-1].stat().st_size < FILE_LIMIT and _ends_whole(files[-1], self._entries):
            return files[-1]
        number = int(files[-1].name.removesuffix(_SUFFIX)) + 1 if files else 1
        path = self._folder / f"{number:05d}{_SUFFIX}"
        path.write_bytes(pack_opening(path.name, "anyq"))
        return path

    def _files(self) -> list[Path]:
        return sorted(path for path in self._folder.glob(f"*{_SUFFIX}") if path.name.removesuffix(_SUFFIX).isdigit())

    def _sizes(self) -> tuple[tuple[str, int], ...]:
        return tuple((path.name, path.stat().st_size) for path in self._files())

    def _refresh(self, *, keep: bool = False) -> None:
        """Bring the entries in step with the files; with `keep` (under the lock) also the index on disk."""
        sizes = self._sizes()
        if sizes == self._state:
            return
        indexed = load_catalogue(self._index)
        entries = _follow(self._files(), indexed or [])
        if keep and entries != indexed:
            replace_catalogue(self._index, entries)
        self._entries, self._state = entries, sizes


def _follow(files: Iterable[Path], indexed: list[Entry]) -> list[Entry]:
    """Entries of all files: what the index knows is taken over, the rest is read from the files."""
    entries: list[Entry] = []
    for path in files:
        known = sorted((entry for entry in indexed if entry.file == path.name), key=lambda entry: entry.offset)
        end = known[-1].offset + known[-1].length if known else 0
        if end > path.stat().st_size:
            known, end = [], 0
        entries += known
        if end < path.stat().st_size:
            entries += read_archive_file(path, end)[0]
    return entries


def _ends_whole(path: Path, entries: list[Entry]) -> bool:
    """True when the last record ends where the file ends."""
    ends = [entry.offset + entry.length for entry in entries if entry.file == path.name]
    if ends:
        return max(ends) == path.stat().st_size
    return not any(isinstance(piece, Damage) for piece in scan_members(path))
