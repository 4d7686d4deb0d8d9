from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from kb.model import (
    Decision,
    DoubtReason,
    ReviewItem,
    ReviewKind,
    ReviewState,
    Statement,
    Verdict,
    words_digest,
)
from kb.model.review_shapes import pair_key, statement_key, statement_place
from kb.model.value import Deadline
from kb.store import ReviewFilter, Store
from tests.unit.store.made_documents import made_document, made_mention, made_service, made_statements

DOCUMENT = made_document()
DEADLINE, FEE, _ = made_statements(DOCUMENT)
ALL = ReviewFilter()


def item_of(
    statement: Statement = DEADLINE, *, confidence: float = 0.5, words: str = "Мерзімі: 3 жұмыс күні"
) -> ReviewItem:
    return ReviewItem(
        key=statement_key(statement),
        place=statement_place(statement),
        digest=words_digest(words),
        kind=ReviewKind.STATEMENT,
        reasons=(DoubtReason.NO_CALENDAR,),
        confidence=confidence,
        evidence=(statement.evidence,),
        statement=statement,
        statements=(statement.id,),
        services=("queue-1",),
    )


def pair() -> ReviewItem:
    key = pair_key("queue-1", "queue-2")
    return ReviewItem(
        key=key, place=key, digest=words_digest("a b"), kind=ReviewKind.SERVICES, reasons=(DoubtReason.NEAR_NAMES,),
        confidence=0.4, evidence=(DEADLINE.evidence, FEE.evidence), names=("a", "b"), keys=("queue-1", "queue-2"),
        services=("queue-1", "queue-2"),
    )  # fmt: skip


def decision(item: ReviewItem, verdict: Verdict = Verdict.REJECT, **rest: Any) -> Decision:
    return Decision(
        item=item, verdict=verdict, reason="оқыдым", author="Гүлнар",
        decided_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC), **rest,
    )  # fmt: skip


def save(store: Store, *items: tuple[ReviewItem, ReviewState]) -> None:
    with store.write() as base:
        base.save_review_items(
            (item, state, {name: list(item.statements) for name in item.services}) for item, state in items
        )


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write() as base:
        base.save_reading(
            DOCUMENT, version="1", related={}, mentions=[made_mention(DOCUMENT)], statements=[DEADLINE, FEE]
        )
        base.save_services([made_service("queue-1")])
    save(
        store,
        (item_of(FEE, confidence=0.2), ReviewState.ACCEPTED),
        (item_of(), ReviewState.OPEN),
        (pair(), ReviewState.OPEN),
        (replace(item_of(words="бұрын"), statements=("of-another-text",)), ReviewState.REOPENED),
    )
    return store


def test_items_come_in_the_order_of_work_and_page_by_page(filled: Store) -> None:
    with filled.read() as base:
        whole = base.review_items(ALL)
        pages: list[object] = []
        after = None
        while page := base.review_items(ALL, after=after, limit=1):
            pages += page
            after = page[0][0].id
    order = [ReviewState.REOPENED, ReviewState.OPEN, ReviewState.OPEN, ReviewState.ACCEPTED]
    assert [state for _, state in whole] == order
    assert [item.confidence for item, _ in whole[1:3]] == [0.4, 0.5]
    assert tuple(pages) == whole


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (ReviewFilter(state="open"), 2),
        (ReviewFilter(kind="services"), 1),
        (ReviewFilter(reason="no_calendar"), 3),
        (ReviewFilter(attribute="fee"), 1),
        (ReviewFilter(service="queue-2"), 1),
        (ReviewFilter(service="queue-1", attribute="deadline", state="open"), 1),
        (ReviewFilter(state="nothing of ours"), 0),
    ],
)
def test_filters_choose_and_count(filled: Store, wanted: ReviewFilter, count: int) -> None:
    with filled.read() as base:
        assert len(base.review_items(wanted)) == count
        assert sum(base.review_counts(wanted)["state"].values()) == count


def test_an_item_comes_back_as_it_was(filled: Store) -> None:
    with filled.read() as base:
        assert base.review_item(item_of().id) == (item_of(), ReviewState.OPEN)
        assert base.review_item("0" * 20) is None


def test_the_newest_decision_counts_and_all_are_kept(filled: Store) -> None:
    value = replace(DEADLINE.value, value=Decimal(5)) if isinstance(DEADLINE.value, Deadline) else None
    with filled.write() as base:
        base.add_decision(decision(item_of()))
        base.add_decision(decision(item_of(), Verdict.EDIT, value=value))
    with filled.read() as base:
        verdicts = [one.verdict for one in base.decisions(item=item_of().id)]
        held = base.statement_decisions("queue-1")
        assert base.review_item(item_of().id) == (item_of(), ReviewState.EDITED)
        assert base.decision_count() == 2
    assert verdicts == [Verdict.REJECT, Verdict.EDIT]
    assert {name: one.value for name, one in held.items()} == {DEADLINE.id: value}


def test_decisions_outlive_the_items_of_a_build(filled: Store) -> None:
    with filled.write() as base:
        base.add_decision(decision(item_of()))
        base.add_decision(decision(pair(), Verdict.ACCEPT))
    save(filled)
    with filled.read() as base:
        assert base.review_items(ALL) == ()
        standing = base.standing_decisions()
        pairs = base.standing_decisions(kind=ReviewKind.SERVICES)
        assert [one.item for one in base.decisions(keys=(item_of().place,))] == [item_of()]
    assert {one.item for one in standing.values()} == {item_of(), pair()}
    assert [one.item for one in pairs.values()] == [pair()]


def test_a_decision_follows_its_act_to_another_id(filled: Store) -> None:
    with filled.write() as base:
        base.add_decision(decision(item_of()))
        (old,) = base.decisions()
        moved = replace(old.item, key="k", place="p")
        base.rename_decisions([(old.id, moved)])
        (new,) = base.decisions(item=moved.id)
    assert (new.item, new.reason, new.decided_at) == (moved, old.reason, old.decided_at)


def test_one_reading_in_two_texts_is_one_item(filled: Store) -> None:
    save(filled, (item_of(), ReviewState.OPEN), (item_of(), ReviewState.OPEN))
    with filled.read() as base:
        assert len(base.review_items(ALL)) == 1
