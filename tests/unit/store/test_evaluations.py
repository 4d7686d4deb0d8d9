"""Methods, points and appeals on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.model.evaluation import AppealMove, AppealState, Evaluation, Penalty, Score, StageDays
from kb.store import Store

MORNING = datetime(2026, 5, 12, 6, tzinfo=UTC)
GIVEN = Evaluation(
    id="2025-finance-ministry",
    year=2025,
    body="finance-ministry",
    method="made",
    scores=(Score(item="services", evaluator="civil-service-agency", points=Decimal("4.50"), evidence="3-бет"),),
    penalties=(Penalty(rule="late", cases=2, evidence="хат", day=date(2026, 2, 3)),),
    stages=(StageDays(stage="collection", since=date(2026, 1, 10)),),
)


def step(state: AppealState, points: Decimal | None = None) -> AppealMove:
    return AppealMove(
        state=state, day=date(2026, 5, 12), behalf="finance-ministry", reason="негіз", author="Гүлнар", at=MORNING,
        points=points,
    )  # fmt: skip


def test_what_was_given_comes_back_to_the_digit(store: Store) -> None:
    local = replace(GIVEN, id="2024-local-body-region-kz-11", year=2024, body="local-body-region", region="KZ-11")
    with store.write() as base:
        base.add_evaluation_method("made", {"id": "made", "year": None}, at=MORNING)
        base.save_evaluation(local)
        base.save_evaluation(GIVEN)
    with store.read() as base:
        assert base.evaluation_methods() == ({"id": "made", "year": None},)
        assert base.evaluation_years() == (2025, 2024)
        assert base.evaluations() == (GIVEN, local)
        assert base.evaluations(year=2024) == (local,)
        found = base.evaluation(GIVEN.id)
        assert found is not None
        assert str(found.scores[0].points) == "4.50"
        assert base.evaluation("lost") is None


def test_steps_of_appeals_stay_in_order_and_with_their_appeal(store: Store) -> None:
    with store.write() as base:
        base.save_evaluation(GIVEN)
        first = base.add_evaluation_appeal(GIVEN.id, "services", step(AppealState.FILED), in_term=True)
        second = base.add_evaluation_appeal(GIVEN.id, "services", step(AppealState.FILED), in_term=None)
        taken = step(AppealState.ACCEPTED, Decimal("4.60"))
        base.add_evaluation_appeal_move(first.id, taken)
        base.save_evaluation(replace(GIVEN, penalties=()))
    with store.read() as base:
        moved = replace(first, moves=(*first.moves, taken))
        assert base.evaluation_appeals(GIVEN.id) == (moved, second)
        assert base.evaluation_appeals_of_year(2025) == (moved, second)
        assert base.evaluation_appeals_of_year(2024) == ()
        assert base.evaluation_appeal(first.id) == moved
        assert base.evaluation_appeal(99) is None
        assert base.evaluations() == (replace(GIVEN, penalties=()),)
