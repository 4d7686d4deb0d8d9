"""Keeping mystery calls."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import insert

from kb.model.mystery import MysteryResult, MysteryRun
from kb.store.feedback_tables import MysteryResultRow, MysteryRunRow
from kb.store.mystery_reader import MysteryReader
from kb.store.search_reader import moment_text


class MysteryWriter(MysteryReader):
    """Adds runs; none is changed."""

    def add_mystery_run(self, run: MysteryRun, results: Iterable[MysteryResult]) -> MysteryRun:
        """Keeps a run with its questions; it comes back with its number."""
        row = {
            "ran_at": moment_text(run.ran_at),
            "version": run.version,
            "base": run.base,
            "target": run.target,
            "file": run.file,
            "digest": run.digest,
            "counts": {
                language: {name: list(pair) for name, pair in shares.items()} for language, shares in run.counts.items()
            },
            "took_ms": run.took_ms,
        }
        number = self._connection.execute(insert(MysteryRunRow).returning(MysteryRunRow.id), row).scalar_one()
        rows = [
            {
                "run": number,
                "position": position,
                "question": one.id,
                "language": one.language,
                "payload": {"q": one.q, "checks": dict(one.checks), "told": dict(one.told)},
            }
            for position, one in enumerate(results)
        ]
        if rows:
            self._connection.execute(insert(MysteryResultRow), rows)
        return replace(run, id=number)
