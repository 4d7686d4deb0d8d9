"""The files of an archive: what is appended is whole or not there."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kb.collect.archive_capture import Capture, Entry
from kb.collect.errors import CollectError
from kb.collect.record import Packed, pack_opening
from kb.collect.scan import Member, unpack_member

FILE_LIMIT = 256 * 1024 * 1024
_SUFFIX = ".warc.gz"


@dataclass(frozen=True, slots=True)
class Appended:
    """An entry that was written, and how long its file was before and is now."""

    entry: Entry
    before: int
    size: int


class ArchiveFolder:
    """Numbered WARC files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def files(self) -> list[Path]:
        """The archive files in the order they were begun."""
        return sorted(path for path in self._folder.glob(f"*{_SUFFIX}") if path.name.removesuffix(_SUFFIX).isdigit())

    def sizes(self) -> dict[str, int]:
        """Bytes of each file."""
        return {path.name: path.stat().st_size for path in self.files()}

    def append(self, packed: Packed, capture: Capture, *, last: Path | None) -> Appended:
        """Writes and syncs the records to the file `last` or, at None, to a new one; raises OSError, then undone."""
        path = last or self._next()
        opening = b"" if last else pack_opening(path.name, "anyq")
        with path.open("ab") as file:
            before = file.tell()
            try:
                file.write(opening + packed.content)
                file.flush()
                os.fsync(file.fileno())
                if not last:
                    self._sync_names()
            except OSError:
                self.undo(path, before)
                raise
        start = before + len(opening)
        entry = Entry(path.name, start, start + packed.record, len(packed.content) - packed.record, capture)
        return Appended(entry, before, entry.end)

    def undo(self, path: Path, before: int) -> None:
        """Cuts a file to the length it had; where even that fails, the audit names the torn end."""
        with suppress(OSError):
            if before:
                os.truncate(path, before)
            else:
                path.unlink()

    def undo_entry(self, appended: Appended) -> None:
        """Takes an entry out again that nobody was told of."""
        self.undo(self._folder / appended.entry.file, appended.before)

    def load(self, file: str, offset: int) -> Member | None:
        """The record at a byte of a file, None when it is damaged; raises CollectError when the file cannot be read."""
        try:
            with self._binary(file) as opened:
                return unpack_member(opened, offset)
        except OSError as error:
            raise CollectError(f"{file}: cannot be read ({error.strerror}); check its permissions") from error

    def _binary(self, file: str) -> BinaryIO:
        return (self._folder / file).open("rb")

    def _next(self) -> Path:
        files = self.files()
        number = int(files[-1].name.removesuffix(_SUFFIX)) + 1 if files else 1
        return self._folder / f"{number:05d}{_SUFFIX}"

    def _sync_names(self) -> None:
        """Makes the name of a new file outlive a power cut."""
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
