"""Which statements contradict each other."""

from datetime import date
from decimal import Decimal

import pytest

from kb.model import (
    Attribute,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Language,
    Purpose,
    Scope,
    ScopeField,
    SourceKind,
    Statement,
    Unit,
)  # fmt: skip
from kb.resolve import disputed

DAY = date(2026, 11, 25)


def state(value, *, line, attribute=Attribute.DEADLINE, **rest):
    evidence = Evidence(
        document="d", snapshot="sha256:0", act=None, edition=None, language=Language.KK, clause=None,
        start=line * 10, end=line * 10 + 1, line=line, quote="x",
    )  # fmt: skip
    return Statement(
        service="s", attribute=attribute, value=value, source_kind=SourceKind.STANDARD, evidence=evidence, **rest
    )


def days(number, unit=Unit.WORKING_DAY, purpose=Purpose.SERVICE, bound=Bound.EXACT):
    return Deadline(value=None if number is None else Decimal(number), unit=unit, bound=bound, purpose=purpose)


def fee(kind, amount=None):
    return Fee(kind=kind, amount=None if amount is None else Decimal(amount))


CITY = Scope(region=ScopeField(text="Астана", code="71"))
FEE, CHANNEL = Attribute.FEE, Attribute.CHANNEL
PORTAL = ChannelCode.EGOV_PORTAL
PAIRS = {
    "other number": (state(days(5), line=1), state(days(7), line=2), True),
    "other unit": (state(days(5), line=1), state(days(5, Unit.CALENDAR_DAY), line=2), True),
    "same number": (state(days(5), line=1), state(days(5), line=2), False),
    "same number, other bound": (state(days(5), line=1), state(days(5, bound=Bound.MAX), line=2), False),
    "number left out": (state(days(5), line=1), state(days(None), line=2), False),
    "other purpose": (state(days(5), line=1), state(days(15, purpose=Purpose.QUEUE), line=2), False),
    "other region": (state(days(5), line=1), state(days(7), line=2, scope=CITY), False),
    "cases of one line": (state(days(5), line=1), state(days(7), line=1), False),
    "past edition": (state(days(5), line=1), state(days(7), line=2, valid_to=date(2020, 1, 1)), False),
    "free and paid": (
        state(fee(FeeKind.FREE), line=1, attribute=FEE), state(fee(FeeKind.MRP, "0.5"), line=2, attribute=FEE), True,
    ),
    "half an MRP and 50 per cent of it": (
        state(fee(FeeKind.MRP, "0.5"), line=1, attribute=FEE),
        state(fee(FeeKind.MRP_PERCENT, 50), line=2, attribute=FEE), False,
    ),
    "tenge of another year": (
        state(fee(FeeKind.TENGE, "1134.5"), line=1, attribute=FEE),
        state(fee(FeeKind.MRP, "0.5"), line=2, attribute=FEE), True,
    ),
    "paid without an amount": (
        state(fee(FeeKind.PAID_UNSPECIFIED), line=1, attribute=FEE),
        state(fee(FeeKind.MRP, 1), line=2, attribute=FEE), False,
    ),
    "offered and not": (
        state(Channel(code=PORTAL), line=1, attribute=CHANNEL),
        state(Channel(code=PORTAL, offered=False), line=2, attribute=CHANNEL), True,
    ),
    "two channels": (
        state(Channel(code=PORTAL), line=1, attribute=CHANNEL),
        state(Channel(code=ChannelCode.POST), line=2, attribute=CHANNEL), False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS.values(), ids=list(PAIRS))
def test_pair(one, other, expected):
    assert disputed([one, other], day=DAY) == (frozenset({one.id, other.id}) if expected else frozenset())
    assert disputed([other, one], day=DAY) == disputed([one, other], day=DAY)


def test_outside_the_table_fees_compare_within_one_unit_only():
    early = date(1995, 1, 1)
    half, whole = (state(fee(FeeKind.MRP, amount), line=line, attribute=FEE) for amount, line in ((0.5, 1), (1, 2)))
    tenge = state(fee(FeeKind.TENGE, 100), line=3, attribute=FEE)
    assert disputed([half, whole, tenge], day=early) == {half.id, whole.id}
