"""Live marks as waves of the monitoring, one a year: `live-<year>`."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

from kb.model.live import LiveCount, LiveSubject
from kb.model.monitoring import Wave
from kb.monitoring import MonitoringError, WaveStore, wave_questions
from kb.monitoring.live import LIVE_METHOD, LIVE_PREFIX, keep_counts
from kb.monitoring.observations import Observation
from kb.monitoring.template import load_table
from kb.pipeline.practice.live_marks import LiveMarks
from kb.store import Store, StoreError

LOG = logging.getLogger(__name__)
REFRESH_S = 60.0  # a wave is a file that is written whole; a busy day would write it at every look
QUESTION = {LiveSubject.SERVICE: "satisfaction", LiveSubject.ANSWER: "consultation"}


class LiveWaves:
    """Brings the waves of live marks in line with the counts of the base, at most once a minute."""

    def __init__(
        self,
        store: Store,
        waves: WaveStore,
        marks: LiveMarks,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._waves = waves
        self._marks = marks
        self._seconds = seconds
        self._looked: float | None = None
        self._held: dict[int, int] = {}
        self._guard = threading.Lock()

    def refresh(self) -> None:
        """Writes the waves that lack marks. What stands in the way is told to the log, and the former state is read."""
        with self._guard:
            if self._looked is not None and self._seconds() - self._looked < REFRESH_S:
                return
            self._looked = self._seconds()
            try:
                self._marks.forget_old()
                with self._store.read() as base:
                    totals = base.live_years()
                for year, total in totals.items():
                    if self._total(year) != total:
                        self._write(year)
                        self._held[year] = total
            except (MonitoringError, StoreError):
                LOG.warning("the waves of live marks could not be brought up to date", exc_info=True)

    def _total(self, year: int) -> int:
        if year not in self._held and live_id(year) in self._waves.ids():
            self._held[year] = sum(wave_questions(self._waves, live_id(year)).values())
        return self._held.get(year, 0)

    def _write(self, year: int) -> None:
        with self._store.read() as base:
            counts = base.live_counts(year)
        wave = Wave(
            id=live_id(year),
            year=year,
            organisation=load_table("practice")["live"]["organisation"],
            method=LIVE_METHOD,
            since=min(one.since for one in counts),
            until=max(one.until for one in counts),
        )
        keep_counts(self._waves, wave, _observations(counts))


def live_id(year: int) -> str:
    """The id of the wave of a year."""
    return f"{LIVE_PREFIX}{year}"


def _observations(counts: tuple[LiveCount, ...]) -> Iterator[Observation]:
    for one in counts:
        yield Observation(
            service=one.service,
            body=None,
            region=None,
            channel=one.channel,
            question=QUESTION[one.subject],
            respondent=None,
            value=Decimal(one.mark),
            count=one.count,
        )
