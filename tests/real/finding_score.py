"""How many of the contradictions that a reader found in the real acts the checker finds, and how right it is.

`tests/labels/acts.jsonl`: pairs of places that a reader listed without any program: the files and lines of both sides,
the class, whether a lawyer would surely agree. `tests/labels/findings.jsonl`: findings with what a reader said of them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parents[1] / "labels"
NEAR = 2  # lines: readers and readings begin a clause at one line or the other
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShare:
    """How many of the listed pairs were found with both sides, and with one at least."""

    listed: int
    both: int
    one: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelShare:
    """Of the labelled findings that are still given: those called true, false and unclear."""

    true: int
    false: int
    unclear: int

    @property
    def precision(self) -> float:
        """True ones among those that could be told."""
        return self.true / max(1, self.true + self.false)


def read_lines(path: Path) -> list[Any]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score_list(found: Iterable[Found], listed: Sequence[Found]) -> ListShare:
    """Holds findings against a reader's list; a side is met within two lines of its own file."""
    by_file: dict[str, list[list[tuple[str, int, int]]]] = defaultdict(list)
    for one in found:
        sides = [_span(one[side]["evidence"]) for side in ("a", "b")]
        for name in {name for name, _, _ in sides}:
            by_file[name].append(sides)
    both = some = 0
    for pair in listed:
        wanted = [(_tail(name), line) for name, line in zip(pair["files"], pair["lines"], strict=True)]
        met = max((_met(wanted, sides) for name, _ in wanted for sides in by_file[name]), default=0)
        both += met == len(wanted)
        some += met > 0
    return ListShare(listed=len(listed), both=both, one=some)


def score_labels(found: Iterable[Found], labels: Iterable[Found]) -> LabelShare:
    """What readers said of the findings that are given."""
    told = {one["id"]: one["label"] for one in labels}
    given = [told[one["id"]] for one in found if one["id"] in told]
    return LabelShare(true=given.count("true"), false=given.count("false"), unclear=given.count("unclear"))


def _met(wanted: Sequence[tuple[str, int]], sides: Sequence[tuple[str, int, int]]) -> int:
    return sum(
        any(name == file and first - NEAR <= line <= last + NEAR for name, first, last in sides)
        for file, line in wanted
    )


def _span(evidence: Found) -> tuple[str, int, int]:
    first = evidence["line"]
    return _tail(evidence["document"]), first, first + evidence["quote"].count("\n")


def _tail(document: str) -> str:
    return "/".join(document.split("/")[-2:])
