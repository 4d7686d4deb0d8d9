"""What a query log forgets, and when."""

from collections.abc import Callable
from datetime import date, timedelta

from kb.model.access import LOCAL
from kb.model.search_log import ClickKind
from kb.pipeline.query_log import QueryLog
from tests.unit.pipeline.query_logs import Clock, clock, found, log, open_log, store, texts

__all__ = ["clock", "log", "open_log", "store"]


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


def test_searches_since_a_moment(log: QueryLog, clock: Clock) -> None:
    log.note(found("бірінші"), page="/search")
    clock.now += timedelta(days=1)
    log.note(found("екінші"), page="/search")
    log.flush()
    since = date(2026, 3, 5)
    assert [one.text for one, _ in log.searches(since=since)] == ["екінші"]
    assert log.counts(since=since)["searches"] == 1
    assert [one.newest.text for one in log.listed(since=since)] == ["екінші"]
