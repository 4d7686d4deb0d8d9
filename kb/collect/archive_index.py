"""The catalogue kept in step with the archive files."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from kb.collect.archive_capture import Entry
from kb.collect.archive_file import Fault, read_archive_file
from kb.collect.archive_folder import ArchiveFolder
from kb.collect.catalogue import Catalogue
from kb.collect.errors import CollectError

Found = TypeVar("Found")
# What SQLite says of a file that is damaged, of somebody else or of another shape; the rest is about the disk.
_UNFIT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}


class ArchiveIndex:
    """Answers from the catalogue after it caught up with the files.

    A reader takes the writers' lock only to note what a killed writer left unnoted; when it cannot have it, it
    answers as of a moment ago. In a folder that may not be written to it makes a private catalogue.
    """

    def __init__(self, path: Path, folder: ArchiveFolder, lock: FileLock) -> None:
        self._path = path
        self._folder = folder
        self._lock = lock
        self._catalogue: Catalogue | None = None
        self._state: dict[str, int] | None = None

    def ask(self, question: Callable[[Catalogue], Found]) -> Found:
        """What the question finds; raises CollectError when the catalogue can be neither read nor made."""
        try:
            return question(self._current())
        except sqlite3.Error as error:
            if not _is_unfit(error):
                raise CollectError(f"{self._path}: cannot be read ({error})") from error
        try:
            with self._lock:
                self._make_again()
                catalogue = self.following()
        except Timeout as error:
            raise self._busy() from error
        except (OSError, sqlite3.OperationalError):
            catalogue = self._private()
        return question(catalogue)

    def following(self) -> Catalogue:
        """The catalogue, brought in step with the files; for the holder of the lock."""
        try:
            return self._follow(self._catalogue or self._open())
        except sqlite3.Error as error:
            if not _is_unfit(error):
                raise
            self._make_again()
            return self._follow(self._catalogue or self._open())

    def noted(self, file: str, size: int) -> None:
        """The catalogue knows that a file has this size."""
        self._state = {**(self._state or {}), file: size}

    def _current(self) -> Catalogue:
        sizes = self._folder.sizes()
        if self._catalogue and self._state == sizes:
            return self._catalogue
        try:
            usable = self._path.exists() and self._opened().fits
        except sqlite3.Error:
            usable = False
        if usable and self._opened().sizes() == sizes:
            self._state = sizes
            return self._opened()
        try:
            with self._lock.acquire(timeout=0 if usable else self._lock.timeout):
                return self.following()
        except Timeout as error:
            if usable:
                return self._opened()
            raise self._busy() from error
        except (OSError, sqlite3.OperationalError):
            return self._private()

    def _private(self) -> Catalogue:
        """A catalogue that goes with the process."""
        if self._catalogue:
            self._catalogue.close()
        self._catalogue = Catalogue(None)
        self._state = None
        self._catalogue.make()
        return self._follow(self._catalogue)

    def _busy(self) -> CollectError:
        return CollectError(f"{self._path.parent}: another import is writing; try again later")

    def _opened(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = Catalogue(self._path)
        return self._catalogue

    def _open(self) -> Catalogue:
        catalogue = self._opened()
        if not catalogue.fits:
            self._make_again()
        return self._opened()

    def _make_again(self) -> None:
        if self._catalogue:
            self._catalogue.close()
        self._catalogue = self._state = None
        for path in (self._path, self._path.with_name(self._path.name + "-journal")):
            path.unlink(missing_ok=True)
        self._opened().make()

    def _follow(self, catalogue: Catalogue) -> Catalogue:
        sizes = self._folder.sizes()
        if self._state == sizes:
            return catalogue
        known = catalogue.sizes()
        if known != sizes:
            with catalogue:
                for name in [name for name, size in known.items() if sizes.get(name, -1) < size]:
                    catalogue.forget_file(name)
                for path in self._folder.files():
                    if known.get(path.name) != sizes.get(path.name):
                        _note(catalogue, path)
        self._state = sizes
        return catalogue


def _note(catalogue: Catalogue, path: Path) -> None:
    """Notes what stands in a file behind its last known whole record."""
    whole = catalogue.whole(path.name)
    size = path.stat().st_size
    for piece in read_archive_file(path, whole):
        if isinstance(piece, Fault):
            continue
        whole = piece.end
        if isinstance(piece, Entry):
            catalogue.insert(piece)
    catalogue.note_file(path.name, size=size, whole=whole)


def _is_unfit(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _UNFIT
