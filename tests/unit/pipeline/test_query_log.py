"""What the log keeps, for how long, and that no search waits for it."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kb.model import Language
from kb.model.access import LOCAL
from kb.model.search_log import ClickKind
from kb.pipeline import Home
from kb.pipeline.curation import Curation
from kb.pipeline.errors import BadCuration, UnknownName
from kb.pipeline.query_log import QueryLog
from kb.search import SearchResult, ServiceHit
from kb.store import Store
from kb.text import Masked, mask_personal
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


def test_personal_words_are_masked_before_anything_is_stored(log: QueryLog, home: Home) -> None:
    log.note(found("Балапан туу куәлігі", corrected="Балапан куәлік"), page="/search")
    log.flush()
    ((held, _),) = log.searches()
    assert (held.text, held.corrected, held.key) == ("[ат] туу куәлігі", "[ат] куәлік", "[ат] туу куәлігі")
    log.close()
    for path in home.folder.iterdir():
        assert path.is_dir() or "Балапан".encode() not in path.read_bytes(), path


def test_a_correction_that_shows_more_is_not_kept(log: QueryLog) -> None:
    log.note(found("Балапан куәлігі", corrected="балапан куәлігі"), page="/search")
    log.note(found("құсүй куәлігі", corrected="құс үйі куәлігі"), page="/search")
    log.flush()
    assert [one.corrected for one, _ in log.searches()] == [None, "құс үйі куәлігі"]


def test_numbers_and_names_of_people_are_masked_by_themselves(open_log: Callable[..., QueryLog]) -> None:
    log = open_log(mask=mask_personal)
    log.note(found("ЖСН 900101300123, Ерлан Серікұлы: бала туу куәлігі 153 бұйрық"), page="/search")
    (kept,) = texts(log)
    assert not any(word in kept for word in ("900101300123", "Ерлан", "Серікұлы"))
    assert "бала туу куәлігі 153 бұйрық" in kept


def test_queries_without_a_result_and_without_a_click(log: QueryLog) -> None:
    log.note(found("құсүй", total=0), page="/search")
    log.note(found("ҚҰСҮЙ ", total=0), page="/v1/search")
    opened = log.note(found("ұя"), page="/search")
    log.note(found("ұя"), page="/search")
    log.note(found("ұя мерзімі"), page="/search", answered=True)
    assert opened
    log.click(opened, kind=ClickKind.SERVICE, target="nest-1", place=1)
    log.flush()
    assert [(one.newest.key, one.searches) for one in log.without_result()] == [("құсүй", 2)]
    assert [(one.newest.text, one.searches, one.clicked) for one in log.without_click()] == [("ұя", 2, 1)]
    assert log.counts() == {"searches": 5, "without_result": 2, "without_click": 1, "clicks": 1}
    assert [len(clicks) for _, clicks in log.searches()] == [0, 0, 1, 0, 0]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (ClickKind.SERVICE, "nest-2"),  # not shown
        (ClickKind.CLAUSE, "Ерлан Серікұлы"),
        (ClickKind.CLAUSE, "900101300123"),
        (ClickKind.CLAUSE, "a b"),
    ],
)
def test_a_click_on_what_was_not_shown_or_is_no_clause_is_not_kept(
    open_log: Callable[..., QueryLog], kind: ClickKind, target: str
) -> None:
    log = open_log(mask=mask_personal)
    opened = log.note(found("ұя"), page="/search")
    assert opened
    log.click(opened, kind=kind, target=target, place=1)
    log.click(opened, kind=ClickKind.CLAUSE, target="V0000000001/annex-1/p-2", place=2)
    log.flush()
    assert [[click.target for click in clicks] for _, clicks in log.searches()] == [["V0000000001/annex-1/p-2"]]


@pytest.mark.parametrize("hidden", ["900101\u200b300123", "9ОО1О13ОО123"])
def test_what_hides_a_number_hides_it_from_nobody(open_log: Callable[..., QueryLog], hidden: str) -> None:
    log = open_log(mask=mask_personal)
    log.note(found(f"анықтама {hidden}"), page="/search")
    log.flush()
    ((kept, _),) = log.searches()
    assert (kept.text, kept.key) == ("анықтама [ЖСН]", "анықтама [жсн]")


def test_a_server_forgets_where_nobody_searches(open_log: Callable[..., QueryLog], clock: Clock) -> None:
    log = open_log()
    log.note(found("ұя"), page="/search")
    log.flush()
    log.close()
    clock.now += timedelta(days=400)
    later = open_log()
    later.begin()
    later.flush()
    assert later.forget(actor=LOCAL, older_than=0) == 0


def test_a_search_is_forgotten_after_its_days(open_log: Callable[..., QueryLog], clock: Clock) -> None:
    log = open_log(days=2)
    log.note(found("бірінші"), page="/search")
    clock.now += timedelta(days=1)
    log.note(found("екінші"), page="/search")
    clock.now += timedelta(days=1, hours=1)
    assert texts(log) == ["екінші"]  # not shown any more, though nothing was written since
    assert open_log(days=9).counts()["searches"] == 2
    log.note(found("үшінші"), page="/search")
    log.flush()
    assert open_log(days=9).counts()["searches"] == 2


def test_it_is_cleared_at_most_once_a_day(open_log: Callable[..., QueryLog], clock: Clock) -> None:
    log, longer = open_log(days=1), open_log(days=30)
    log.note(found("бірінші"), page="/search")
    clock.now += timedelta(hours=23)
    log.note(found("екінші"), page="/search")
    clock.now += timedelta(hours=2)
    log.note(found("үшінші"), page="/search")
    log.flush()
    assert longer.counts()["searches"] == 2
    clock.now += timedelta(hours=23)
    log.note(found("төртінші"), page="/search")
    log.flush()
    assert longer.counts()["searches"] == 3  # the second is too old by now, and stays until a day is over


def test_without_days_nothing_is_kept_and_what_was_is_forgotten(open_log: Callable[..., QueryLog]) -> None:
    before = open_log()
    before.note(found("бұрынғы"), page="/search")
    assert texts(before) == ["бұрынғы"]
    log = open_log(days=0)
    assert log.note(found("жаңа"), page="/search") is None
    log.click("0" * 16, kind=ClickKind.SERVICE, target="nest-1", place=1)
    log.flush()
    assert before.counts()["searches"] == 0


def test_forgetting_by_command(log: QueryLog, clock: Clock) -> None:
    for text in ("бірінші", "екінші"):
        log.note(found(text), page="/search")
        log.flush()
        clock.now += timedelta(days=10)
    assert log.forget(actor=LOCAL) == 0
    assert log.forget(actor=LOCAL, older_than=15) == 1
    assert log.forget(actor=LOCAL, older_than=0) == 1
    assert texts(log) == []


def test_a_busy_database_costs_the_line_and_no_time(
    log: QueryLog, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    with store.write(), caplog.at_level(logging.WARNING):
        noted = log.note(found("Балапан туу куәлігі"), page="/search")
        assert noted  # it came back while the database was taken
        log.flush()
    assert log.lost == 1
    assert "куәлігі" not in caplog.text
    assert texts(log) == []
    log.note(found("келесі"), page="/search")
    assert texts(log) == ["келесі"]


def test_a_database_that_cannot_be_written_costs_the_line_only(log: QueryLog, home: Home) -> None:
    with sqlite3.connect(home.folder / "anyq.sqlite") as raw:
        raw.execute("DROP TABLE clicks")
        raw.execute("ALTER TABLE searches RENAME TO elsewhere")
    assert log.note(found("ұя"), page="/search")
    log.flush()
    assert log.lost == 1


def test_a_mask_that_fails_keeps_the_words_out_of_every_log(
    open_log: Callable[..., QueryLog], caplog: pytest.LogCaptureFixture
) -> None:
    def failing(text: str) -> Masked:
        raise ValueError(text)

    log = open_log(mask=failing)
    log.note(found("Балапан туу куәлігі"), page="/search")
    assert texts(log) == []
    assert log.lost == 1
    assert "Балапан" not in caplog.text
    assert "ValueError" in caplog.text


def test_too_many_at_once_are_lost_and_counted(open_log: Callable[..., QueryLog], store: Store) -> None:
    log = open_log()
    with store.write():
        for number in range(1_500):
            log.note(found(f"сөз {number}"), page="/search")
        assert log.lost >= 200
    log.flush()
    assert len(log.listed(limit=2_000)) == 1_500 - log.lost


def test_whoever_asks_without_end_fills_no_disk(log: QueryLog, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.pipeline.query_log.MOST_A_DAY", 3)
    assert [bool(log.note(found("ұя"), page="/search")) for _ in range(5)] == [True, True, True, False, False]
    clock.now += timedelta(days=1)
    assert log.note(found("ұя"), page="/search")


def test_a_logged_query_becomes_a_synonym_in_one_step(log: QueryLog, store: Store) -> None:
    search = log.note(found("құсүй", total=0), page="/search")
    assert search
    log.flush()
    made = log.adopt(search, term="мектеп", actor=LOCAL.signing("Гүлнар"))
    assert (made.said, made.ru[0], made.search) == (("құсүй",), "школа", search)
    part = log.adopt(search, words="ҚҮ", term="мектеп", actor=LOCAL.signing("Гүлнар"), short=True)
    assert (part.said, part.short) == ((), ("ҚҮ",))
    (first, second) = Curation(store).curated().terms
    assert (first.said, second.short) == (("құсүй",), ("ҚҮ",))


def test_a_masked_word_is_no_synonym(log: QueryLog) -> None:
    search = log.note(found("Балапан", total=0), page="/search")
    assert search
    log.flush()
    with pytest.raises(BadCuration, match="masked"):
        log.adopt(search, term="мектеп", actor=LOCAL.signing("Гүлнар"))
    with pytest.raises(UnknownName, match="no search"):
        log.adopt("f" * 16, term="мектеп", actor=LOCAL.signing("Гүлнар"))


def test_searches_since_a_moment(log: QueryLog, clock: Clock) -> None:
    log.note(found("бірінші"), page="/search")
    clock.now += timedelta(days=1)
    log.note(found("екінші"), page="/search")
    log.flush()
    since = date(2026, 3, 5)
    assert [one.text for one, _ in log.searches(since=since)] == ["екінші"]
    assert log.counts(since=since)["searches"] == 1
    assert [one.newest.text for one in log.listed(since=since)] == ["екінші"]


def test_closing_stores_what_waits(open_log: Callable[..., QueryLog], home: Home, tmp_path: Path) -> None:
    log = open_log()
    for number in range(50):
        log.note(found(f"сөз {number}"), page="/search")
    log.close()
    assert open_log().counts()["searches"] == 50
