"""Marks given here and now: what is counted, what is kept and for how long, and the wave that they become."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kb.model import Language
from kb.model.live import LiveMark, LiveSubject
from kb.monitoring import BadMarks, Group, NotComparable, WaveStore
from kb.pipeline import BadFeedback, Home, MarkedToday, TooManyMarks
from kb.pipeline.address_rate import AddressRate
from kb.pipeline.feedback import MARKS_A_MINUTE
from kb.pipeline.monitored import open_waves
from kb.pipeline.monitoring import Monitoring, TrendNote
from kb.pipeline.practice.live_marks import LiveMarks
from kb.pipeline.practice.live_wave import REFRESH_S, LiveWaves
from kb.store import Store
from tests.contract.small_registry import make_service
from tests.monitored_base import bring_wave, head_of
from tests.unit.pipeline.query_logs import Clock

HERE, THERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    with store.write() as base:
        base.save_services([make_service("nest-1", "Ұя", "Гнездо"), make_service("kite-2", "Батпырауық", "Змей")])
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(store: Store, clock: Clock) -> LiveMarks:
    return LiveMarks(store, clock=clock, rate=AddressRate(most=1000))


@pytest.fixture
def waves(home: Home) -> WaveStore:
    return open_waves(home)


def mark(number: int = 5, service: str = "nest-1", **rest: Any) -> LiveMark:
    fields = {"subject": LiveSubject.SERVICE, "language": Language.KK, "service": service, "mark": number, **rest}
    return LiveMark(**fields)


def counted(store: Store, year: int) -> dict[tuple[str, str, str | None, int], int]:
    with store.read() as base:
        return {(one.subject, one.service, one.channel, one.mark): one.count for one in base.live_counts(year)}


def test_marks_are_counted_by_service_channel_and_mark(live: LiveMarks, store: Store, clock: Clock) -> None:
    year = {
        live.note(mark(5, channel="egov_portal"), address=HERE),
        live.note(mark(5, channel="egov_portal"), address=THERE),
        live.note(mark(2), address="192.0.2.3"),
        live.note(mark(4, subject=LiveSubject.ANSWER), address=HERE),
    }
    assert year == {clock.now.year}
    assert counted(store, clock.now.year) == {
        ("answer", "nest-1", None, 4): 1,
        ("service", "nest-1", None, 2): 1,
        ("service", "nest-1", "egov_portal", 5): 2,
    }


def test_an_address_gives_a_service_one_mark_a_day(live: LiveMarks, store: Store, clock: Clock) -> None:
    live.note(mark(1), address=HERE)
    with pytest.raises(MarkedToday, match="tomorrow"):
        live.note(mark(5), address=HERE)
    live.note(mark(5, "kite-2"), address=HERE)
    live.note(mark(5), address=THERE)
    clock.now += timedelta(days=1)
    live.note(mark(3), address=HERE)
    found = counted(store, clock.now.year)
    assert sum(found.values()) == 4
    assert ("service", "nest-1", None, 5) in found


def test_a_network_of_version_six_is_one_address(live: LiveMarks) -> None:
    live.note(mark(), address="2001:db8::1")
    with pytest.raises(MarkedToday):
        live.note(mark(), address="2001:db8::2")


def test_neither_addresses_nor_yesterdays_digests_stay(live: LiveMarks, store: Store, home: Home, clock: Clock) -> None:
    live.note(mark(words="жақсы"), address=HERE)
    day = clock.now.date()
    with store.read() as base:
        assert base.live_salts_before(day + timedelta(days=1))
    clock.now += timedelta(days=1)
    live.forget_old()
    with store.read() as base:
        assert not base.live_salts_before(day + timedelta(days=1))
        assert base.live_salt(day) is None
    for path in home.folder.glob("anyq.sqlite*"):
        assert HERE.encode() not in path.read_bytes()


def test_words_are_masked_and_forgotten_while_counts_stay(live: LiveMarks, store: Store, clock: Clock) -> None:
    live.note(mark(1, words="Ерлан Серікұлы, +7 701 234 56 78:   ұзақ күттім"), address=HERE)
    (comment,) = live.comments(service="nest-1")
    assert "ұзақ күттім" in comment.mark.words
    assert "Серікұлы" not in comment.mark.words
    assert "234 56" not in comment.mark.words
    assert live.comments(service="kite-2") == ()
    year = clock.now.year
    clock.now += timedelta(days=live.days, seconds=1)
    assert live.comments() == ()
    live.forget_old()
    with store.read() as base:
        assert base.live_comments(since=datetime(2000, 1, 1, tzinfo=UTC)) == ()
    assert counted(store, year)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"number": 6}, "from 1 to 5"),
        ({"number": 0}, "from 1 to 5"),
        ({"service": "Ерлан Серікұлы"}, "no service goes by this id"),
        ({"service": "x" * 301}, "no service goes by this id"),
        ({"channel": "pigeon"}, "no channel of this code"),
        ({"words": "а" * 2001}, "at most 2,000"),
        ({"words": "а\x00б"}, "cannot be shown"),
    ],
)
def test_what_cannot_be_kept_counts_nothing(
    live: LiveMarks, store: Store, clock: Clock, given: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadFeedback, match=message) as told:
        live.note(mark(**given), address=HERE)
    assert "Ерлан" not in str(told.value)
    assert counted(store, clock.now.year) == {}
    live.note(mark(), address=HERE)


def test_an_address_may_not_go_on_without_end(store: Store) -> None:
    live = LiveMarks(store)
    for number in range(MARKS_A_MINUTE):
        try:
            live.note(mark(), address=HERE)
        except MarkedToday:
            assert number
    with pytest.raises(TooManyMarks):
        live.note(mark(5, "kite-2"), address=HERE)


def test_a_base_that_keeps_nothing_counts_nothing(store: Store) -> None:
    with pytest.raises(BadFeedback, match="keeps no marks"):
        LiveMarks(store, days=0).note(mark(), address=HERE)


@pytest.fixture
def monitoring(home: Home, store: Store, waves: WaveStore, live: LiveMarks) -> Callable[[float], Monitoring]:
    moment = [0.0]
    refreshed = LiveWaves(store, waves, live, seconds=lambda: moment[0])

    def at(seconds: float) -> Monitoring:
        moment[0] = seconds
        return Monitoring(home, store, refresh=refreshed.refresh)

    return at


def test_the_marks_of_a_year_are_a_wave(
    live: LiveMarks, clock: Clock, monitoring: Callable[[float], Monitoring]
) -> None:
    for number, address in ((5, HERE), (5, THERE), (2, "192.0.2.3")):
        live.note(mark(number, channel="post"), address=address)
    live.note(mark(4, subject=LiveSubject.ANSWER), address=HERE)
    name = f"live-{clock.now.year}"
    shown = monitoring(0.0)
    (wave,) = shown.waves()
    day = clock.now.date()
    assert (wave.id, wave.method, wave.since, wave.until) == (name, "live_marks", day, day)
    (row,) = shown.rating(name, Group.SERVICE).rows
    assert (row.key, row.rated, str(row.satisfaction), str(row.mean)) == ("nest-1", 3, "66.7", "4.00")
    assert shown.questions(name) == {"consultation": 1, "satisfaction": 3}
    assert [one.key for one in shown.rating(name, Group.CHANNEL).rows] == ["post"]


def test_a_wave_follows_its_marks_after_a_minute_and_also_in_another_process(
    live: LiveMarks, home: Home, store: Store, waves: WaveStore, monitoring: Callable[[float], Monitoring]
) -> None:
    live.note(mark(), address=HERE)
    (wave,) = monitoring(0.0).waves()
    live.note(mark(1), address=THERE)
    assert monitoring(REFRESH_S - 1).questions(wave.id) == {"satisfaction": 1}
    assert monitoring(REFRESH_S).pooled(wave.id, Group.SERVICE).groups["nest-1"].rated == 2
    live.note(mark(1), address="192.0.2.3")
    other = LiveWaves(store, waves, live)
    assert Monitoring(home, store, refresh=other.refresh).pooled(wave.id, Group.SERVICE).groups["nest-1"].rated == 3


def test_live_marks_stand_beside_surveys_and_are_not_compared_with_them(
    live: LiveMarks, home: Home, clock: Clock, monitoring: Callable[[float], Monitoring]
) -> None:
    body = "agriculture-ministry"
    bring_wave(home, head_of(sample=None), [f"nest-1,{body},KZ-11,,satisfaction,0,0,0,1,9,0"], services=("nest-1",))
    live.note(mark(3), address=HERE)
    points = monitoring(0.0).trend(Group.SERVICE, "nest-1").points
    assert len(points) == 2
    assert TrendNote.OTHER_METHOD in points[1].notes
    assert sum(point.row.rated for point in points) == 11
    assert date.fromisoformat("2025-08-01") in {point.wave.since for point in points}
    for common in (False, True):
        with pytest.raises(NotComparable, match="a survey asks people who were chosen"):
            monitoring(0.0).shared_services("ulgi-2025", f"live-{clock.now.year}", common=common)


def test_nobody_brings_a_wave_under_the_name_of_one_of_these(home: Home, clock: Clock) -> None:
    row = "nest-1,agriculture-ministry,KZ-11,,satisfaction,0,0,0,1,9,0"
    with pytest.raises(BadMarks, match="marks given here"):
        bring_wave(home, head_of(id=f"live-{clock.now.year}"), [row], services=("nest-1",))
