"""How many hand-computed fees and days the calculators give for the services of a base."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kb.model import Attribute, ChannelCode
from kb.pipeline import Registry
from kb.pipeline.calculated import DueRow, FeeRow
from kb.pipeline.fitting_values import PersonalCase

STATED = (Attribute.FEE, Attribute.DEADLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorScore:
    """Cases by kind whose service is in the base, and the ids of those that no row of the service gives."""

    asked: dict[str, int]
    missed: tuple[str, ...]


def score_calculators(registry: Registry, cases: list[dict[str, Any]]) -> CalculatorScore:
    """Every case against all rows that the calculators give for its service; cases of a law without a service of its
    own, or of one that is not in the base, are not asked."""
    services = _services(registry, cases)
    asked: dict[str, int] = defaultdict(int)
    missed = []
    for case in cases:
        name = services.get(case["service"])
        if name is None:
            continue
        asked[case["kind"]] += 1
        if not (_fee_given if case["kind"] == "fee" else _day_given)(registry, name, case):
            missed.append(case["id"])
    return CalculatorScore(asked=dict(asked), missed=tuple(missed))


def _services(registry: Registry, cases: list[dict[str, Any]]) -> dict[str, str]:
    """The services of the cases: an alias of a report, else whatever states a fee or a term in a document of theirs."""
    wanted = {place["document"].removeprefix("acts/"): case["service"] for case in cases for place in case["source"]}
    found = {case["service"]: case["service"] for case in cases if case["service"].startswith("mon")}
    for statement, service in registry.all_statements():
        document = statement.evidence.document.removeprefix("acts/")
        if statement.attribute in STATED and document in wanted:
            found.setdefault(wanted[document], service.id)
    return found


def _fee_given(registry: Registry, name: str, case: dict[str, Any]) -> bool:
    day, copies = date.fromisoformat(case["date"]), case.get("copies", 1)
    return any(_is_fee(row, case) for row in registry.calculators.fees(name, day=day, copies=copies).rows)


def _is_fee(row: FeeRow, case: dict[str, Any]) -> bool:
    if case["outcome"] == "open_question":
        return [one.amount for one in row.fee.alternatives] == [Decimal(one) for one in case["alternatives"]]
    value = None if case["value"] is None else Decimal(str(case["value"]))
    return (row.fee.outcome, row.fee.amount) == (case["outcome"], value)


def _day_given(registry: Registry, name: str, case: dict[str, Any]) -> bool:
    person = PersonalCase(channel=ChannelCode(case["channel"]) if case["channel"] else None)
    filed = date.fromisoformat(case["filed"])
    found = registry.calculators.due_dates(name, filed=filed, person=person, extended=True)
    return any(_is_day(row, case) for row in found.rows)


def _is_day(row: DueRow, case: dict[str, Any]) -> bool:
    if case["outcome"] == "outside_table":
        return row.due.outcome == "outside_table"
    day = date.fromisoformat(case["value"])
    return row.due.day == day or (row.due.day is None and day in {one.day for one in row.due.alternatives})
