"""Recommendations: what they need, which state follows which, and what the audit trail tells of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, product

import pytest

from kb.model import Language
from kb.model.access import LOCAL, Actor, Role
from kb.model.recommendation import (
    NEXT_STATES,
    KeptRecommendation,
    Recommendation,
    RecommendationFilter,
    RecommendationState,
)
from kb.pipeline import BadCursor, BadRecommendation, Home, Registry, UnknownName
from kb.pipeline.practice.recommendations import Recommendations
from kb.store import Store
from tests.finding_base import contradicting, contradicting_folder
from tests.monitored_base import REPORT
from tests.practice_base import REPORT_NAME, practised, practised_folder

__all__ = ["contradicting", "contradicting_folder", "practised", "practised_folder"]
GULNAR = Actor("Гүлнар", Role.LAWYER, "0123456789ab")
TODAY = date(2026, 11, 26)
ALL = RecommendationFilter()
State = RecommendationState


@pytest.fixture
def store(contradicting: Home) -> Iterator[Store]:
    store = contradicting.store()
    yield store
    store.close()


@pytest.fixture
def tracker(store: Store) -> Recommendations:
    numbers = count(1)

    def clock() -> datetime:
        return datetime(2026, 11, 26, 9, tzinfo=UTC) + timedelta(minutes=next(minutes))

    minutes = count()
    return Recommendations(store, today=lambda: TODAY, clock=clock, name=lambda: f"{next(numbers):08x}")


def finding_of(store: Store) -> str:
    with store.read() as base:
        return next(base.findings()).id


def wanted(store: Store, words: str = "Мерзімді екі тілде бірдей жазу.", service: str | None = None) -> Recommendation:
    return Recommendation(words=words, language=Language.KK, finding=finding_of(store), service=service)


def brought_to(tracker: Recommendations, store: Store, state: State) -> KeptRecommendation:
    kept = tracker.add(wanted(store), actor=GULNAR)
    ways = {
        State.PROPOSED: (),
        State.ACCEPTED: (State.ACCEPTED,),
        State.DONE: (State.ACCEPTED, State.DONE),
        State.REJECTED: (State.REJECTED,),
    }
    for step in ways[state]:
        kept = tracker.change(kept.id, step, actor=GULNAR, owner="Министрлік", due=TODAY, note="себебі")
    return kept


def test_it_follows_from_a_finding_and_takes_its_service(tracker: Recommendations, store: Store) -> None:
    kept = tracker.add(wanted(store), actor=GULNAR, owner="  Әділет   министрлігі ")
    with store.read() as base:
        found = base.finding(kept.recommendation.finding or "")
    assert found is not None
    assert (kept.recommendation.service, kept.state, kept.owner) == (
        found.service,
        State.PROPOSED,
        "Әділет министрлігі",
    )
    assert tracker.item(kept.id) == kept
    assert kept.steps[0].actor == "Гүлнар"


def test_it_follows_from_a_line_whose_words_are_kept(tracker: Recommendations, store: Store) -> None:
    with store.read() as base:
        document = next(base.documents())
    line = next(number for number, words in enumerate(document.text.splitlines(), start=1) if words.strip())
    place = tracker.place(document.snapshot.document, line)
    assert place.quote == document.text.splitlines()[line - 1].strip()
    kept = tracker.add(Recommendation(words="а", language=Language.KK, place=place), actor=GULNAR)
    assert tracker.item(kept.id).recommendation.place == place
    with pytest.raises(BadRecommendation, match="has no words"):
        tracker.place(document.snapshot.document, 1_000_000)
    with pytest.raises(UnknownName, match="no document"):
        tracker.place("x.txt", 1)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (lambda one: replace(one, words=" "), "a recommendation is needed"),
        (lambda one: replace(one, words="а" * 2001), "at most 2000"),
        (lambda one: replace(one, finding=None), "follows from a finding or from a line"),
    ],
)
def test_what_cannot_be_kept_leaves_nothing(
    tracker: Recommendations, store: Store, given: Callable[[Recommendation], Recommendation], message: str
) -> None:
    whole = Recommendation(words="а", language=Language.KK, finding=finding_of(store))
    with pytest.raises(BadRecommendation, match=message):
        tracker.add(given(whole), actor=GULNAR)
    assert tracker.listed(ALL).items == ()


def test_unknown_findings_and_services_are_told(tracker: Recommendations, store: Store) -> None:
    with pytest.raises(UnknownName, match="no finding 'f-0'"):
        tracker.add(Recommendation(words="а", language=Language.KK, finding="f-0"), actor=GULNAR)
    with pytest.raises(UnknownName, match="no service 'x-0'"):
        tracker.add(wanted(store, service="x-0"), actor=GULNAR)


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_only_the_next_states_follow(tracker: Recommendations, store: Store, before: State, after: State) -> None:
    kept = brought_to(tracker, store, before)
    if after in NEXT_STATES[before]:
        changed = tracker.change(kept.id, after, actor=GULNAR, owner="Министрлік", due=TODAY, note="себебі")
        assert changed.state is after
        assert [step.state for step in changed.steps][-1] is after
        assert tracker.item(kept.id) == changed
        return
    with pytest.raises(BadRecommendation, match=f"is {before}; it can become"):
        tracker.change(kept.id, after, actor=GULNAR, owner="Министрлік", due=TODAY, note="себебі")
    assert tracker.item(kept.id) == kept


def test_what_a_step_needs(tracker: Recommendations, store: Store) -> None:
    name = tracker.add(wanted(store), actor=GULNAR).id
    with pytest.raises(BadRecommendation, match="an owner is needed"):
        tracker.change(name, State.ACCEPTED, actor=GULNAR, due=TODAY)
    with pytest.raises(BadRecommendation, match="a last day is needed"):
        tracker.change(name, State.ACCEPTED, actor=GULNAR, owner="Министрлік")
    with pytest.raises(BadRecommendation, match="2026-11-25 has passed"):
        tracker.change(name, State.ACCEPTED, actor=GULNAR, owner="Министрлік", due=date(2026, 11, 25))
    with pytest.raises(BadRecommendation, match="check the year"):
        tracker.change(name, State.ACCEPTED, actor=GULNAR, owner="Министрлік", due=date(2260, 1, 1))
    with pytest.raises(BadRecommendation, match="say why"):
        tracker.change(name, State.REJECTED, actor=GULNAR)
    assert len(tracker.item(name).steps) == 1
    with pytest.raises(UnknownName, match="no recommendation 'ffffffff'"):
        tracker.change("ffffffff", State.REJECTED, actor=GULNAR, note="себебі")


def test_overdue_is_what_is_unfinished_after_its_last_day(store: Store, tracker: Recommendations) -> None:
    kept = brought_to(tracker, store, State.ACCEPTED)
    done = brought_to(tracker, store, State.DONE)
    assert tracker.listed(tracker.overdue()).items == (), "the last day itself is in time"
    later = Recommendations(store, today=lambda: TODAY + timedelta(days=1))
    assert [one.id for one in later.listed(later.overdue()).items] == [kept.id]
    assert kept.overdue(TODAY + timedelta(days=1))
    assert not done.overdue(TODAY + timedelta(days=1))


def test_pages_follow_each_other_and_filters_leave_what_they_say(tracker: Recommendations, store: Store) -> None:
    names = [tracker.add(wanted(store, words=f"{number}"), actor=GULNAR).id for number in range(3)]
    page = tracker.listed(ALL, limit=2)
    assert [one.id for one in (*page.items, *tracker.listed(ALL, after=page.next).items)] == names[::-1]
    tracker.change(names[0], State.ACCEPTED, actor=GULNAR, owner="Министрлік", due=TODAY)
    assert [one.id for one in tracker.listed(RecommendationFilter(owner="Министрлік")).items] == [names[0]]
    assert tracker.counts() == {State.PROPOSED: 2, State.ACCEPTED: 1, State.DONE: 0, State.REJECTED: 0}
    with pytest.raises(BadCursor):
        tracker.listed(ALL, after="ffffffff")


def test_each_step_is_in_the_audit_trail(tracker: Recommendations, store: Store) -> None:
    kept = brought_to(tracker, store, State.DONE)
    with store.read() as base:
        told = [one for one in base.audit_entries(limit=50) if one.target == kept.id]
    actions = [one.action for one in told]
    assert actions == ["recommendation.done", "recommendation.accepted", "recommendation.add"]
    assert told[0].before["state"] == "accepted"
    assert told[0].after["note"] == "себебі"
    assert {one.actor.name for one in told} == {"Гүлнар"}


def test_a_report_is_taken_in_once_with_lines_and_services(practised: Home) -> None:
    registry = Registry(practised)
    tracker = registry.practice.recommendations
    told = tracker.add_report(REPORT_NAME, actor=GULNAR, keep=False)
    assert tracker.listed(ALL).items == ()
    new = tracker.add_report(REPORT_NAME, actor=GULNAR)
    assert new == told
    assert len(new) == 6
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    for one in new:
        assert one.place is not None
        assert lines[one.place.line - 1] == f"- {one.words}"
        assert one.service is not None
        assert (registry.service(one.service).name_kk or "-") in "\n".join(lines[: one.place.line])
    assert len({one.service for one in new}) == 4
    assert tracker.add_report(REPORT_NAME, actor=GULNAR) == ()
    assert len(tracker.listed(ALL).items) == 6
    registry.close()


def test_a_document_without_such_a_list_says_what_to_do(contradicting: Home) -> None:
    registry = Registry(contradicting)
    document = next(iter(registry.all_statements()))[0].evidence.document
    with pytest.raises(BadRecommendation, match="kb monitor recommend add"):
        registry.practice.recommendations.add_report(document, actor=LOCAL)
    registry.close()
