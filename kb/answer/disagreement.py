"""Whether the values shown contradict each other under the same conditions."""

from collections.abc import Sequence
from itertools import combinations

from kb.answer.selection import told_scope
from kb.answer.value_words import Item
from kb.model import Channel, Deadline, Fee, FeeKind, Statement


def disagree(items: Sequence[Item]) -> bool:
    """Whether two places give different values for the same thing. Values of one line are one rule with two cases."""
    return any(_conflict(first, second) for first, second in combinations(items, 2))


def _conflict(first: Item, second: Item) -> bool:
    one, other = first.value.statement, second.value.statement
    if one.attribute is not other.attribute or told_scope(one) != told_scope(other) or _place(one) == _place(other):
        return False
    match one.value, other.value:
        case Deadline() as left, Deadline() as right:
            known = left.value is not None and right.value is not None
            return known and left.purpose is right.purpose and (left.value, left.unit) != (right.value, right.unit)
        case Fee() as left, Fee() as right:
            if (left.kind is FeeKind.FREE) is not (right.kind is FeeKind.FREE):
                return True
            known = first.value.tenge is not None and second.value.tenge is not None
            return known and first.value.tenge != second.value.tenge
        case Channel() as left, Channel() as right:
            return left.code is right.code and left.offered is not right.offered
    return False


def _place(statement: Statement) -> tuple[str, int]:
    return statement.evidence.snapshot, statement.evidence.line
