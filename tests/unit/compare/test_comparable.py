"""What may be compared with what."""

from dataclasses import replace
from datetime import date

import pytest

from kb.compare.comparable import Reach, in_one_time, period_of, reach
from kb.model import Attribute, Purpose, Scope, ScopeField, Standing, StartEvent
from tests.unit.compare.compared import document, stated, term

TEXT = document(["Срок – 5 рабочих дней.", "Срок – 7 рабочих дней."])
FIVE = stated(TEXT, "5 рабочих дней", term(5))
SEVEN = stated(TEXT, "7 рабочих дней", term(7))
CITY = Scope(region=ScopeField(text="Астана", code="KZ-71"))
OTHER_CITY = Scope(region=ScopeField(text="Алматы", code="KZ-75"))
REISSUE = Scope(case=ScopeField(text="при переоформлении"))
LOST = Scope(case=ScopeField(text="при утере"))


def test_terms_of_one_purpose_without_conditions_meet() -> None:
    assert reach(FIVE, SEVEN) is Reach.SAME


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (CITY, CITY, Reach.SAME),
        (CITY, OTHER_CITY, Reach.NOT),
        (CITY, Scope(), Reach.PART),
        (Scope(), REISSUE, Reach.PART),
        (REISSUE, LOST, Reach.NOT),
        (replace(CITY, case=REISSUE.case), CITY, Reach.PART),
        (replace(CITY, case=REISSUE.case), OTHER_CITY, Reach.NOT),
    ],
)
def test_conditions_decide_how_far_two_values_meet(one: Scope, other: Scope, expected: Reach) -> None:
    assert reach(replace(FIVE, scope=one), replace(SEVEN, scope=other)) is expected


def test_other_attributes_purposes_and_start_events_are_not_compared() -> None:
    queue = stated(TEXT, "7 рабочих дней", term(7, purpose=Purpose.QUEUE))
    from_filing = stated(TEXT, "5 рабочих дней", term(5, starts=StartEvent.FILING))
    from_payment = stated(TEXT, "7 рабочих дней", term(7, starts=StartEvent.PAYMENT))
    assert reach(FIVE, queue) is Reach.NOT
    assert reach(from_filing, from_payment) is Reach.NOT
    assert reach(from_filing, SEVEN) is Reach.SAME  # one text names the event, the other leaves it open
    form = replace(FIVE, attribute=Attribute.DEADLINE, value=replace(term(5), purpose=Purpose.REFUSAL))
    assert reach(form, SEVEN) is Reach.NOT


@pytest.mark.parametrize("standing", [Standing.PLANNED, Standing.FORMER])
def test_what_is_to_come_or_was_before_stands_beside_what_holds(standing: Standing) -> None:
    assert reach(FIVE, replace(SEVEN, standing=standing)) is Reach.NOT


def test_values_of_other_times_do_not_meet() -> None:
    before = replace(FIVE, valid_from=date(2020, 1, 1), valid_to=date(2025, 1, 1))
    after = replace(SEVEN, valid_from=date(2025, 1, 1))
    assert not in_one_time(before, after)
    assert in_one_time(before, replace(SEVEN, valid_from=date(2024, 12, 31)))
    assert in_one_time(FIVE, after)


def test_a_report_speaks_of_its_year() -> None:
    told = replace(FIVE, service="mon2017-03")
    assert period_of(told) == (date(2017, 1, 1), date(2018, 1, 1))
    assert not in_one_time(told, replace(SEVEN, valid_from=date(2021, 1, 1)))
    assert in_one_time(told, replace(SEVEN, valid_from=date(2016, 1, 1)))
