"""How the scopes of two statements meet."""

from dataclasses import fields
from enum import StrEnum

from kb.model import Scope, ScopeField


class Meeting(StrEnum):
    """What the first scope is to the second.

    UNKNOWN where the words cannot be compared, and where each is wider in another condition.
    """

    EQUAL = "equal"
    WIDER = "wider"
    NARROWER = "narrower"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"


def meet(one: Scope, other: Scope) -> Meeting:
    """What `one` is to `other`, all conditions together; scopes that part in one condition never meet."""
    found = {_meet(getattr(one, field.name), getattr(other, field.name)) for field in fields(Scope)} - {Meeting.EQUAL}
    if Meeting.DISJOINT in found:
        return Meeting.DISJOINT
    if len(found) > 1:
        return Meeting.UNKNOWN
    return found.pop() if found else Meeting.EQUAL


def condition_key(condition: ScopeField) -> str:
    """A condition by its code, by its words where it has none."""
    return condition.code or " ".join(condition.text.casefold().split())


def _meet(one: ScopeField | None, other: ScopeField | None) -> Meeting:
    if one is None or other is None:
        return Meeting.EQUAL if one is other else Meeting.WIDER if one is None else Meeting.NARROWER
    if condition_key(one) == condition_key(other):
        return Meeting.EQUAL
    # Codes of one table part; other words may still say the same («re-issue» and «lost document»).
    return Meeting.DISJOINT if one.code and other.code else Meeting.UNKNOWN
