"""All fees and due dates of tests/labels/consultant/calculators.jsonl, worked out by hand before the calculators."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.due_date import Filing
from kb.answer.calculators.due_dates import calculate_due_date
from kb.answer.calculators.fees import calculate_fee
from kb.extract.term_rules import TermRule, TermRuleKind
from kb.model import Bound, ChannelCode, Deadline, Evidence, Fee, FeeKind, Language, Unit

LABELS = Path(__file__).parents[3] / "labels" / "consultant" / "calculators.jsonl"
CASES = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
FEES = [case for case in CASES if case["kind"] == "fee"]
DUES = [case for case in CASES if case["kind"] == "due"]
RATE = re.compile(r"(?P<limit>≤ )?(?P<number>[\d.]+)(?P<percent> %)? × MRP")
SHARE = re.compile(r"(?P<percent>[\d.]+) % × \((?P<base>[^)]+)\)(?:, не более (?P<cap>[\d.]+) MRP)?")


def test_there_are_as_many_cases_as_were_written() -> None:
    assert (len(FEES), len(DUES)) == (67, 57)


def _fee(case: dict[str, Any]) -> tuple[Fee, Fee | None]:
    """The fee of a case and the one that it is a share of, read from the formula of the label."""
    per = "document" if case.get("copies") else None
    formula = case["formula"]
    if formula == "0":
        return Fee(kind=FeeKind.FREE), None
    if formula == "fixed":
        return Fee(kind=FeeKind.TENGE, amount=Decimal(str(case["value"]))), None
    if formula in ("not stated", "price list"):
        return Fee(kind=FeeKind.PAID_UNSPECIFIED), None
    if formula == "? × MRP":
        return Fee(kind=FeeKind.MRP), None
    if share := SHARE.match(formula):
        cap = Decimal(share["cap"]) if share["cap"] else None
        base = _rate(share["base"], None)
        return Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(share["percent"]), cap_mrp=cap), base
    return _rate(formula, per), None


def _rate(formula: str, per: str | None) -> Fee:
    found = RATE.match(formula)
    assert found, formula
    number = Decimal(found["number"])
    kind = FeeKind.MRP_PERCENT if found["percent"] else FeeKind.MRP
    return Fee(kind=kind, amount=number, cap_mrp=number if found["limit"] else None, per=per)


def _calculated(case: dict[str, Any]) -> CalculatedFee:
    fee, base = _fee(case)
    return calculate_fee(fee, date.fromisoformat(case["date"]), base=base, copies=case.get("copies", 1))


@pytest.mark.parametrize("case", FEES, ids=lambda case: case["id"])
def test_fee(case: dict[str, Any]) -> None:
    found = _calculated(case)

    assert found.outcome == case["outcome"]
    if case["outcome"] in ("amount", "fixed"):
        assert found.amount == Decimal(str(case["value"]))
    else:
        assert found.amount is None
        assert found.warnings
    assert [one.amount for one in found.alternatives] == [Decimal(one) for one in case.get("alternatives", [])]
    assert found.bound == case.get("bound", Bound.EXACT)


@pytest.mark.parametrize("case", [one for one in FEES if one["outcome"] == "amount"], ids=lambda case: case["id"])
def test_fee_names_the_law_of_its_index(case: dict[str, Any]) -> None:
    found = _calculated(case)

    if case["value"] == 0:
        assert found.index is None
        return
    assert found.index is not None
    assert found.index.value == case["mrp"]["value"]
    assert f"№ {found.index.act.number}" in case["mrp"]["citation"]
    assert f"№ {found.index.act.number}" in found.steps[0].words[Language.KK]


def _rules(case: dict[str, Any]) -> tuple[TermRule, ...]:
    """What the text of a case says of the day before the end."""
    told = {
        "delivered_to_state_corporation_by": TermRuleKind.DELIVERED_DAY_BEFORE,
        "result_by": TermRuleKind.RESULT_DAY_BEFORE,
    }
    place = case["source"][-1]
    evidence = Evidence(
        document=place["document"], snapshot="sha256:0", act=None, edition=None, language=Language.RU, clause=None,
        start=0, end=1, line=place["line"], quote="х",
    )  # fmt: skip
    return tuple(TermRule(kind=kind, evidence=evidence, on_paper=True) for key, kind in told.items() if key in case)


@pytest.mark.parametrize("case", DUES, ids=lambda case: case["id"])
def test_due_date(case: dict[str, Any]) -> None:
    channel = ChannelCode(case["channel"]) if case["channel"] else None
    filing = Filing(day=date.fromisoformat(case["filed"]), channel=channel, rules=_rules(case))
    term = Deadline(value=Decimal(case["term"]["value"]), unit=Unit(case["term"]["unit"]), bound=Bound.EXACT)
    found = calculate_due_date(term, filing)

    assert found.outcome == case["outcome"]
    if case["outcome"] == "outside_table":
        assert found.day is None
        return
    assert found.day == date.fromisoformat(case["value"])
    if "accepted" in case:
        assert found.accepted == date.fromisoformat(case["accepted"])
    handed = case.get("delivered_to_state_corporation_by") or case.get("result_by")
    assert found.handed_over == (date.fromisoformat(handed) if handed else None)
    skipped = re.search(r"нерабочие будни: (?P<days>[\d, -]+)", case["computation"])
    if skipped:
        weekdays = [one.day.isoformat() for one in found.skipped if one.day.weekday() < 5]
        assert weekdays == skipped["days"].split(", ")


@pytest.mark.parametrize("case", [one for one in DUES if one.get("alternatives")], ids=lambda case: case["id"])
def test_other_days_that_a_text_leaves_open_are_shown(case: dict[str, Any]) -> None:
    """A day of acceptance that explanations count; plain days of a report that may be of either calendar."""
    wanted = {date.fromisoformat(one["value"]) for one in case["alternatives"]}
    filing = Filing(day=date.fromisoformat(case["filed"]), channel=ChannelCode(case["channel"]))
    value = Decimal(case["term"]["value"])
    unit = Unit.DAY if any("calendar days" in one["rule"] for one in case["alternatives"]) else case["term"]["unit"]
    found = calculate_due_date(Deadline(value=value, unit=Unit(unit), bound=Bound.EXACT), filing)

    shown = {one.day for one in found.alternatives}
    assert wanted <= shown
    assert date.fromisoformat(case["value"]) in shown | {found.day}
