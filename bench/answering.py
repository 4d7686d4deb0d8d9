"""The consultant: an answer beside a search for the same words, its first letters in a browser, and many operators."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.document_build import fresh_environment, run_command
from bench.keystrokes import measure_keystrokes
from bench.operators import Load, measure_load
from bench.served import serving
from bench.timing import Aim, Comparison, Pair, compare
from kb.app.warming import warm_up
from kb.pipeline import Home, Registry
from kb.search.request import LONGEST_TEXT

ASK_AIM = Aim(ratio=3.0, p50=False)
KEY_AIM = Aim(ratio=2.0, p50=False)
QUESTIONS = Path("tests/labels/consultant/questions.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweringFigures:
    """`asks` beside searches in one process; `keys` from a key to the list on the page beside the endpoint alone;
    `load` of many operators at once, None where it was not measured."""

    asks: Comparison | None
    keys: Comparison | None
    load: Load | None

    @property
    def holds(self) -> bool:
        """Whether every aim is held."""
        return all(one.holds for one in (self.asks, self.keys, self.load) if one is not None)


def measure_answering(
    shared: Path, *, home: Path | None, operators: int, seconds: float, parts: Sequence[str]
) -> AnsweringFigures:
    """Measures what `parts` names (`asks`, `keys`, `load`) on the base of `home`; None builds one of the seeds."""
    questions = read_questions()
    with _base(shared, home) as folder:
        asks = _compare_asks(folder, questions) if "asks" in parts else None
        if "keys" not in parts and "load" not in parts:
            return AnsweringFigures(asks=asks, keys=None, load=None)
        with serving(folder) as address:
            keys = measure_keystrokes(address, questions, KEY_AIM) if "keys" in parts else None
            load = measure_load(address, questions, operators=operators, seconds=seconds) if "load" in parts else None
    return AnsweringFigures(asks=asks, keys=keys, load=load)


def read_questions() -> list[str]:
    """The words of the labelled questions that can be asked, each once; the answers to them play no part here."""
    path = Path(__file__).parents[1] / QUESTIONS
    lines = path.read_text(encoding="utf-8").splitlines()
    asked = dict.fromkeys(str(json.loads(line)["q"]).strip() for line in lines if line.strip())
    return [text for text in asked if 0 < len(text) <= LONGEST_TEXT]


def print_answering(figures: AnsweringFigures) -> None:
    """Tables, to standard output."""
    out = Console()
    table = Table(title="Answers (aims at p95: an ask 3 × a search, a key 2 × the endpoint alone)")
    for heading in ("what", "p50 ms", "bare p50", "p95 ms", "bare p95", "ratio", "aim"):
        table.add_column(heading, justify="left" if heading in ("what", "aim") else "right")
    for name, one in (("ask beside search", figures.asks), ("key to list on the page", figures.keys)):
        if one:
            cells = (one.p50, one.bare_p50, one.p95, one.bare_p95, one.p95 / one.bare_p95)
            table.add_row(name, *(f"{cell:.2f}" for cell in cells), "held" if one.holds else "MISSED")
    if table.rows:
        out.print(table)
    if load := figures.load:
        table = Table(
            title=f"{load.operators} operators asking at once, one server process (aims: no error, p99 5 × p50)"
        )
        for heading in ("seconds", "answers", "a second", "errors", "p50 ms", "p95 ms", "p99 ms", "p99 / p50", "aim"):
            table.add_column(heading, justify="right")
        table.add_row(
            f"{load.seconds:.0f}", f"{load.answers:,}", f"{load.answers / load.seconds:.1f}", str(load.errors),
            *(f"{time:.0f}" for time in (load.p50, load.p95, load.p99)), f"{load.ratio:.2f}",
            "held" if load.holds else "MISSED",
        )  # fmt: skip
        out.print(table)
        for line in load.told:
            out.print(line)


@contextmanager
def _base(shared: Path, home: Path | None) -> Iterator[Path]:
    if home is not None:
        yield home
        return
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as folder:
        environment = fresh_environment(folder)
        run_command(["import", str(shared / "seeds")], environment)
        run_command(["build"], environment)
        yield Path(folder)


def _compare_asks(folder: Path, questions: Sequence[str]) -> Comparison:
    registry = Registry(Home(folder=folder))
    try:
        warm_up(registry)  # as `kb serve` does
        pairs = [Pair(partial(registry.ask, text), partial(registry.search, text)) for text in questions]
        return compare(pairs, ASK_AIM)
    finally:
        registry.close()
