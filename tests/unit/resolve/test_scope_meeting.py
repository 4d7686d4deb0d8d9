"""How two scopes meet."""

import pytest

from kb.model import Scope, ScopeField
from kb.resolve.scope_meeting import Meeting, meet

CITY = ScopeField(text="Астана қаласында", code="KZ-71")
SAME_CITY = ScopeField(text="в г. Астане", code="KZ-71")
OTHER_CITY = ScopeField(text="Алматы", code="KZ-75")
ELSEWHERE = ScopeField(text="басқа филиалдарда")
OFFICE = ScopeField(text="кеңсе", code="provider_office")
PAIRS = {
    "no conditions": (Scope(), Scope(), Meeting.EQUAL),
    "one code in two languages": (Scope(region=CITY), Scope(region=SAME_CITY), Meeting.EQUAL),
    "same words without a code": (
        Scope(case=ScopeField(text="Қайта  беру")), Scope(case=ScopeField(text="қайта беру")), Meeting.EQUAL,
    ),
    "everywhere and in a city": (Scope(), Scope(region=CITY), Meeting.WIDER),
    "in a city and everywhere": (Scope(region=CITY), Scope(), Meeting.NARROWER),
    "narrower in one, equal in another": (Scope(region=CITY, channel=OFFICE), Scope(region=CITY), Meeting.NARROWER),
    "two cities": (Scope(region=CITY), Scope(region=OTHER_CITY), Meeting.DISJOINT),
    "two cities, one with a channel": (Scope(region=CITY, channel=OFFICE), Scope(region=OTHER_CITY), Meeting.DISJOINT),
    "a city and other branches": (Scope(region=CITY), Scope(region=ELSEWHERE), Meeting.UNKNOWN),
    "a city here, an office there": (Scope(region=CITY), Scope(channel=OFFICE), Meeting.UNKNOWN),
}  # fmt: skip
TURNED = {Meeting.WIDER: Meeting.NARROWER, Meeting.NARROWER: Meeting.WIDER}


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS.values(), ids=list(PAIRS))
def test_meeting(one: Scope, other: Scope, expected: Meeting) -> None:
    assert meet(one, other) is expected
    assert meet(other, one) is TURNED.get(expected, expected)
