from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kb.model.search_log import ClickKind, LoggedClick, LoggedSearch, Missing
from kb.store import Store
from kb.store.search_writer import MOST_CLICKS

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)


def search(name: str, text: str = "балапан куәлігі", *, after: int = 0, **rest: Any) -> LoggedSearch:
    given = {
        "key": text.lower(), "language": "kk", "corrected": None, "total": 2, "total_clauses": 5,
        "shown": ("nest-1", "kite/2"), "took_ms": 1.25, "page": "/search", "answered": False, **rest,
    }  # fmt: skip
    return LoggedSearch(id=name, asked_at=NOON + timedelta(hours=after), text=text, **given)


def click(name: str, place: int = 1) -> LoggedClick:
    return LoggedClick(search=name, kind=ClickKind.SERVICE, target="nest-1", place=place)


@pytest.fixture
def log(store: Store) -> Store:
    """Three queries: one found nothing twice, one was opened once of three times, one was answered."""
    with store.write() as base:
        base.add_searches(
            [
                search("1", "Батпырауық", total=0, shown=()), search("2", "батпырауық", after=1, total=0, shown=()),
                search("3"), search("4", after=2), search("5", "Балапан куәлігі", after=1),
                search("6", "ұя мерзімі", answered=True),
            ]
        )  # fmt: skip
        base.add_clicks([click("3"), click("3", 2)])
    return store


def counted(store: Store, missing: Missing | None, *, since: datetime = EVER, limit: int = 9) -> list[Any]:
    with store.read() as base:
        counts = base.query_counts(missing, since=since, limit=limit)
    return [(one.newest.text, one.searches, one.clicked) for one in counts]


def test_queries_that_differ_in_form_only_are_one_with_the_newest_words(log: Store) -> None:
    assert counted(log, Missing.RESULT) == [("батпырауық", 2, 0)]
    assert counted(log, Missing.CLICK) == [("балапан куәлігі", 3, 1)]
    assert [one[0] for one in counted(log, None)] == ["балапан куәлігі", "батпырауық", "ұя мерзімі"]


def test_only_what_was_asked_since_a_moment_counts(log: Store) -> None:
    assert counted(log, None, since=NOON + timedelta(hours=1), limit=1) == [("балапан куәлігі", 2, 0)]
    assert counted(log, Missing.RESULT, since=NOON + timedelta(hours=2)) == []


def test_a_query_whose_every_search_was_opened_is_not_without_a_click(log: Store) -> None:
    with log.write() as base:
        base.add_clicks([click("4"), click("5")])
    assert counted(log, Missing.CLICK) == []


def test_counts_of_the_log(log: Store) -> None:
    with log.read() as base:
        assert base.search_counts(since=EVER) == {
            "searches": 6,
            "without_result": 2,
            "without_click": 2,
            "clicks": 2,
        }
        assert base.search_counts(since=NOON + timedelta(hours=3)) == {
            "searches": 0, "without_result": 0, "without_click": 0, "clicks": 0,
        }  # fmt: skip


def test_searches_come_back_as_they_were_with_what_was_opened(log: Store) -> None:
    with log.read() as base:
        held = list(base.searches(since=EVER))
        assert base.logged_search("4") == search("4", after=2)
        assert base.logged_search("nobody") is None
    assert [one.id for one, _ in held] == ["1", "3", "6", "2", "5", "4"]
    assert {one.id: clicks for one, clicks in held}["3"] == (click("3"), click("3", 2))


def test_a_moment_of_another_time_zone_is_put_in_its_place(store: Store) -> None:
    here = datetime.fromisoformat("2026-03-04T16:30:00+05:00")
    with store.write() as base:
        base.add_searches([search("1"), LoggedSearch(**{**_fields(search("2")), "asked_at": here})])
        assert [one.id for one, _ in base.searches(since=EVER)] == ["2", "1"]
        assert [one.id for one, _ in base.searches(since=here + timedelta(minutes=1))] == ["1"]


def _fields(one: LoggedSearch) -> dict[str, Any]:
    return {name: getattr(one, name) for name in LoggedSearch.__dataclass_fields__}


def test_clicks_of_unknown_searches_and_those_without_end_are_left_out(log: Store) -> None:
    with log.write() as base:
        base.add_clicks([click("nobody"), *[click("4", place) for place in range(MOST_CLICKS + 5)]])
        base.add_clicks([click("4")])
        opened = {one.id: len(clicks) for one, clicks in base.searches(since=EVER)}
    assert (opened["4"], opened["3"]) == (MOST_CLICKS, 2)


def test_what_is_opened_often_is_opened_on_several_days(log: Store) -> None:
    with log.write() as base:
        base.add_searches([search(f"d{day}", after=24 * day) for day in range(3)])
        base.add_clicks([click(f"d{day}") for day in range(3)])
        assert base.opened_services(least=4, days=3, limit=9) == ("nest-1",)
        assert base.opened_services(least=5, days=3, limit=9) == ()
        assert base.opened_services(least=1, days=4, limit=9) == ()


def test_what_is_older_is_forgotten_with_its_clicks(log: Store) -> None:
    with log.write() as base:
        assert base.forget_searches(NOON + timedelta(hours=1)) == 3
        assert [one.id for one, _ in base.searches(since=EVER)] == ["2", "5", "4"]
        assert base.search_counts(since=EVER)["clicks"] == 0
        assert base.forget_searches(None) == 3
        assert list(base.searches(since=EVER)) == []
