"""Query logs with a clock and a mask of their own, for the tests of what they keep and forget."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from kb.model import Answer, AnswerState, Intent, Language
from kb.pipeline import Home
from kb.pipeline.curation import Curation
from kb.pipeline.query_log import QueryLog
from kb.search import SearchResult, ServiceHit
from kb.store import Store
from kb.text import Masked
from tests.contract.small_registry import make_service

NEST = make_service("nest-1", "Ұя", "")
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def found(text: str, *, total: int = 1, corrected: str | None = None) -> SearchResult:
    return SearchResult(
        query=text, language=Language.KK, corrected=corrected, total=total, total_clauses=0, clauses=(),
        services=(ServiceHit(service=NEST, score=1.0, snippets=(), why=()),) if total else (),
        facets={}, clause_facets={},
        next=None, took_ms=1.5,
    )  # fmt: skip


def answered(text: str, *, state: AnswerState = AnswerState.ANSWERED) -> Answer:
    return Answer(
        id="a1", q=text, lang=Language.KK, state=state, intent=Intent.DEADLINE,
        service=NEST if state is AnswerState.ANSWERED else None, answer="", read_aloud="", values=(), citations=(),
        alternatives=(), as_of=date(2026, 3, 4), took_ms=2.5,
    )  # fmt: skip


def mask(text: str) -> Masked:
    return Masked(text.replace("Балапан", "[ат]"), ("name",) if "Балапан" in text else ())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    yield store
    store.close()


@pytest.fixture
def open_log(store: Store, clock: Clock) -> Iterator[Callable[..., QueryLog]]:
    opened: list[QueryLog] = []
    numbers = count(1)

    def open_one(**settings: Any) -> QueryLog:
        given = {"mask": mask, "clock": clock, "name": lambda: f"{next(numbers):016x}", **settings}
        opened.append(QueryLog(store, Curation(store, clock=clock), **given))
        return opened[-1]

    yield open_one
    for log in opened:
        log.close()


@pytest.fixture
def log(open_log: Callable[..., QueryLog]) -> QueryLog:
    return open_log()


def texts(log: QueryLog) -> list[str]:
    log.flush()
    return [one.newest.text for one in log.listed()]
