"""What was read lately, kept while the base stays as it is."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

from kb.store import Reader

State = tuple[int, str] | None
Kept = TypeVar("Kept")


def state_of(base: Reader) -> State:
    """Tells one build of a base from another; None where there is none yet."""
    build = base.build()
    return (build.id, build.finished_at) if build else None


class BuildCache(Generic[Kept]):
    """At most `most` things of one state of the base, the latest used. Safe to use from several threads."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._state: State = None
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._guard = threading.Lock()

    def held(self, state: State, name: str) -> Kept | None:
        """What was kept under the name in this state; None where nothing was."""
        with self._guard:
            if state is None or self._state != state or name not in self._kept:
                return None
            self._kept.move_to_end(name)
            return self._kept[name]

    def keep(self, state: State, name: str, found: Kept) -> None:
        """Keeps it instead of what was used longest ago."""
        with self._guard:
            if self._state != state:  # whoever reads an older state than another reader empties the cache, no more
                self._kept.clear()
                self._state = state
            self._kept[name] = found
            self._kept.move_to_end(name)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
