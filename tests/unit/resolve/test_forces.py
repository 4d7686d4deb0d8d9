"""The force of the acts behind statements."""

from dataclasses import replace
from datetime import date

from kb.model import Act, ActType, Standing
from kb.resolve import compare_forces, rule_statements
from tests.unit.resolve.stated import NEW_ORDER, days, stated

DAY = date(2026, 6, 1)


def act(code: str, act_type: ActType, issuer: str = "") -> Act:
    issuers = (issuer,) if issuer else ()
    return Act(
        id=code, ids=(code,), type=act_type, number="1", date=DAY, title_kk=None, title_ru="О маяках", issuers=issuers
    )


ACTS = {
    "law": act("law", ActType.LAW),
    "order": act("order", ActType.ORDER, "Министр морских дел"),
    "anyone's": act("anyone's", ActType.ORDER),
}


def test_acts_are_compared_by_their_kind() -> None:
    force = compare_forces(ACTS, DAY)
    law, order, unknown, report = (stated(days(1), act=code) for code in (*ACTS, None))
    assert (force(law, order), force(order, law), force(order, order)) == (1, -1, 0)
    assert (force(law, unknown), force(report, law)) == (None, None)


def test_an_order_that_is_only_named_goes_by_its_type_alone() -> None:
    told = stated(days(1), act="law", standing=Standing.OVERLAY, by=NEW_ORDER)
    assert compare_forces(ACTS, DAY)(told, stated(days(1), act="order")) is None


def test_on_a_day_outside_the_table_force_decides_nothing() -> None:
    law, order = stated(days(1), act="law"), stated(days(1), act="order")
    assert compare_forces(ACTS, date(1990, 1, 1))(law, order) is None


def test_of_one_force_the_act_holds_that_came_into_force_later_whichever_was_amended_last() -> None:
    begun = {"old": date(2019, 1, 1), "new": date(2024, 1, 1)}
    acts = {code: replace(act(code, ActType.ORDER, "Министр морских дел"), in_force_on=begun[code]) for code in begun}
    amended = stated(days(9), act="old", edition=date(2025, 3, 1), since=date(2025, 3, 1))
    untouched = stated(days(7), act="new", edition=date(2024, 1, 1), since=date(2024, 1, 1))
    first, second = rule_statements((amended, untouched), DAY, force=compare_forces(acts, DAY))
    assert (first.overridden_by, first.rule) == (untouched, "later")
    assert second.effective


def test_an_act_without_a_first_day_is_as_old_as_its_registration_or_adoption() -> None:
    order = act("order", ActType.ORDER, "Министр морских дел")
    acts = {
        "order": order,
        "registered": replace(order, registered_on=date(2026, 7, 1)),
        "none": replace(order, date=None),
    }
    told = compare_forces(acts, DAY).came_into_force
    days_of = [told(stated(days(1), act=code)) for code in ("order", "registered", "none", "unknown", None)]
    assert days_of == [DAY, date(2026, 7, 1), None, None, None]
    assert told(stated(days(1), act="order", standing=Standing.OVERLAY, by=NEW_ORDER)) == NEW_ORDER.date
