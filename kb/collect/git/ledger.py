"""What was archived of a repository: which commits, which editions."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType

from kb.collect.git.edition import Part

_TABLES = """
CREATE TABLE IF NOT EXISTS commits (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tips (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS editions (
    fingerprint BLOB NOT NULL, act TEXT NOT NULL, part TEXT NOT NULL, day TEXT NOT NULL, walk TEXT NOT NULL,
    document TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (act, part, fingerprint)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_day ON editions (act, part, day);
"""


class Ledger:
    """Memory of a copy on the disk, a context manager; it may be lost, then all is looked through again.

    A commit counts as done when all its editions are in the archive: after a kill it is looked through again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base = _open(path)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def tips(self) -> list[str]:
        """Commits of which all that leads to them is done."""
        return [row[0] for row in self._base.execute("SELECT id FROM tips ORDER BY id")]

    def is_done(self, commit: str) -> bool:
        """Whether all of a commit is archived."""
        return self._has("SELECT 1 FROM commits WHERE id = ?", commit)

    def knows(self, part: Part, fingerprint: bytes) -> bool:
        """Whether this content was archived as an edition of this act, from whichever commit and folder."""
        return self._has(
            "SELECT 1 FROM editions WHERE act = ? AND part = ? AND fingerprint = ?", part.act, part.name, fingerprint
        )

    def knows_day(self, part: Part, day: date, *, but: str) -> bool:
        """Whether an edition of this day came from another walk than `but`."""
        return self._has(
            "SELECT 1 FROM editions WHERE act = ? AND part = ? AND day = ? AND walk <> ?",
            part.act, part.name, day.isoformat(), but,
        )  # fmt: skip

    def add(self, part: Part, fingerprint: bytes, *, day: date, walk: str, documents: list[str]) -> None:
        """Notes an edition and its documents, one at least; it is kept with the next `finish`."""
        self._base.execute(
            "INSERT OR IGNORE INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)",
            (fingerprint, part.act, part.name, day.isoformat(), walk, documents[0], len(documents)),
        )

    def finish(self, commit: str) -> None:
        """Keeps a commit as done, with its editions."""
        self._base.execute("INSERT OR IGNORE INTO commits VALUES (?)", (commit,))
        self._base.commit()

    def close_walk(self, tips: Iterable[str]) -> None:
        """Keeps that all that leads to these commits is done."""
        self._base.executemany("INSERT OR IGNORE INTO tips VALUES (?)", [(tip,) for tip in tips])
        self._base.commit()

    def sample(self) -> str | None:
        """A document that must be in the archive if this ledger belongs to it; None when nothing is noted."""
        row = self._base.execute(
            "SELECT document FROM editions ORDER BY act DESC, part, fingerprint LIMIT 1"
        ).fetchone()
        return str(row[0]) if row else None

    def documents(self) -> int:
        """How many documents the noted editions have."""
        return int(self._base.execute("SELECT coalesce(sum(documents), 0) FROM editions").fetchone()[0])

    def forget(self) -> None:
        """Empties the ledger: another archive is to be filled."""
        for table in ("commits", "tips", "editions"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
        self._base.commit()

    def _has(self, query: str, *values: object) -> bool:
        return self._base.execute(query, values).fetchone() is not None


def _open(path: Path) -> sqlite3.Connection:
    """The database, made anew when the file is no database or another one."""
    try:
        return _connect(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
    return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    try:
        base.executescript(_TABLES)
    except sqlite3.Error:
        base.close()
        raise
    return base
