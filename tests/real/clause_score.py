"""How well the reader finds the clauses that people found by hand: `python -m tests.real.clause_score SHARED`.

What counts as a clause of the ruler: everything that begins in a labelled stretch, save what stands inside the cells
of a table's row. A title without a number is a heading, the head of an annex an annex, a point below another a
sub-point; an excluded one keeps its number and is a note.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb.model import Clause, ClauseKind, Document
from tests.real.act_file import read_act

LABELS = Path(__file__).with_name("clauses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A clause as the ruler sees it; lines count from one, `end` is None where nobody says where it ends."""

    line: int
    kind: str
    number: str | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one file or of many; `ends` are those that end at the labelled line, of `ended` that tell one."""

    right: int
    read: int
    labelled: int
    ends: int
    ended: int
    missed: tuple[Found, ...] = ()
    extra: tuple[Found, ...] = ()

    @property
    def f1(self) -> float:
        """F1 of line, kind and number together."""
        return 2 * self.right / (self.read + self.labelled)

    @property
    def end_share(self) -> float:
        """Share of the rightly begun clauses that end at the labelled line."""
        return self.ends / self.ended if self.ended else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            right=self.right + other.right,
            read=self.read + other.read,
            labelled=self.labelled + other.labelled,
            ends=self.ends + other.ends,
            ended=self.ended + other.ended,
        )


def label_files(*, later: bool) -> list[Path]:
    """The label files of the first half, or of the one that was made after it and apart."""
    return sorted((LABELS / "later" if later else LABELS).glob("*.yaml"))


def score_file(labels: Path, acts: Path) -> Score:
    """What the reader gets right of the act that a label file names, below the folder `acts`."""
    data: dict[str, Any] = yaml.safe_load(labels.read_text(encoding="utf-8"))
    document = read_act(acts / data["file"])
    wanted: list[Found] = []
    got: list[Found] = []
    for stretch in data["stretches"]:
        wanted += [Found(**row) for row in stretch["clauses"]]
        got += [one for one in _clauses(document) if stretch["from"] <= one.line <= stretch["to"]]
    return compare(wanted, got)


def compare(wanted: Iterable[Found], got: Iterable[Found]) -> Score:
    """Clauses pair when line, kind and number agree, each once."""
    labels, clauses = list(wanted), list(got)
    left = Counter(_key(one) for one in clauses)
    ends = Counter((_key(one), one.end) for one in clauses)
    missed: list[Found] = []
    right = ended = ended_right = 0
    for one in labels:
        if not left[_key(one)]:
            missed.append(one)
            continue
        left[_key(one)] -= 1
        right += 1
        if one.end is not None:
            ended += 1
            ended_right += ends[_key(one), one.end] > 0
    known = {_key(one) for one in labels}
    extra = tuple(one for one in clauses if _key(one) not in known)
    return Score(
        right=right,
        read=len(clauses),
        labelled=len(labels),
        ends=ended_right,
        ended=ended,
        missed=tuple(missed),
        extra=extra,
    )


def _key(one: Found) -> tuple[int, str, str | None]:
    return one.line, one.kind, one.number


def _clauses(document: Document) -> Iterator[Found]:
    rows = {clause.id for clause in document.clauses if clause.kind is ClauseKind.ROW}
    for clause in document.clauses:
        if clause.parent not in rows:
            yield Found(
                line=document.line_of(beginning(document, clause)),
                kind=_kind(clause),
                number=clause.number,
                end=document.line_of(clause.end - 1),
            )


def beginning(document: Document, clause: Clause) -> int:
    """Offset where it begins on paper: a row with its first cell, which a requirement holds as its number."""
    if clause.kind is not ClauseKind.ROW:
        return clause.start
    cells = next(block.cells for block in document.blocks if block.start <= clause.start < block.end)
    row = next(cell.row for cell in cells if cell.start <= clause.start <= cell.end)
    return min(cell.start for cell in cells if cell.row == row and cell.start < cell.end)


def _kind(clause: Clause) -> str:
    name = clause.id.rsplit("/", 1)[-1]
    if clause.kind is ClauseKind.HEADING and name.startswith(("annex", "appendix")):
        return "annex"
    if name.startswith(("sub-", "point-")):
        return name.partition("-")[0]
    return clause.kind.value


def main() -> None:
    """Prints each file's figures with its misses, then the total of each half."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.clause_score", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with data/acts")
    parser.add_argument("--later", action="store_true", help="the half that the reader is not tuned on")
    given = parser.parse_args()
    total = Score(right=0, read=0, labelled=0, ends=0, ended=0)
    for labels in label_files(later=given.later):
        score = score_file(labels, given.shared / "data" / "acts")
        total += score
        print(f"{score.f1:.4f} ends {score.end_share:.4f} {score.labelled:4} labels {labels.name}")  # noqa: T201
        for sign, many in (("-", score.missed), ("+", score.extra)):
            for one in many:
                print(f"    {sign} line {one.line} {one.kind} {one.number} to {one.end}")  # noqa: T201
    print(f"{total.f1:.4f} ends {total.end_share:.4f} {total.labelled:4} labels in all")  # noqa: T201


if __name__ == "__main__":
    main()
