"""Two ways to do one thing, timed turn by turn."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ALLOWED_RATIO = 1.3
ALLOWED_MS = 2.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Milliseconds at the median and the 95th percentile: of the product and of the bare engine call."""

    name: str
    p50: float
    p95: float
    bare_p50: float
    bare_p95: float

    @property
    def holds(self) -> bool:
        """Whether both stay within 1.3 times the bare call or 2 ms above it, whichever is larger."""
        pairs = ((self.p50, self.bare_p50), (self.p95, self.bare_p95))
        return all(ours <= max(ALLOWED_RATIO * bare, bare + ALLOWED_MS) for ours, bare in pairs)


def compare(
    name: str, items: Sequence[str], ours: Callable[[str], object], bare: Callable[[str], object]
) -> Comparison:
    """Runs both on every item, in turns and with the first one alternating, after a round for warming up."""
    for item in items[: len(items) // 4]:
        ours(item)
        bare(item)
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for number, item in enumerate(items):
        order = (("ours", ours), ("bare", bare)) if number % 2 else (("bare", bare), ("ours", ours))
        for side, call in order:
            started = time.perf_counter()
            call(item)
            times[side].append((time.perf_counter() - started) * 1000)
    return Comparison(name, *_percentiles(times["ours"]), *_percentiles(times["bare"]))


def _percentiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]
