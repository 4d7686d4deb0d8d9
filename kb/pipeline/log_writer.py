"""Writes the query log beside the searches: what cannot be written in time is lost and counted, no search waits."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence

from kb.store import Store, Writer

WAITING = 1_000  # entries in memory while the database is busy; more are lost
AT_ONCE = 200
CLOSING_S = 15.0

logger = logging.getLogger("anyq.log")

# Makes an entry ready outside of the transaction, and stores it within.
Entry = Callable[[], Callable[[Writer], object]]


class LogWriter:
    """A thread that begins with the first entry; `lost` counts the entries that were not stored."""

    def __init__(self, store: Store, *, waiting: int = WAITING) -> None:
        self._store = store
        self._entries: queue.Queue[Entry | None] = queue.Queue(waiting)
        self._thread: threading.Thread | None = None
        self._guard = threading.Lock()
        self._lost = 0

    @property
    def lost(self) -> int:
        """How many entries were lost so far."""
        return self._lost

    def put(self, entry: Entry) -> None:
        """Takes an entry at once; it is lost where too many wait."""
        with self._guard:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="query-log", daemon=True)
                self._thread.start()
        try:
            self._entries.put_nowait(entry)
        except queue.Full:
            self._lose(1)

    def flush(self) -> None:
        """Comes back when all entries were stored or lost."""
        self._entries.join()

    def close(self, *, patience_s: float = CLOSING_S) -> None:
        """Stores what waits, as long as the database takes it within so many seconds, and ends the thread."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        try:
            self._entries.put(None, timeout=patience_s)
        except queue.Full:
            return  # the thread goes with the program
        thread.join(patience_s)

    def _work(self) -> None:
        while True:
            taken = [self._entries.get()]
            while len(taken) < AT_ONCE and not self._entries.empty():
                taken.append(self._entries.get())
            entries = [entry for entry in taken if entry is not None]
            try:
                self._store_all(entries)
            finally:
                for _ in taken:
                    self._entries.task_done()
            if len(entries) < len(taken):
                return

    def _store_all(self, entries: Sequence[Entry]) -> None:
        ready = []
        for entry in entries:
            try:
                ready.append(entry())
            except Exception as problem:  # noqa: BLE001 - its words may be those of a person and are not repeated
                self._lose(1, problem)
        if not ready:
            return
        try:
            with self._store.write() as base:
                for store in ready:
                    store(base)
        except Exception as problem:  # noqa: BLE001 - nothing that goes wrong here may end the thread
            self._lose(len(ready), problem)

    def _lose(self, count: int, problem: Exception | None = None) -> None:
        with self._guard:
            self._lost += count
        cause = type(problem).__name__ if problem else "too many wait"
        logger.warning("%d entries of the query log are lost: %s", count, cause)
