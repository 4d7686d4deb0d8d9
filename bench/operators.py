"""Many operators who ask one server at once, each the next question as soon as the last is answered."""

import json
import statistics
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

MOST_RATIO = 5.0  # p99 to p50
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What so many operators got in so many seconds; times in milliseconds, `told` one line a kind of error."""

    operators: int
    seconds: float
    answers: int
    errors: int
    p50: float
    p95: float
    p99: float
    told: tuple[str, ...]

    @property
    def ratio(self) -> float:
        """p99 as a multiple of p50."""
        return self.p99 / self.p50

    @property
    def holds(self) -> bool:
        """Whether nothing failed and the slowest hundredth stays near the median."""
        return self.errors == 0 and self.ratio <= MOST_RATIO


def measure_load(address: str, questions: Sequence[str], *, operators: int, seconds: float) -> Load:
    """Asks POST /v1/ask from so many connections for so long; each operator begins at another question."""
    times: list[float] = []
    errors: Counter[str] = Counter()
    until = time.monotonic() + seconds

    def work(first: int) -> None:
        connection = HTTPConnection(address, timeout=PATIENCE_S)
        place = first
        while time.monotonic() < until:
            body = json.dumps({"q": questions[place % len(questions)]}).encode()
            place += 1
            began = time.perf_counter()
            try:
                connection.request("POST", "/v1/ask", body, {"Content-Type": "application/json"})
                response = connection.getresponse()
                response.read()
            except (OSError, HTTPException) as failed:
                errors[f"{type(failed).__name__}: {failed}"] += 1
                connection.close()
                continue
            if response.status != 200:
                errors[f"status {response.status}"] += 1
                continue
            times.append((time.perf_counter() - began) * 1000)
        connection.close()

    step = max(1, len(questions) // operators)
    workers = [threading.Thread(target=work, args=(number * step,)) for number in range(operators)]
    began = time.monotonic()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return Load(
        operators=operators,
        seconds=time.monotonic() - began,
        answers=len(times),
        errors=errors.total(),
        p50=cuts[49],
        p95=cuts[94],
        p99=cuts[98],
        told=tuple(f"{count} × {what}" for what, count in errors.most_common()),
    )
