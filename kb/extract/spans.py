"""Places of a text that are taken, asked for often."""

from bisect import bisect_left
from collections.abc import Iterable


class Spans:
    """Half-open spans; whether one of them meets another span is told in logarithmic time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []  # how far the spans up to this one reach
        for start, end in sorted(spans):
            self._starts.append(start)
            self._reach.append(max(end, self._reach[-1] if self._reach else end))

    def meets(self, start: int, end: int) -> bool:
        """Whether `start`:`end` has a place in common with one of the spans."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
