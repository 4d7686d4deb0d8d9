"""Two ways to do one thing, timed turn by turn."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """At most `ratio` times the bare call or `more_ms` above it, whichever is larger; `p50` too, else p95 alone."""

    ratio: float
    more_ms: float = 0.0
    p50: bool = True

    def allows(self, milliseconds: float, bare: float) -> bool:
        """Whether that is within the aim."""
        return milliseconds <= max(self.ratio * bare, bare + self.more_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Milliseconds at the median and the 95th percentile: of the product and of the bare engine call."""

    p50: float
    p95: float
    bare_p50: float
    bare_p95: float
    aim: Aim

    @property
    def holds(self) -> bool:
        """Whether the product stays within its aim."""
        return self.aim.allows(self.p95, self.bare_p95) and (
            not self.aim.p50 or self.aim.allows(self.p50, self.bare_p50)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One query in both ways."""

    ours: Callable[[], object]
    bare: Callable[[], object]


def compare(pairs: Sequence[Pair], aim: Aim) -> Comparison:
    """Runs both of every pair, in turns and with the first one alternating, after a round for warming up."""
    for pair in pairs[: len(pairs) // 4]:
        pair.ours()
        pair.bare()
    ours: list[float] = []
    bare: list[float] = []
    for number, pair in enumerate(pairs):
        order = ((pair.ours, ours), (pair.bare, bare)) if number % 2 else ((pair.bare, bare), (pair.ours, ours))
        for call, times in order:
            started = time.perf_counter()
            call()
            times.append((time.perf_counter() - started) * 1000)
    (p50, p95), (bare_p50, bare_p95) = percentiles(ours), percentiles(bare)
    return Comparison(p50=p50, p95=p95, bare_p50=bare_p50, bare_p95=bare_p95, aim=aim)


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]
