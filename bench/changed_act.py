"""What a build reads again when one act out of many has changed."""

import random
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.extraction_texts import make_act
from kb.pipeline import Home, import_paths
from kb.pipeline.progress import silent
from kb.pipeline.reading import read_changes

ALLOWED = 0.01  # share of the time that reading all takes
ACTS = 300
SERVICES = 4  # an act of about 55 kB; the real ones have twice that on average
SEED = 20261126


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """Processor seconds of reading and extracting: of all `acts`, and of the one that changed among them."""

    acts: int
    all_seconds: float
    one_seconds: float

    @property
    def share(self) -> float:
        """The part of the full time."""
        return self.one_seconds / self.all_seconds

    @property
    def holds(self) -> bool:
        """Whether that is at most a hundredth."""
        return self.share <= ALLOWED


def measure_changed_act(acts: int = ACTS) -> Reread:
    """Imports and reads so many acts as a build does, changes one of them and reads again; raises RuntimeError when
    anything but that was read."""
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        pages, home = Path(folder) / "acts", Home(folder=Path(folder) / "home")
        for number in range(acts):
            _write(pages, number, random.Random(SEED + number))  # noqa: S311  the same acts on every run
        import_paths(home, [pages])
        all_seconds = _seconds(home, expected=acts)
        _write(pages, acts // 2, random.Random(SEED - 1))  # noqa: S311
        import_paths(home, [pages])
        return Reread(acts=acts, all_seconds=all_seconds, one_seconds=_seconds(home, expected=1))


def _write(pages: Path, number: int, dice: random.Random) -> None:
    place = pages / "999000000000-bench" / "2031" / f"0409-bench-{number}"
    place.mkdir(parents=True, exist_ok=True)
    (place / "rus.md").write_text(make_act(SERVICES, dice, first=number * SERVICES), encoding="utf-8")


def _seconds(home: Home, *, expected: int) -> float:
    with closing(home.store()) as store, store.write() as base:
        started = time.process_time()
        changes = read_changes(base, home.archive(), source=None, full=False, progress=silent)
        seconds = time.process_time() - started
    if changes.read != expected or changes.failures:
        raise RuntimeError(f"{changes.read} acts were read instead of {expected}, {len(changes.failures)} failed")
    return seconds


def print_changed_act(found: Reread) -> None:
    """A table, to standard output."""
    table = Table(title=f"Reading and extracting again when one act changed (aim: {ALLOWED:.0%} of all)")
    for heading in ("acts", "all, seconds", "one, seconds", "share", "aim holds"):
        table.add_column(heading, justify="right")
    figures = (f"{found.acts:,}", f"{found.all_seconds:.2f}", f"{found.one_seconds:.3f}", f"{found.share:.2%}")
    table.add_row(*figures, "yes" if found.holds else "NO")
    Console().print(table)
