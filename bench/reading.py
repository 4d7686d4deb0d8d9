"""Reading of pages, bytes → clauses, beside BeautifulSoup with lxml that only parses them."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bs4 import BeautifulSoup

from bench.reading_pages import make_page
from kb.model import Language, Snapshot
from kb.read import divide_act, read_body
from scrapers import adilet

ALLOWED = 2.5
ROUNDS = 7
SEED = 20261125
# Articles and rows: a law, rules with a table, and a register that is one long table.
SIZES = {"law": (300, 20), "rules": (60, 800), "register": (2, 4_000)}
# The page that is also read by its source, with all that comes behind the clauses.
WHOLE_WAY = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFigure:
    """Median processor seconds for one kind of page, and those of parsing alone."""

    page: str
    size: int
    clauses: int
    seconds: float
    bare_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the parsing alone."""
        return self.seconds / self.bare_seconds

    @property
    def holds(self) -> bool:
        """Whether reading stays within 2.5 times the parsing alone."""
        return self.ratio <= ALLOWED


def measure_reading() -> list[ReadingFigure]:
    """Each kind of page, read and parsed in turns; one of them also the whole way through its source."""
    figures = []
    for name, (articles, rows) in SIZES.items():
        dice = random.Random(SEED)  # noqa: S311  the same page on every run
        body = make_page(articles=articles, rows=rows, dice=dice).encode()
        figures.append(_measure(name, body, _read))
        if name == WHOLE_WAY:
            figures.append(_measure(f"{name} by its source", body, _read_by_source))
    return figures


def _measure(name: str, body: bytes, read: Callable[[bytes], int]) -> ReadingFigure:
    times: dict[str, list[float]] = {"read": [], "parse": []}
    for _ in range(ROUNDS):
        times["parse"].append(_seconds(_parse, body))
        times["read"].append(_seconds(read, body))
    return ReadingFigure(
        page=name,
        size=len(body),
        clauses=read(body),
        seconds=statistics.median(times["read"]),
        bare_seconds=statistics.median(times["parse"]),
    )


def _read_by_source(body: bytes) -> int:
    """The whole way of a page from the archive: which act it is, its clauses, its checks."""
    snapshot = Snapshot(
        digest="sha256:0",
        document="https://adilet.zan.kz/rus/docs/Z3100009970",
        source=adilet.SOURCE.id,
        media_type="text/html",
        taken_at=datetime(2031, 4, 9, tzinfo=UTC),
        size=len(body),
    )
    return len(adilet.read(snapshot, body, lambda _pattern: {}).clauses)


def _read(body: bytes) -> int:
    reading = read_body(body, "text/html", document="page.html")
    return len(divide_act(reading.text, reading.blocks, language=Language.RU))


def _parse(body: bytes) -> None:
    BeautifulSoup(body.decode(), "lxml")


def _seconds(call: Callable[[bytes], object], body: bytes) -> float:
    started = time.process_time()
    call(body)
    return time.process_time() - started
