from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kb.model import Language
from kb.model.feedback import GapClass, GapState, KeptMark, Mark, MarkFilter, MarkKind
from kb.model.mystery import MysteryResult, MysteryRun
from kb.model.search_log import LoggedQuestion
from kb.store import Store

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
EVER = datetime(2000, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 3, 2)


def kept(name: str, kind: MarkKind = MarkKind.NO_ANSWER, *, after: int = 0, **rest: Any) -> KeptMark:
    mark = Mark(kind=kind, page="/search", language=Language.KK, question="ұя куәлігі", service="nest-1", **rest)
    return KeptMark(id=name, made_at=NOON + timedelta(hours=after), mark=mark)


@pytest.fixture
def marked(store: Store) -> Store:
    with store.write() as base:
        base.add_mark(kept("1"), week=MONDAY)
        base.add_mark(kept("2", MarkKind.HELPFUL, after=1, words="рақмет"), week=MONDAY)
        base.add_mark(kept("3", MarkKind.WRONG_ANSWER, after=1, answer="a-1"), week=MONDAY + timedelta(days=7))
    return store


def listed(store: Store, **rest: Any) -> list[str]:
    since, after = rest.pop("since", EVER), rest.pop("after", None)
    with store.read() as base:
        return [one.id for one in base.marks(MarkFilter(**rest), since=since, after=after)]


def test_marks_come_back_as_they_were_the_newest_first(marked: Store) -> None:
    with marked.read() as base:
        assert base.mark("3") == kept("3", MarkKind.WRONG_ANSWER, after=1, answer="a-1")
        assert base.mark("nobody") is None
    assert listed(marked) == ["3", "2", "1"]
    assert listed(marked, after=kept("3", after=1)) == ["2", "1"]
    assert listed(marked, since=NOON + timedelta(minutes=1)) == ["3", "2"]


def test_marks_by_what_they_are(marked: Store) -> None:
    with marked.write() as base:
        base.change_mark("1", gap=GapClass.SYNONYM, state=GapState.DONE, by="Гүлнар", at=NOON)
    assert listed(marked, gaps=True) == ["3", "1"]
    assert listed(marked, gaps=True, unsorted=True) == ["3"]
    assert listed(marked, gap=GapClass.SYNONYM) == ["1"]
    assert listed(marked, state=GapState.OPEN) == ["3", "2"]
    assert listed(marked, kind=MarkKind.HELPFUL) == ["2"]
    assert listed(marked, service="kite/2") == []
    with marked.read() as base:
        changed = base.mark("1")
    assert changed
    assert (changed.mark.gap, changed.state, changed.changed_by) == (GapClass.SYNONYM, GapState.DONE, "Гүлнар")
    assert changed.changed_at == NOON


def test_marks_are_counted_by_week(marked: Store) -> None:
    with marked.read() as base:
        counts = base.mark_counts(MarkFilter(gaps=True), since=EVER)
    assert [(one.week, one.kind, one.gap, one.count) for one in counts] == [
        (MONDAY, MarkKind.NO_ANSWER, None, 1),
        (MONDAY + timedelta(days=7), MarkKind.WRONG_ANSWER, None, 1),
    ]


def test_old_marks_are_forgotten(marked: Store) -> None:
    with marked.write() as base:
        assert base.forget_marks(NOON + timedelta(minutes=1)) == 1
    assert listed(marked) == ["3", "2"]
    with marked.write() as base:
        assert base.forget_marks(None) == 2
    assert listed(marked) == []


def question(name: str, state: str = "answered", *, after: int = 0) -> LoggedQuestion:
    return LoggedQuestion(
        id=name, asked_at=NOON + timedelta(hours=after), text="ұя мерзімі?", key="ұя мерзімі?", language="kk",
        state=state, intent="deadline", service=None, took_ms=1.5, page="/v1/ask",
    )  # fmt: skip


def test_questions_are_kept_counted_and_forgotten(store: Store) -> None:
    with store.write() as base:
        base.add_questions([question("2", after=1), question("1"), question("3", "no_service", after=2)])
        assert list(base.questions(since=NOON + timedelta(minutes=1))) == [
            question("2", after=1), question("3", "no_service", after=2),
        ]  # fmt: skip
        counts = [(one.language, one.state, one.questions) for one in base.question_counts(since=EVER)]
        assert counts == [("kk", "answered", 2), ("kk", "no_service", 1)]
        assert base.forget_questions(NOON + timedelta(hours=2)) == 2
        assert [one.id for one in base.questions(since=EVER)] == ["3"]
        assert base.forget_questions(None) == 1


def run(**rest: Any) -> MysteryRun:
    given = {
        "ran_at": NOON, "version": "1", "base": "abcdef 2026-03-04", "target": "base", "file": "q.jsonl", "digest": "d",
        "counts": {"all": {"state": (1, 2)}, "kk": {"state": (1, 2)}}, "took_ms": 12.5, **rest,
    }  # fmt: skip
    return MysteryRun(**given)


def test_mystery_calls_come_back_as_they_were(store: Store) -> None:
    results = (
        MysteryResult(id="a", language="kk", q="ұя мерзімі?", checks={"state": True}, told={"state": "answered"}),
        MysteryResult(id="b", language="kk", q="ұя ақысы?", checks={"state": False}),
    )
    with store.write() as base:
        first = base.add_mystery_run(run(), results)
        second = base.add_mystery_run(run(digest="e"), ())
    with store.read() as base:
        assert base.mystery_runs() == (second, first)
        assert base.mystery_runs(digest="d", limit=1) == (first,)
        assert base.mystery_run(first.id) == first
        assert base.mystery_run(99) is None
        assert base.mystery_results(first.id) == results
    assert (first.share("state"), first.share("fee"), first.share("state", "ru")) == (0.5, None, None)
    assert [one.passed for one in results] == [True, False]
