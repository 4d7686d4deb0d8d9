"""Turns at a host: how soon, and how often in a day; kept in files, for all processes and after a restart."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from kb.collect.fetch.error import FetchError
from kb.collect.fetch.host_file import HostFile

# The day of a budget is the day in Kazakhstan, where the hosts are.
KAZAKHSTAN = timezone(timedelta(hours=5))
# A turn further ahead than this was written by a clock that was wrong.
_HORIZON = timedelta(days=1)


class Turns:
    """Gives the turns at the hosts of one source."""

    def __init__(
        self,
        folder: Path,
        *,
        budget: int,
        longest_wait: float,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None],
    ) -> None:
        self._folder = folder
        self._budget = budget
        self._longest = longest_wait
        self._clock = clock
        self._sleep = sleep

    def take(self, host: str, *, pace: float, url: str) -> None:
        """Comes back when it is this process's turn, at least `pace` seconds after the last one of any process.

        Raises FetchError `budget_spent`, and `gave_up` when the turn is further away than a run waits; both name
        the time to come back. A turn counts when it is given, even if a kill keeps it from being used.
        """
        file = self._file(host)
        with file.held():
            state = file.load()
            now = self._clock()
            today = now.astimezone(KAZAKHSTAN).date()
            turns = int(state.get("turns", 0)) if state.get("day") == today.isoformat() else 0
            if turns >= self._budget:
                raise FetchError(
                    f"the daily budget of {self._budget} requests to {host} is spent; it goes on at "
                    f"{show_time(_midnight_after(today))}",
                    code="budget_spent",
                    url=url,
                )
            last = _near(state.get("last"), now)
            at = max(now, _near(state.get("pause_until"), now) or now)
            at = max(at, last + _span(pace)) if last else at
            wait = (at - now).total_seconds()
            if wait > self._longest:
                raise FetchError(
                    f"{host} wants a pause until {show_time(at)}; collect again after that", code="gave_up", url=url
                )
            file.keep({**state, "last": at.isoformat(), "day": today.isoformat(), "turns": turns + 1})
        if wait > 0:
            self._sleep(wait)

    def pause(self, host: str, seconds: float) -> datetime:
        """No turn at the host for so long, a day at most; the end of the pause."""
        file = self._file(host)
        with file.held():
            until = self._clock() + _span(seconds)
            file.keep({**file.load(), "pause_until": until.isoformat()})
        return until

    def _file(self, host: str) -> HostFile:
        return HostFile(self._folder, host, "turns")


def _span(seconds: float) -> timedelta:
    """So many seconds, a day at most: a host may name any number."""
    return timedelta(seconds=min(seconds, _HORIZON.total_seconds()))


def _near(kept: object, now: datetime) -> datetime | None:
    """A kept time, None when there is none or when a clock that was wrong wrote it."""
    try:
        at = datetime.fromisoformat(str(kept))
    except ValueError:
        return None
    return at if at.tzinfo and at - now <= _HORIZON else None


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), KAZAKHSTAN)


def show_time(at: datetime) -> str:
    """A time as people in Kazakhstan read it on a clock."""
    return at.astimezone(KAZAKHSTAN).strftime("%Y-%m-%d %H:%M:%S (UTC+5)")
