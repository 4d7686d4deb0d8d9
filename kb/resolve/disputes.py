"""Which statements of an attribute contradict each other."""

from collections.abc import Hashable, Sequence
from dataclasses import fields
from datetime import date
from itertools import combinations

from kb.model import Channel, Deadline, Fee, FeeKind, Scope, Statement
from kb.norms import NormsError, fee_in_tenge
from kb.resolve.scope_meeting import condition_key
from kb.resolve.validity import statements_on


def disputed(statements: Sequence[Statement], *, day: date) -> frozenset[str]:
    """Ids of the statements in force on `day` that another one contradicts for the same case.

    Values of one rule are its cases, not two opinions.
    """
    found: set[str] = set()
    for one, other in combinations(statements_on(statements, day), 2):
        if _meet_in_one_case(one, other) and not one_rule(one, other) and contradict(one, other, day=day):
            found |= {one.id, other.id}
    return frozenset(found)


def case_of(statement: Statement) -> Hashable:
    """What two statements share when they are about one case: attribute, subject and conditions."""
    value = statement.value
    subject = value.purpose if isinstance(value, Deadline) else value.code if isinstance(value, Channel) else None
    return (statement.attribute, subject, scope_of(statement.scope))


def one_rule(one: Statement, other: Statement) -> bool:
    """Whether both stand in one line as what one text sets: a rule with its cases."""
    return one.standing is other.standing and _place(one) == _place(other)


def scope_of(scope: Scope) -> Hashable:
    """The conditions by their codes, by their words where they have none."""
    conditions = (getattr(scope, field.name) for field in fields(Scope))
    return tuple(one and condition_key(one) for one in conditions)


def contradict(one: Statement, other: Statement, *, day: date) -> bool:
    """Whether the values cannot both hold on `day`, conditions aside; terms and fees without a number say nothing."""
    match one.value, other.value:
        case Deadline() as left, Deadline() as right:
            known = left.value is not None and right.value is not None
            return known and (left.value, left.unit) != (right.value, right.unit)
        case Fee() as left, Fee() as right:
            return _fees_contradict(left, right, day)
        case Channel() as left, Channel() as right:
            if left.code is right.code:
                return left.offered is not right.offered
            return (left.only and right.offered) or (right.only and left.offered)
    return False


def _meet_in_one_case(one: Statement, other: Statement) -> bool:
    """Equal cases; for an only channel every channel of the same conditions is its case."""
    if isinstance(one.value, Channel) and isinstance(other.value, Channel):
        return scope_of(one.scope) == scope_of(other.scope)
    return case_of(one) == case_of(other)


def _place(statement: Statement) -> tuple[str, int]:
    return statement.evidence.snapshot, statement.evidence.line


def _fees_contradict(one: Fee, other: Fee, day: date) -> bool:
    if (one.kind is FeeKind.FREE) is not (other.kind is FeeKind.FREE):
        return True
    try:
        amounts = fee_in_tenge(one, day), fee_in_tenge(other, day)
    except NormsError:  # a day without an MRP: fees in one unit still compare
        return one.kind is other.kind and None not in (one.amount, other.amount) and one.amount != other.amount
    return None not in amounts and amounts[0] != amounts[1]
