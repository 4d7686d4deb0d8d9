"""Which statements of an attribute contradict each other."""

from collections.abc import Hashable, Sequence
from dataclasses import fields
from datetime import date
from itertools import combinations

from kb.model import Channel, Deadline, Fee, FeeKind, Scope, Statement
from kb.norms import NormsError, fee_in_tenge
from kb.resolve.validity import statements_on


def disputed(statements: Sequence[Statement], *, day: date) -> frozenset[str]:
    """Ids of the statements in force on `day` that another one contradicts for the same case.

    Values of one line are one rule with its cases, not two opinions.
    """
    found: set[str] = set()
    for one, other in combinations(statements_on(statements, day), 2):
        if case_of(one) == case_of(other) and _place(one) != _place(other) and _contradict(one, other, day):
            found |= {one.id, other.id}
    return frozenset(found)


def case_of(statement: Statement) -> Hashable:
    """What two statements share when they are about one case: attribute, subject and conditions."""
    value = statement.value
    subject = value.purpose if isinstance(value, Deadline) else value.code if isinstance(value, Channel) else None
    return (statement.attribute, subject, scope_of(statement.scope))


def scope_of(scope: Scope) -> Hashable:
    """The conditions by their codes, by their words where they have none."""
    conditions = (getattr(scope, field.name) for field in fields(Scope))
    return tuple(one and (one.code or " ".join(one.text.casefold().split())) for one in conditions)


def _place(statement: Statement) -> tuple[str, int]:
    return statement.evidence.snapshot, statement.evidence.line


def _contradict(one: Statement, other: Statement, day: date) -> bool:
    match one.value, other.value:
        case Deadline() as left, Deadline() as right:
            known = left.value is not None and right.value is not None
            return known and (left.value, left.unit) != (right.value, right.unit)
        case Fee() as left, Fee() as right:
            return _fees_contradict(left, right, day)
        case Channel() as left, Channel() as right:
            return left.offered is not right.offered
    return False


def _fees_contradict(one: Fee, other: Fee, day: date) -> bool:
    if (one.kind is FeeKind.FREE) is not (other.kind is FeeKind.FREE):
        return True
    try:
        amounts = fee_in_tenge(one, day), fee_in_tenge(other, day)
    except NormsError:  # a day without an MRP: fees in one unit still compare
        return one.kind is other.kind and None not in (one.amount, other.amount) and one.amount != other.amount
    return None not in amounts and amounts[0] != amounts[1]
