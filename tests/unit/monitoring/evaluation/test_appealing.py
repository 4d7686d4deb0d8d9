"""The way of an appeal: each step that may be taken, and each that may not."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from kb.model.evaluation import Appeal, AppealMove, AppealState
from kb.monitoring.evaluation import (
    BODY,
    BadAppeal,
    check_filing,
    check_move,
    due_day,
    following_states,
    own_methods,
    read_points,
    total_points,
    who_may,
)
from tests.unit.monitoring.evaluation.made_methods import POINTS_FILE, SAMPLE

_, FINANCE = read_points([POINTS_FILE], SAMPLE, 2025)
TODAY, MAY = date(2026, 6, 30), date(2026, 5, 12)
FILED, CONSIDERED, ACCEPTED, REJECTED, WITHDRAWN = AppealState
OWN, JUDGE = "finance-ministry", "national-economy-ministry"


def step(state=FILED, behalf=OWN, day=MAY, points=None) -> AppealMove:
    return AppealMove(
        state=state, day=day, behalf=behalf, reason="негіз", author="Гүлнар", at=datetime(2026, 6, 1, tzinfo=UTC),
        points=points if points is None else Decimal(points),
    )  # fmt: skip


def appeal(*moves, item="yearly-targets", number=1) -> Appeal:
    return Appeal(id=number, evaluation=FINANCE.id, item=item, moves=moves or (step(),))


def move(one, move, *others):
    check_move(SAMPLE, FINANCE, one, others, move=move, today=TODAY)


def test_what_may_follow_on_what() -> None:
    assert following_states(None) == (FILED,)
    assert following_states(FILED) == (CONSIDERED, WITHDRAWN)
    assert following_states(CONSIDERED) == (ACCEPTED, REJECTED, WITHDRAWN)
    for decided in (ACCEPTED, REJECTED, WITHDRAWN):
        assert following_states(decided) == ()


def test_who_may_take_a_step() -> None:
    assert who_may(SAMPLE, FINANCE, "yearly-targets", FILED) == (OWN,)
    assert who_may(SAMPLE, FINANCE, "services", REJECTED) == ("civil-service-agency",)
    source = own_methods()["three-blocks"]
    assert who_may(source, FINANCE, "open-government", ACCEPTED) == source.blocks[1].evaluators


def test_an_appeal_in_its_months_is_in_term_and_a_late_one_is_kept_as_late() -> None:
    def filed(day, item="yearly-targets"):
        return check_filing(SAMPLE, FINANCE, (), item=item, move=step(day=day), today=TODAY)

    assert filed(MAY) is True
    assert filed(date(2026, 6, 1)) is False
    assert filed(MAY, "services") is None


@pytest.mark.parametrize(
    ("item", "filed", "others", "told"),
    [
        ("goals", step(), (), "has no points for «goals» to appeal; it has points for yearly-targets"),
        ("yearly-targets", step(behalf=JUDGE), (), "is for finance-ministry, not national-economy-ministry"),
        ("yearly-targets", step(day=date(2026, 7, 1)), (), "still to come"),
        ("yearly-targets", step(day=date(2025, 12, 31)), (), "before the end of 2025"),
        ("yearly-targets", step(), (appeal(number=7),), "appeal 7 on «yearly-targets» is open already"),
        ("yearly-targets", step(REJECTED), (), "not filed; what may follow is filed"),
    ],
)
def test_what_cannot_be_filed_is_told(item, filed, others, told) -> None:
    with pytest.raises(BadAppeal, match=told):
        check_filing(SAMPLE, FINANCE, others, item=item, move=filed, today=TODAY)


def test_points_may_be_appealed_again_once_an_appeal_is_decided() -> None:
    done = appeal(step(), step(WITHDRAWN))
    assert check_filing(SAMPLE, FINANCE, (done,), item="yearly-targets", move=step(), today=TODAY) is True


@pytest.mark.parametrize(
    ("before", "taken", "told"),
    [
        ((step(),), step(ACCEPTED, JUDGE, points=95), "is filed; what may follow is under_consideration, withdrawn"),
        ((step(), step(WITHDRAWN)), step(CONSIDERED, JUDGE), "what may follow is nothing: it is decided"),
        ((step(),), step(CONSIDERED, "energy-ministry"), "not energy-ministry"),
        ((step(),), step(WITHDRAWN, JUDGE), "is for finance-ministry, not"),
        ((step(),), step(CONSIDERED, JUDGE, date(2026, 5, 11)), "before 2026-05-12"),
        ((step(), step(CONSIDERED, JUDGE)), step(ACCEPTED, JUDGE), "needs the points"),
        ((step(), step(CONSIDERED, JUDGE)), step(REJECTED, JUDGE, points=95), "changes no points"),
        ((step(), step(CONSIDERED, JUDGE)), step(ACCEPTED, JUDGE, points="100.1"), "from 0 to 100"),
        ((step(), step(CONSIDERED, JUDGE)), step(ACCEPTED, JUDGE, points="-1"), "from 0 to 100"),
        ((step(), step(CONSIDERED, JUDGE)), step(ACCEPTED, JUDGE, points="91.5"), "has 91.5 points already"),
    ],
)
def test_a_step_that_cannot_be_taken_is_told(before, taken, told) -> None:
    with pytest.raises(BadAppeal, match=told):
        move(appeal(*before), taken)


def test_accepted_points_stand_in_the_place_of_the_others_and_a_later_appeal_over_an_earlier() -> None:
    accepted = appeal(step(), step(CONSIDERED, JUDGE), step(ACCEPTED, JUDGE, points=95))
    rejected = appeal(step(), step(CONSIDERED, JUDGE), step(REJECTED, JUDGE), number=2)
    totals = total_points(SAMPLE, FINANCE, (accepted, rejected))
    assert (str(totals["yearly-targets"].shown), str(totals["goals"].shown)) == ("95.00", "90.10")
    assert totals[BODY].exact == total_points(SAMPLE, FINANCE)[BODY].exact + Fraction("2.45") * 60 / 100
    again = appeal(step(), step(CONSIDERED, JUDGE), step(ACCEPTED, JUDGE, points=93), number=3)
    assert str(total_points(SAMPLE, FINANCE, (again, accepted))["yearly-targets"].shown) == "93.00"
    with pytest.raises(BadAppeal, match="has 95 points already"):
        move(appeal(step(), step(CONSIDERED, JUDGE), number=3), step(ACCEPTED, JUDGE, points=95), accepted)


def test_the_day_to_decide_by_follows_from_the_term_of_the_method() -> None:
    assert due_day(SAMPLE, appeal()) == date(2026, 5, 27)
    assert due_day(SAMPLE, appeal(step(), step(WITHDRAWN))) is None
    assert due_day(own_methods()["three-blocks"], appeal()) is None
