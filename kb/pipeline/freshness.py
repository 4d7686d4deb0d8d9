"""How fresh a source is: its last run, and when the next one is due."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kb.model import Source
from kb.pipeline.today import KAZAKHSTAN
from kb.store import Run, RunState

NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """The newest run of a source, when the next is due by its cadence, and whether that day is over.

    `state` is `never`, `running`, `ok`, `broken` or `paused`. A run counts for the cadence when it ended well
    and was not bound to a number of documents or to named ones. `next_due` is None for a source without
    cadence and for one that was never collected.
    """

    state: str
    run: Run | None
    next_due: date | None
    stale: bool

    def due(self, today: date) -> bool:
        """Whether it should be collected now; also one that never was."""
        return self.next_due <= today if self.next_due else self.state == NEVER


def freshness_of(source: Source, runs: Sequence[Run], *, today: date) -> Freshness:
    """Freshness of a source by its runs, the newest first."""
    newest = runs[0] if runs else None
    if newest is None:
        return Freshness(state=NEVER, run=None, next_due=None, stale=False)
    if source.cadence_days is None:
        return Freshness(state=newest.state.value, run=newest, next_due=None, stale=False)
    good = _last_good(runs)
    # A source that was tried and never ended well is due from its first trial on.
    next_due = good + timedelta(days=source.cadence_days) if good else _day(runs[-1])
    return Freshness(state=newest.state.value, run=newest, next_due=next_due, stale=next_due < today)


def _last_good(runs: Iterable[Run]) -> date | None:
    for run in runs:
        if run.state is RunState.OK and not json.loads(run.reach).keys() & {"limit", "only"}:
            return _day(run)
    return None


def _day(run: Run) -> date:
    return run.started_at.astimezone(KAZAKHSTAN).date()
