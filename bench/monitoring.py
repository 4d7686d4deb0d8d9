"""Ratings over very many responses, against the bare query of the analytic engine; memory by their number."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

from bench.made_responses import WAVE, services, write_csv, write_wave
from bench.peak_memory import peak_mb
from kb.model.monitoring import wave_to_json
from kb.monitoring import Group, WaveStore, import_wave, pool_answers, rate

RESPONSES = 10_000_000
AIM = 2.0  # times the bare query
FLAT = 1.2  # times the peak of the smallest number
ROUNDS = 5
RATED = (1_000_000, RESPONSES)
IMPORTED = (500_000, 2_000_000)  # below, the buffers of the engine are not full yet
BARE = """
SELECT {group}, value, sum(count) FROM read_parquet('{path}') WHERE question = 'satisfaction' GROUP BY {group}, value
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFigure:
    """Median processor seconds of a rating by one group, and of the bare query of the same groups: other work on the
    machine does not count, and the threads of the engine do."""

    group: str
    seconds: float
    bare: float

    @property
    def ratio(self) -> float:
        """Ours to the bare query."""
        return self.seconds / self.bare


@dataclass(frozen=True, slots=True, kw_only=True)
class PeakFigure:
    """Peak resident memory in MB and wall seconds of one step over so many responses, in a process of its own."""

    step: str
    responses: int
    peak_mb: float
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoringFigures:
    """All figures of this part."""

    ratings: tuple[RatingFigure, ...]
    peaks: tuple[PeakFigure, ...]

    @property
    def growths(self) -> dict[str, float]:
        """By step: the peak over most responses as a multiple of that over fewest."""
        steps = {one.step: [other.peak_mb for other in self.peaks if other.step == one.step] for one in self.peaks}
        return {step: peaks[-1] / peaks[0] for step, peaks in steps.items()}

    @property
    def holds(self) -> bool:
        """Whether ratings stay within twice the bare query and memory is flat."""
        fast = all(one.ratio <= AIM for one in self.ratings)
        return fast and all(growth <= FLAT for growth in self.growths.values())


def measure_monitoring() -> MonitoringFigures:
    """Ratings of ten million responses by service, body, region and channel, in turns with the bare query."""
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        store = WaveStore(Path(folder) / "monitoring")
        path = write_wave(store, RESPONSES)
        ratings = tuple(_compare(store, path, group) for group in Group)
    peaks = [_peak("rate", size) for size in RATED] + [_peak("import", size) for size in IMPORTED]
    return MonitoringFigures(ratings=ratings, peaks=tuple(peaks))


def print_monitoring(figures: MonitoringFigures) -> None:
    """Two tables, to standard output."""
    table = Table(
        "by", "CPU seconds", "bare query", "ratio", title=f"Ratings over {RESPONSES:,} responses (aim: {AIM} ×)"
    )
    for one in figures.ratings:
        table.add_row(one.group, f"{one.seconds:.3f}", f"{one.bare:.3f}", f"{one.ratio:.2f}")
    Console().print(table)
    memory = Table("step", "responses", "peak MB", "seconds", title=f"Peak memory (aim: {FLAT} × the smallest number)")
    for peak in figures.peaks:
        memory.add_row(peak.step, f"{peak.responses:,}", f"{peak.peak_mb:.0f}", f"{peak.seconds:.1f}")
    Console().print(memory)
    for step, growth in figures.growths.items():
        Console().print(f"{step}: {growth:.2f} ×")


def _compare(store: WaveStore, path: Path, group: Group) -> RatingFigure:
    def ours() -> None:
        pooled = pool_answers(store, WAVE.id, group, "satisfaction")
        rate(pooled.groups, services=pooled.services)

    def bare() -> None:
        with duckdb.connect() as engine:
            engine.execute(BARE.format(group=group.value, path=path)).fetchall()

    ours()
    bare()
    times: dict[Callable[[], None], list[float]] = {ours: [], bare: []}
    for number in range(ROUNDS):
        for call in (ours, bare) if number % 2 else (bare, ours):
            started = time.process_time()
            call()
            times[call].append(time.process_time() - started)
    return RatingFigure(group=group.value, seconds=statistics.median(times[ours]), bare=statistics.median(times[bare]))


def _peak(step: str, responses: int) -> PeakFigure:
    """Runs a step in a process of its own; raises RuntimeError when it fails."""
    command = [sys.executable, "-m", "bench.monitoring", step, str(responses)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{step} of {responses} responses failed: {done.stderr[-500:]}")
    told = json.loads(done.stdout)
    return PeakFigure(step=step, responses=responses, peak_mb=told["peak_mb"], seconds=told["seconds"])


def _run_step(step: str, responses: int) -> None:
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        store = WaveStore(Path(folder) / "monitoring")
        file = Path(folder) / "rows.csv"
        if step == "import":
            write_csv(file, responses)
        else:
            subprocess.run([sys.executable, "-m", "bench.monitoring", "write", folder, str(responses)], check=True)  # noqa: S603
        started = time.perf_counter()
        if step == "import":
            import_wave(store, [file], services=services(), head=wave_to_json(WAVE))
        else:
            for group in Group:
                pooled = pool_answers(store, WAVE.id, group, "satisfaction")
                rate(pooled.groups, services=pooled.services)
        told = {"peak_mb": peak_mb("self"), "seconds": time.perf_counter() - started}
        sys.stdout.write(json.dumps(told))


def _main(arguments: Sequence[str]) -> None:
    if arguments[0] == "write":
        write_wave(WaveStore(Path(arguments[1]) / "monitoring"), int(arguments[2]))
    else:
        _run_step(arguments[0], int(arguments[1]))


if __name__ == "__main__":
    _main(sys.argv[1:])
