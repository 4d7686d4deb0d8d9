"""The tables of all waves, read once for each state of their files."""

import threading
from collections.abc import Callable

from kb.model.monitoring import Answers
from kb.monitoring import UnknownWave, WaveStore
from kb.monitoring.measures import pool
from kb.monitoring.wave_table import ServiceTable, WaveTable, read_wave_table

MOST_WAVES = 40  # in memory; a survey of 55 services, three channels and thirty questions has some 25,000 counts


class WaveTables:
    """Threads may share it; `refresh` brings the waves of live marks up to date."""

    def __init__(self, waves: WaveStore, *, refresh: Callable[[], None]) -> None:
        self._waves = waves
        self._refresh = refresh
        self._held: dict[str, tuple[tuple[int, int], WaveTable]] = {}
        self._guard = threading.Lock()

    def all(self) -> tuple[WaveTable, ...]:
        """The tables of all waves, the oldest first."""
        self._refresh()
        found = [table for name in self._waves.ids() if (table := self._table(name)) is not None]
        return tuple(sorted(found, key=lambda one: (one.wave.since, one.wave.until, one.wave.id)))

    def _table(self, name: str) -> WaveTable | None:
        try:
            told = self._waves.path(name).stat()
            state = (told.st_mtime_ns, told.st_size)
            with self._guard:
                held = self._held.get(name)
            if held is not None and held[0] == state:
                return held[1]
            table = read_wave_table(self._waves, name)
        except (UnknownWave, FileNotFoundError):  # it was removed meanwhile
            return None
        with self._guard:
            self._held[name] = (state, table)
            while len(self._held) > MOST_WAVES:
                self._held.pop(next(iter(self._held)))
        return table


def service_table(table: WaveTable, names: frozenset[str]) -> ServiceTable:
    """The answers on a service that goes by these ids; empty where the wave did not ask about it."""
    own = [table.services[name] for name in sorted(names) if name in table.services]
    if len(own) == 1:
        return own[0]
    keys = dict.fromkeys(key for one in own for key in one)
    return {key: pool(one[key] for one in own if key in one) for key in keys}


def over_channels(table: ServiceTable, question: str) -> Answers:
    """The answers to a question through all channels together."""
    return pool(own for (asked, _), own in table.items() if asked == question)
