"""Questions about mystery calls."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kb.model.mystery import MysteryResult, MysteryRun
from kb.store.feedback_tables import MysteryResultRow, MysteryRunRow


class MysteryReader:
    """The runs of question files."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mystery_runs(self, *, digest: str | None = None, limit: int = 100) -> tuple[MysteryRun, ...]:
        """Runs, the newest first; of one file (by its digest) alone."""
        query = select(MysteryRunRow.__table__).order_by(MysteryRunRow.id.desc()).limit(limit)
        if digest is not None:
            query = query.where(MysteryRunRow.digest == digest)
        return tuple(_run(row) for row in self._connection.execute(query))

    def mystery_run(self, number: int) -> MysteryRun | None:
        """The run of this number."""
        row = self._connection.execute(select(MysteryRunRow.__table__).where(MysteryRunRow.id == number)).first()
        return _run(row) if row else None

    def mystery_results(self, number: int) -> tuple[MysteryResult, ...]:
        """The questions of a run in the order of its file."""
        query = select(MysteryResultRow.__table__).where(MysteryResultRow.run == number)
        rows = self._connection.execute(query.order_by(MysteryResultRow.position))
        return tuple(
            MysteryResult(
                id=row.question,
                language=row.language,
                q=row.payload["q"],
                checks=row.payload["checks"],
                told=row.payload["told"],
            )
            for row in rows
        )


def _run(row: Row[Any]) -> MysteryRun:
    counts = {
        language: {name: (pair[0], pair[1]) for name, pair in shares.items()} for language, shares in row.counts.items()
    }
    return MysteryRun(
        id=row.id,
        ran_at=datetime.fromisoformat(row.ran_at),
        version=row.version,
        base=row.base,
        target=row.target,
        file=row.file,
        digest=row.digest,
        counts=counts,
        took_ms=row.took_ms,
    )
