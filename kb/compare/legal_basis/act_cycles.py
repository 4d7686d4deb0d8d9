"""Acts that refer to each other in a ring, or repeal themselves."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kb.model import Issue, Severity

# Acts cite each other as a rule; a list of more rings than this helps nobody.
MOST_TOLD = 100


def find_act_issues(citations: Iterable[tuple[str, str]], repeals: Mapping[str, str]) -> Iterator[Issue]:
    """An issue for each act that cites or repeals itself through others; nothing stops at one.

    `citations` are (act, act that it rests on) by id, `repeals` tell the repealing act of each repealed one.
    """
    for act, by in sorted(repeals.items()):
        if act == by:
            yield _issue("self_repeal", act, f"{act} is told to be repealed by itself")
    told = ((act, by) for act, by in repeals.items() if act != by)
    for ring in _rings(told):
        yield _issue("repeal_cycle", ring[0], f"these acts repeal each other: {', '.join(ring)}")
    for ring in _rings((act, other) for act, other in citations if act != other):
        yield _issue("reference_cycle", ring[0], f"these acts refer to each other in a ring: {', '.join(ring)}")


def _rings(edges: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The rings of a graph, each by its acts in order; those that share an edge with a told one are not told again."""
    left: dict[str, set[str]] = {}
    for act, other in edges:
        left.setdefault(act, set()).add(other)
    for _ in range(MOST_TOLD):
        try:
            TopologicalSorter({act: sorted(others) for act, others in sorted(left.items())}).prepare()
        except CycleError as error:
            ring = tuple(reversed(error.args[1]))
            for act, other in pairwise(ring):
                left[act].discard(other)
            yield ring[:-1]
        else:
            return


def _issue(code: str, act: str, told: str) -> Issue:
    return Issue(
        code=code,
        severity=Severity.WARNING,
        document=act,
        message=f"{told}; its references and its force are told as they stand: see the acts",
    )
