from datetime import UTC, date, datetime, timedelta

import pytest

from kb.model import Language, Layout, Source, SourceKind
from kb.pipeline import NEVER
from kb.pipeline.freshness import freshness_of
from kb.store import Run, RunState

START = datetime(2031, 3, 10, 6, tzinfo=UTC)


def source(cadence: int | None = 7) -> Source:
    return Source(
        id="forest",
        publisher_kk="Орман",
        publisher_ru="Лес",
        urls=("https://forest.example",),
        languages=(Language.KK,),
        kind=SourceKind.ACT,
        layout=Layout.UNVERIFIED,
        cadence_days=cadence,
    )


def run(state: RunState, *, days: int = 0, reach: str = "{}") -> Run:
    began = START + timedelta(days=days)
    return Run(
        id=days, source="forest", reach=reach, started_at=began, finished_at=began, state=state, counts={}, alarms=()
    )


def test_a_source_that_was_never_collected_is_due_and_not_overdue() -> None:
    found = freshness_of(source(), [], today=date(2031, 3, 10))
    assert (found.state, found.run, found.next_due, found.stale) == (NEVER, None, None, False)
    assert found.due(date(2031, 3, 10))


@pytest.mark.parametrize(
    ("today", "due", "stale"), [(date(2031, 3, 16), False, False), (date(2031, 3, 17), True, False),
                                (date(2031, 3, 18), True, True)],
)  # fmt: skip
def test_the_cadence_counts_from_the_last_good_run(today: date, due: bool, stale: bool) -> None:
    found = freshness_of(source(), [run(RunState.OK)], today=today)
    assert found.next_due == date(2031, 3, 17)
    assert (found.due(today), found.stale) == (due, stale)


def test_a_run_bound_to_a_number_or_names_does_not_make_a_source_fresh_and_one_since_a_day_does() -> None:
    good = run(RunState.OK)
    for reach in ('{"limit": 3}', '{"only": ["a"]}'):
        found = freshness_of(source(), [run(RunState.OK, days=5, reach=reach), good], today=date(2031, 3, 18))
        assert found.next_due == date(2031, 3, 17)
    since = run(RunState.OK, days=5, reach='{"since": "2031-03-01"}')
    assert freshness_of(source(), [since, good], today=date(2031, 3, 18)).next_due == date(2031, 3, 22)


def test_a_broken_run_is_told_and_the_source_goes_stale_from_the_last_good_one() -> None:
    found = freshness_of(source(), [run(RunState.BROKEN, days=7), run(RunState.OK)], today=date(2031, 3, 18))
    assert (found.state, found.stale) == ("broken", True)
    only = freshness_of(source(), [run(RunState.BROKEN)], today=date(2031, 3, 11))
    assert (only.state, only.next_due, only.stale) == ("broken", date(2031, 3, 10), True)


def test_the_day_of_a_run_is_that_of_kazakhstan() -> None:
    late = run(RunState.OK)
    evening = datetime(2031, 3, 10, 20, tzinfo=UTC)
    found = freshness_of(
        source(1),
        [Run(**{**{f: getattr(late, f) for f in late.__slots__}, "started_at": evening})],
        today=date(2031, 3, 11),
    )
    assert found.next_due == date(2031, 3, 12)


def test_without_a_cadence_nothing_is_ever_due() -> None:
    found = freshness_of(source(None), [run(RunState.OK)], today=date(2040, 1, 1))
    assert (found.next_due, found.stale, found.due(date(2040, 1, 1))) == (None, False, False)
