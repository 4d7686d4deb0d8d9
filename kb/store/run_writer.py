"""Keeping runs of collection."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, update

from kb.model import Issue
from kb.store.run_reader import RunReader
from kb.store.tables import RunRow
from kb.store.values import RunState


class RunWriter(RunReader):
    """Begins and ends runs."""

    def begin_run(self, source: str, *, reach: str, started_at: datetime) -> int:
        """The number of a run that is at work from now on."""
        row: dict[str, Any] = {
            "source": source,
            "reach": reach,
            "started_at": started_at.isoformat(),
            "finished_at": None,
            "state": RunState.RUNNING.value,
            "counts": {},
            "alarms": [],
        }
        number: int = self._connection.execute(insert(RunRow).returning(RunRow.id), row).scalar_one()
        return number

    def drop_run(self, number: int) -> None:
        """Forgets a run that did not come to ask for anything."""
        self._connection.execute(delete(RunRow).where(RunRow.id == number))

    def end_run(
        self,
        number: int,
        *,
        state: RunState,
        finished_at: datetime | None,
        counts: Mapping[str, int],
        alarms: Sequence[Issue],
    ) -> None:
        """Keeps how a run ended; one that is taken up again is RUNNING and has no end yet."""
        self._connection.execute(
            update(RunRow)
            .where(RunRow.id == number)
            .values(
                state=state.value,
                finished_at=finished_at.isoformat() if finished_at else None,
                counts=dict(counts),
                alarms=[asdict(one) for one in alarms],
            )
        )
