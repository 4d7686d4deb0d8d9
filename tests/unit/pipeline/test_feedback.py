"""What is kept of a mark, who may give a class, and what staff make of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from kb.model import Language
from kb.model.access import LOCAL, Actor, Role
from kb.model.feedback import GapClass, GapState, Mark, MarkFilter, MarkKind
from kb.pipeline import BadCursor, BadFeedback, Home, TooManyMarks, UnknownName
from kb.pipeline.address_rate import AddressRate
from kb.pipeline.feedback import MARKS_A_MINUTE, Feedback, week_of
from kb.store import Store
from tests.contract.small_registry import make_service
from tests.unit.pipeline.query_logs import Clock

GULNAR = Actor("Гүлнар", Role.OPERATOR, "0123456789ab")
READER = Actor("Арай", Role.READER, "ba9876543210")
ALL = MarkFilter()


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    with store.write() as base:
        base.save_services([make_service("nest-1", "Ұя", "Гнездо")])
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_one(store: Store, clock: Clock) -> Callable[..., Feedback]:
    numbers = count(1)

    def open_feedback(**settings: Any) -> Feedback:
        return Feedback(store, **{"clock": clock, "name": lambda: f"{next(numbers):016x}", **settings})

    return open_feedback


@pytest.fixture
def feedback(open_one: Callable[..., Feedback]) -> Feedback:
    return open_one()


def mark(kind: MarkKind = MarkKind.NO_ANSWER, **rest: Any) -> Mark:
    return Mark(**{"kind": kind, "page": "/search", "language": Language.KK, "question": "ұя мерзімі?", **rest})


def test_personal_words_are_masked_before_anything_is_stored(feedback: Feedback, home: Home) -> None:
    name = feedback.note(
        mark(
            MarkKind.COMMENT,
            question="Ерлан Серікұлы 900101300123 ұя мерзімі?",
            words="маған +7 701 234 56 78 нөміріне   қоңырау шалыңыз",
            page="/services/900101300123",
            answer="9001.01300123",
        )
    )
    kept = feedback.item(name).mark
    assert kept.question
    assert kept.question.endswith("ұя мерзімі?")
    assert "қоңырау шалыңыз" in kept.words
    assert kept.answer is None
    for path in home.folder.iterdir():
        held = path.read_bytes() if path.is_file() else b""
        for word in ("Серікұлы", "900101300123", "9001.01300123", "701 234 56 78"):
            assert word.encode() not in held, path


def test_a_service_is_kept_by_its_id_and_nothing_else_in_its_place(feedback: Feedback) -> None:
    assert feedback.item(feedback.note(mark(service="nest-1", answer="a1"))).mark.service == "nest-1"
    with pytest.raises(BadFeedback, match="no service goes by this id") as told:
        feedback.note(mark(service="Ерлан Серікұлы"))
    assert "Ерлан" not in str(told.value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"words": "а" * 2001}, "at most 2,000 characters, this has 2,001"),
        ({"question": "а" * 1001}, "a question has at most 1,000"),
        ({"words": "а\x00б"}, "cannot be shown"),
        ({"page": "/search?q=900101300123"}, "page is the path"),
        ({"page": "https://anyq.invalid/"}, "page is the path"),
        ({"answer": "Ерлан Серікұлы"}, "answer is the id"),
        ({"kind": MarkKind.COMMENT}, "words are needed"),
        ({"kind": MarkKind.UNLISTED_DOCUMENT, "words": " "}, "words are needed"),
        ({"gap": GapClass.CARD}, "given by staff"),
    ],
)
def test_what_cannot_be_kept(feedback: Feedback, given: dict[str, Any], message: str) -> None:
    with pytest.raises(BadFeedback, match=message) as told:
        feedback.note(mark(**given))
    assert "\n" not in str(told.value)
    assert feedback.listed(ALL).items == ()


def test_staff_give_a_class_in_the_same_step(feedback: Feedback, store: Store) -> None:
    name = feedback.note(mark(gap=GapClass.SYNONYM), actor=GULNAR)
    kept = feedback.item(name)
    assert (kept.mark.gap, kept.state, kept.changed_by) == (GapClass.SYNONYM, GapState.OPEN, "Гүлнар")
    with pytest.raises(BadFeedback, match="given by staff"):
        feedback.note(mark(gap=GapClass.CARD), actor=READER)
    with pytest.raises(BadFeedback, match="has no class"):
        feedback.note(mark(MarkKind.HELPFUL, gap=GapClass.CARD), actor=GULNAR)
    with store.read() as base:
        (entry,) = base.audit_entries()
    assert (entry.action, entry.target, entry.actor.name) == ("feedback.sort", name, "Гүлнар")


def test_work_is_sorted_and_settled_and_stands_in_the_trail(feedback: Feedback, store: Store) -> None:
    name = feedback.note(mark(MarkKind.UNLISTED_DOCUMENT, words="анықтама сұрады"))
    assert feedback.sort(name, GapClass.NORM, actor=GULNAR).mark.gap is GapClass.NORM
    done = feedback.settle(name, GapState.DONE, actor=LOCAL.signing("Арман"))
    assert (done.mark.gap, done.state, done.changed_by) == (GapClass.NORM, GapState.DONE, "Арман")
    assert feedback.sort(name, None, actor=GULNAR).state is GapState.DONE
    with store.read() as base:
        entries = base.audit_entries()
    assert [(one.action, one.before, one.after) for one in entries] == [
        ("feedback.sort", {"class": "norm", "state": "done"}, {"class": None, "state": "done"}),
        ("feedback.settle", {"class": "norm", "state": "open"}, {"class": "norm", "state": "done"}),
        ("feedback.sort", {"class": None, "state": "open"}, {"class": "norm", "state": "open"}),
    ]


def test_praise_is_no_work(feedback: Feedback) -> None:
    name = feedback.note(mark(MarkKind.HELPFUL))
    with pytest.raises(BadFeedback, match="leaves no work"):
        feedback.settle(name, GapState.DONE, actor=GULNAR)
    with pytest.raises(UnknownName, match="no mark"):
        feedback.sort("0" * 16, None, actor=GULNAR)


def test_pages_of_marks(feedback: Feedback, clock: Clock) -> None:
    names = []
    for _ in range(3):
        names.append(feedback.note(mark()))
        clock.now += timedelta(minutes=1)
    page = feedback.listed(ALL, limit=2)
    assert [one.id for one in page.items] == names[:0:-1]
    last = feedback.listed(ALL, after=page.next, limit=2)
    assert ([one.id for one in last.items], last.next) == (names[:1], None)
    with pytest.raises(BadCursor):
        feedback.listed(ALL, after="0" * 16)


def test_an_address_may_not_go_on_without_end_and_staff_may(open_one: Callable[..., Feedback]) -> None:
    moments = [0.0]
    feedback = open_one(rate=AddressRate(most=MARKS_A_MINUTE, clock=lambda: moments[0]))
    for _ in range(MARKS_A_MINUTE):
        feedback.note(mark(), address="192.0.2.1")
    with pytest.raises(TooManyMarks, match="60 s"):
        feedback.note(mark(), address="192.0.2.1")
    feedback.note(mark(), address="192.0.2.2")
    feedback.note(mark(), actor=GULNAR)
    moments[0] = 61.0
    feedback.note(mark(), address="192.0.2.1")


def test_old_marks_are_forgotten_and_never_shown(feedback: Feedback, clock: Clock, store: Store) -> None:
    old = feedback.note(mark())
    clock.now += timedelta(days=90, minutes=1)
    assert feedback.listed(ALL).items == ()
    feedback.note(mark())
    with pytest.raises(UnknownName):
        feedback.item(old)
    assert feedback.forget(actor=LOCAL, older_than=0) == 1
    with store.read() as base:
        assert base.audit_entries()[0].after == {"older_than": 0, "marks": 1}


def test_a_base_that_keeps_nothing_says_so(open_one: Callable[..., Feedback]) -> None:
    with pytest.raises(BadFeedback, match="KB_QUERY_LOG_DAYS is 0"):
        open_one(days=0).note(mark())


def test_weeks_begin_on_monday_in_kazakhstan(feedback: Feedback) -> None:
    assert week_of(datetime(2026, 3, 1, 18, 59, tzinfo=UTC)) == date(2026, 2, 23)
    assert week_of(datetime(2026, 3, 1, 19, 0, tzinfo=UTC)) == date(2026, 3, 2)
    feedback.note(mark())
    (one,) = feedback.counts(ALL)
    assert (one.week, one.count) == (date(2026, 3, 2), 1)
