"""Turns at a host: over restarts, between processes, within a day of Kazakhstan."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kb.collect import CollectError
from kb.collect.fetch import FetchError
from kb.collect.fetch.pace import Turns

# 23:58 in Kazakhstan.
EVENING = datetime(2026, 3, 2, 18, 58, tzinfo=UTC)


class _Time:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


def _turns(folder: Path, time: _Time, *, budget: int = 100, longest_wait: float = 300) -> Turns:
    return Turns(folder, budget=budget, longest_wait=longest_wait, clock=lambda: time.now, sleep=time.sleep)


def _take(turns: Turns, *, host: str = "alpha.example", pace: float = 3.0) -> None:
    turns.take(host, pace=pace, url=f"https://{host}/")


def test_the_first_turn_is_at_once_and_the_next_after_the_pace(tmp_path: Path) -> None:
    time = _Time(EVENING)
    turns = _turns(tmp_path, time)
    for _ in range(3):
        _take(turns)
    assert time.slept == [3.0, 3.0]


def test_time_that_passed_counts(tmp_path: Path) -> None:
    time = _Time(EVENING)
    turns = _turns(tmp_path, time)
    _take(turns)
    time.now += timedelta(seconds=2)
    _take(turns)
    time.now += timedelta(seconds=5)
    _take(turns)
    assert time.slept == [1.0]


def test_another_run_on_the_same_folder_keeps_the_pace(tmp_path: Path) -> None:
    time = _Time(EVENING)
    _take(_turns(tmp_path, time))
    _take(_turns(tmp_path, time))
    assert time.slept == [3.0]


def test_hosts_do_not_wait_for_each_other(tmp_path: Path) -> None:
    time = _Time(EVENING)
    turns = _turns(tmp_path, time)
    _take(turns, host="alpha.example")
    _take(turns, host="alpha.example:8443")
    assert time.slept == []


def test_runs_at_the_same_time_get_turns_one_after_another(tmp_path: Path) -> None:
    waits: list[float] = []

    def run() -> None:
        turns = Turns(tmp_path, budget=100, longest_wait=300, clock=lambda: EVENING, sleep=waits.append)
        for _ in range(5):
            _take(turns)

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(waits) == [3.0 * number for number in range(1, 20)]


def test_a_spent_budget_tells_when_it_goes_on_and_outlives_a_restart(tmp_path: Path) -> None:
    time = _Time(EVENING - timedelta(hours=2))
    for _ in range(3):
        _take(_turns(tmp_path, time, budget=3))
    with pytest.raises(FetchError, match=r"2026-03-03 00:00:00 \(UTC\+5\)") as caught:
        _take(_turns(tmp_path, time, budget=3))
    assert caught.value.code == "budget_spent"
    _take(_turns(tmp_path, time, budget=3), host="beta.example")


def test_the_day_of_a_budget_begins_at_midnight_in_kazakhstan(tmp_path: Path) -> None:
    time = _Time(EVENING)
    turns = _turns(tmp_path, time, budget=1)
    _take(turns)
    time.now = EVENING + timedelta(seconds=119)
    with pytest.raises(FetchError):
        _take(turns)
    time.now = EVENING + timedelta(seconds=120)
    _take(turns)


def test_a_pause_holds_for_every_run(tmp_path: Path) -> None:
    time = _Time(EVENING)
    _turns(tmp_path, time).pause("alpha.example", 40)
    _take(_turns(tmp_path, time))
    assert time.slept == [40.0]


def test_a_turn_that_is_too_far_away_is_not_waited_for(tmp_path: Path) -> None:
    time = _Time(EVENING)
    turns = _turns(tmp_path, time)
    turns.pause("alpha.example", 3600)
    with pytest.raises(FetchError, match=r"2026-03-03 00:58:00 \(UTC\+5\)") as caught:
        _take(turns)
    assert caught.value.code == "gave_up"
    assert time.slept == []
    time.now += timedelta(hours=1)
    _take(turns)


def test_a_turn_given_by_a_clock_that_was_wrong_does_not_hold_forever(tmp_path: Path) -> None:
    _take(_turns(tmp_path, _Time(EVENING + timedelta(days=900))))
    time = _Time(EVENING)
    _take(_turns(tmp_path, time))
    assert time.slept == []


@pytest.mark.parametrize("torn", ["", "{", "[1]", '{"last": "yesterday", "pause_until": 7}'])
def test_a_torn_file_starts_anew(tmp_path: Path, torn: str) -> None:
    time = _Time(EVENING)
    (tmp_path / "alpha.example.turns.json").write_text(torn, encoding="utf-8")
    _take(_turns(tmp_path, time))
    _take(_turns(tmp_path, time))
    assert time.slept == [3.0]


def test_a_folder_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(CollectError, match="check disk and permissions"):
        _take(_turns(tmp_path / "taken", _Time(EVENING)))
