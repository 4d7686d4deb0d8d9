"""How the check for contradictions grows, and what one amended text costs."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.checked_services import DAY, made_service, made_sources
from kb.compare.checking import check_service
from kb.compare.material import ServiceMaterial
from kb.pipeline import Home
from kb.pipeline.check_ground import CheckGround
from kb.pipeline.checking import check_base
from kb.pipeline.progress import silent
from kb.store import Writer

SIZES = (100, 1_300, 10_000)
ALLOWED_GROWTH = 1.2  # time per statement, against the smallest size
STORED = 600  # services of the stored base
ALLOWED_SHARE = 0.01  # checking again after one amended text, of the full check
ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFigure:
    """Processor seconds of checking so many services."""

    services: int
    statements: int
    findings: int
    seconds: float

    @property
    def per_statement(self) -> float:
        """Microseconds a statement."""
        return self.seconds / self.statements * 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """Processor seconds of checking a stored base: all of it, and again after one text of it was amended."""

    services: int
    all_seconds: float
    again_seconds: float

    @property
    def share(self) -> float:
        """The part of the full time."""
        return self.again_seconds / self.all_seconds


def measure_checking(sizes: Sequence[int] = SIZES) -> list[CheckFigure]:
    """The check alone, service after service, at each size."""
    _check(20)  # the rules load their wording once
    return [_check(size) for size in sizes]


def growth(figures: Sequence[CheckFigure]) -> float:
    """The largest time a statement against that of the smallest size."""
    return max(one.per_statement for one in figures) / figures[0].per_statement


def measure_recheck(services: int = STORED) -> Recheck:
    """The check of a stored base, then again with one text of one service amended; raises RuntimeError when nothing
    or everything was checked again."""
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        home = Home(folder=Path(folder) / "home")
        with closing(home.store()) as store:
            with store.write() as base:
                for number in range(services):
                    _save(base, number, salt=0)
                base.save_services(made_service(number) for number in range(services))
            all_seconds = _timed(home)
            again = []
            for turn in range(1, ROUNDS + 1):
                with store.write() as base:
                    _save(base, services // 2, salt=turn)
                    base.save_services(made_service(number) for number in range(services))
                again.append(_timed(home))
    return Recheck(services=services, all_seconds=all_seconds, again_seconds=statistics.median(again))


def checking_holds(figures: Sequence[CheckFigure], recheck: Recheck) -> bool:
    """Whether both aims are met."""
    return growth(figures) <= ALLOWED_GROWTH and recheck.share <= ALLOWED_SHARE


def print_checking(figures: Sequence[CheckFigure], recheck: Recheck) -> None:
    """Two tables, to standard output."""
    table = Table(title=f"Checking for contradictions (aim: time a statement within {ALLOWED_GROWTH}× of the smallest)")
    for heading in ("services", "statements", "findings", "seconds", "µs a statement", "growth"):
        table.add_column(heading, justify="right")
    for one in figures:
        ratio = one.per_statement / figures[0].per_statement
        cells = (f"{one.services:,}", f"{one.statements:,}", f"{one.findings:,}", f"{one.seconds:.2f}")
        table.add_row(*cells, f"{one.per_statement:.0f}", f"{ratio:.2f}×")
    Console().print(table)
    again = Table(title=f"Checking again after one amended text (aim: {ALLOWED_SHARE:.0%} of all)")
    for heading in ("services", "all, seconds", "again, seconds", "share"):
        again.add_column(heading, justify="right")
    again.add_row(
        f"{recheck.services:,}", f"{recheck.all_seconds:.2f}", f"{recheck.again_seconds:.3f}", f"{recheck.share:.2%}"
    )
    Console().print(again)


def _check(size: int) -> CheckFigure:
    seconds, statements, findings = 0.0, 0, 0
    for number in range(size):
        sources = list(made_sources(number))
        texts = {one.document.snapshot.digest: one.document for one in sources}
        told = tuple(statement for one in sources for statement in one.statements)
        material = ServiceMaterial(service=made_service(number), day=DAY, statements=told, text_of=texts.get)
        started = time.process_time()
        found = check_service(material)
        seconds += time.process_time() - started
        statements += len(told)
        findings += len(found.findings)
    return CheckFigure(services=size, statements=statements, findings=findings, seconds=seconds)


def _save(base: Writer, number: int, *, salt: int) -> None:
    for place, one in enumerate(made_sources(number, salt=salt)):
        if salt and place == 0:
            before = next(iter(made_sources(number, salt=salt - 1)))
            base.drop_reading(before.document.snapshot.document, before.document.snapshot.digest)
        if place == 0 or not salt:
            base.save_reading(
                one.document, version="bench", related={}, mentions=(one.mention,), statements=one.statements
            )


def _timed(home: Home) -> float:
    with closing(home.store()) as store, store.write() as base:
        started = time.process_time()
        failed = check_base(base, CheckGround(base, DAY), progress=silent)
        seconds = time.process_time() - started
        checked = len(base.checks())
    if checked < 1:
        raise RuntimeError("nothing was checked")
    if failed:
        raise RuntimeError(f"{len(failed)} checks failed, the first: {failed[0].message}")
    return seconds
