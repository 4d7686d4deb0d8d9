"""Statements that others hold in place of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import Channel, Standing, Statement
from kb.resolve.disputes import contradict
from kb.resolve.precedence import Forces, prevails, same_subject
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import rank_of


@dataclass(frozen=True, slots=True)
class Defeat:
    """The place of the statement that holds instead, and the code of the rule by which it does."""

    by: int
    rule: str


def find_defeats(
    statements: Sequence[Statement], holding: Sequence[int], *, day: date, force: Forces
) -> dict[int, Defeat]:
    """The places among `holding` whose statements others there hold in place of, each with the one that does."""
    rivals = _rivals(statements, holding, day, force)
    beaten = _beaten(holding, rivals)
    return {place: _chosen(statements, place, rivals[place], beaten) for place in beaten}


def _rivals(
    statements: Sequence[Statement], holding: Sequence[int], day: date, force: Forces
) -> dict[int, list[Defeat]]:
    rivals: dict[int, list[Defeat]] = defaultdict(list)
    for one in holding:
        for other in holding:
            rule = prevails(statements[one], statements[other], day=day, force=force) if one != other else None
            if rule and not _is_agreed_case(statements, holding, one, other, day):
                rivals[other].append(Defeat(one, rule))
    return rivals


def _is_agreed_case(statements: Sequence[Statement], holding: Sequence[int], one: int, other: int, day: date) -> bool:
    """Whether speakers no worse than `one` say the same as `other` for a case of it: the general value of a text does
    not hold in place of what another tells of a case that the text itself excepts."""
    return any(
        place not in (one, other)
        and _says_the_same(statements[place], statements[other], day)
        and rank_of(statements[place]) <= rank_of(statements[one]) < rank_of(statements[other])
        and meet(statements[place].scope, statements[one].scope) is Meeting.NARROWER
        and meet(statements[place].scope, statements[other].scope) in (Meeting.EQUAL, Meeting.UNKNOWN)
        for place in holding
    )


def _says_the_same(one: Statement, other: Statement, day: date) -> bool:
    if isinstance(one.value, Channel) and isinstance(other.value, Channel):
        return one.value == other.value
    return same_subject(one, other) and not contradict(one, other, day=day)


def _beaten(holding: Sequence[int], rivals: dict[int, list[Defeat]]) -> frozenset[int]:
    """Those that something holds in place of. Where unknown forces make a ring of rules, nobody in it is beaten."""
    decided: dict[int, bool] = {}
    open_ones = list(holding)
    while open_ones:
        settled = {
            place: bool(rivals[place])
            for place in open_ones
            if not rivals[place] or any(rival.by in decided for rival in rivals[place])
        }
        if not settled:
            break
        decided |= settled
        open_ones = [place for place in open_ones if place not in settled]
    return frozenset(place for place, beaten in decided.items() if beaten)


def _chosen(statements: Sequence[Statement], place: int, rivals: Sequence[Defeat], beaten: frozenset[int]) -> Defeat:
    """Of several, one that holds itself, of the best speaker, an overlay first, then one of the very same case."""
    return min(
        rivals,
        key=lambda rival: (
            rival.by in beaten,
            rank_of(statements[rival.by]),
            statements[rival.by].standing is not Standing.OVERLAY,
            meet(statements[rival.by].scope, statements[place].scope) is not Meeting.EQUAL,
        ),
    )
