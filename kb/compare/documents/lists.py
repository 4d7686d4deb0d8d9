"""Lists of documents of one service, and their parts that are of one condition."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.model import RequiredDocument, Scope, Statement
from kb.resolve.disputes import scope_of

SHORTEST = 2  # items: what names a single document is no list of them
UNCONDITIONAL = scope_of(Scope())


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: the statement and the document that it asks for."""

    statement: Statement
    document: RequiredDocument


def own_items(statements: Sequence[Statement]) -> list[Item]:
    """The items that an applicant brings, without what the state obtains by itself."""
    return [
        Item(one, one.value)
        for one in statements
        if isinstance(one.value, RequiredDocument) and not one.value.obtained_by_state
    ]


def facing(left: Sequence[Item], right: Sequence[Item]) -> Iterator[tuple[Sequence[Item], Sequence[Item], bool]]:
    """The parts of two lists that are of one condition, and whether both are whole.

    Where a text has one list for all and the other a list for each of several cases, the items of the first are looked
    for in all of the others together, which may have more; so are items of no condition that only one of them has.
    """
    if min(len(left), len(right)) < SHORTEST:
        return
    here, there = _by_condition(left), _by_condition(right)
    common = [condition for condition in here if condition in there]
    for condition in common:
        yield here[condition], there[condition], True
    if common and UNCONDITIONAL not in common:
        for groups, others in ((here, right), (there, left)):
            if UNCONDITIONAL in groups:
                yield groups[UNCONDITIONAL], others, False
    if not common and set(here) == {UNCONDITIONAL} and len(there) > 1:
        yield left, right, False
    elif not common and set(there) == {UNCONDITIONAL} and len(here) > 1:
        yield right, left, False


def _by_condition(items: Sequence[Item]) -> Mapping[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        found.setdefault(scope_of(item.statement.scope), []).append(item)
    return found
