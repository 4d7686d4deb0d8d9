"""Statements that others hold in place of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import Standing, Statement
from kb.resolve.precedence import Forces, prevails
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
    return {place: _chosen(statements, rivals[place], beaten) for place in beaten}


def _rivals(
    statements: Sequence[Statement], holding: Sequence[int], day: date, force: Forces
) -> dict[int, list[Defeat]]:
    rivals: dict[int, list[Defeat]] = defaultdict(list)
    for one in holding:
        for other in holding:
            rule = prevails(statements[one], statements[other], day=day, force=force) if one != other else None
            if rule:
                rivals[other].append(Defeat(one, rule))
    return rivals


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


def _chosen(statements: Sequence[Statement], rivals: Sequence[Defeat], beaten: frozenset[int]) -> Defeat:
    """Of several, one that holds itself, of the best speaker, an overlay first."""
    return min(
        rivals,
        key=lambda rival: (
            rival.by in beaten,
            rank_of(statements[rival.by]),
            statements[rival.by].standing is not Standing.OVERLAY,
        ),
    )
