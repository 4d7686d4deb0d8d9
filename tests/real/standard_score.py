"""How well the values of real standards are read: `python -m tests.real.standard_score first --misses`.

Values of a service are those whose evidence begins in its lines. Deadlines, fees and providers pair when they are equal
and stand in the same line or the next, channels when their code is offered, documents and refusal grounds when their
spans share at least four fifths of what they cover together; each pairs once.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kb.extract import extract_document
from kb.model import Attribute, Document
from tests.conftest import shared_folder
from tests.real.act_file import read_act
from tests.real.standard_labels import FIELDS, Standard, Value, label_files, read_labels, stated

NEAR = 1
SHARED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Pairs, what was asked for and not read, and what was read too much."""

    right: int = 0
    missed: tuple[Value, ...] = ()
    extra: tuple[Value, ...] = ()

    @property
    def labelled(self) -> int:
        """How many values the labels ask for."""
        return self.right + len(self.missed)

    @property
    def precision(self) -> float:
        """Share of the read values that are right."""
        read = self.right + len(self.extra)
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled values that are read."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """F1 of both; 1 where nothing was asked for and nothing read."""
        both = self.labelled + self.right + len(self.extra)
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(right=self.right + other.right, missed=self.missed + other.missed, extra=self.extra + other.extra)


Scores = dict[Attribute, Score]


def score_half(half: str, acts: Path) -> Scores:
    """Each field's score over all label files of a half; the labelled files stand below the folder `acts`."""
    return add_up(score_file(path, acts)[1] for path in label_files(half))


def score_file(labels: Path, acts: Path) -> tuple[Document, Scores]:
    """The file that a label file names, read, and each field's score over its standards."""
    name, standards = read_labels(labels)
    document = read_act(acts / name)
    read = [value for value in map(stated, extract_document(document).statements) if value is not None]
    return document, add_up(score_standard(standard, read) for standard in standards)


def score_standard(standard: Standard, read: Iterable[Value]) -> Scores:
    """Each field's score over the values that begin in the standard's lines; a channel counts once."""
    within = [value for value in read if value.line is not None and standard.first <= value.line <= standard.last]
    scores: Scores = {}
    for field in FIELDS:
        found = [value for value in within if value.field is field]
        if field is Attribute.CHANNEL:
            found = list({value.key: value for value in found}.values())
        found = list(dict.fromkeys(found))  # an item that is listed for several cases is one
        scores[field] = compare([value for value in standard.values if value.field is field], found)
    return scores


def compare(labels: list[Value], found: list[Value]) -> Score:
    """Pairs labels with what was found, the likest first and the doubtful ones last, each once."""
    pairs = (
        (label.doubtful, -likeness(label, value), at, to)
        for at, label in enumerate(labels)
        for to, value in enumerate(found)
    )
    taken: dict[int, int] = {}
    for _, unlikeness, at, to in sorted(pairs):
        if unlikeness < 0 and at not in taken and to not in taken.values():
            taken[at] = to
    return Score(
        right=sum(not labels[at].doubtful for at in taken),
        missed=tuple(label for at, label in enumerate(labels) if at not in taken and not label.doubtful),
        extra=tuple(value for to, value in enumerate(found) if to not in taken.values()),
    )


def likeness(label: Value, value: Value) -> float:
    """From 0, where the two are no pair, to 1, where nothing lies between them."""
    if label.key != value.key:
        return 0.0
    if label.span is not None and value.span is not None:
        (a, b), (c, d) = label.span, value.span
        share = max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c))
        return share if share >= SHARED else 0.0
    if label.line is not None and value.line is not None:
        distance = abs(label.line - value.line)
        return 1 / (1 + distance) if distance <= NEAR else 0.0
    return 1.0


def add_up(scores: Iterable[Scores]) -> Scores:
    """The sum, field by field."""
    total = dict.fromkeys(FIELDS, Score())
    for one in scores:
        for field, score in one.items():
            total[field] += score
    return total


def main() -> None:
    """Prints each field's figures over a half, and on request what was missed and read too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.standard_score", description=__doc__)
    parser.add_argument("half", choices=("first", "later"), help="the half that rules are tuned on, or the other")
    parser.add_argument("--misses", action="store_true", help="tell each label missed (-) and value too much (+)")
    parser.add_argument("--field", choices=[field.value for field in FIELDS], help="misses of this field only")
    given = parser.parse_args()
    total = add_up(())
    for path in label_files(given.half):
        document, scores = score_file(path, shared_folder() / "data" / "acts")
        total = add_up((total, scores))
        if given.misses:
            print(f"{path.stem}: {document.snapshot.document}")  # noqa: T201
            told = [score for field, score in scores.items() if given.field in (None, field.value)]
            print("\n".join(line for score in told for line in misses(document, score)))  # noqa: T201
    for field, score in total.items():
        figures = f"P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}  of {score.labelled} labels"
        print(f"{field.value:15} {figures}")  # noqa: T201


def misses(document: Document, score: Score) -> list[str]:
    """A line for each label missed and each value too much, with its key and the beginning of its words."""
    lines = document.text.split("\n")
    told: list[str] = []
    for sign, values in (("-", score.missed), ("+", score.extra)):
        for value in values:
            line = value.line or (document.line_of(value.span[0]) if value.span else None)
            words = document.text[slice(*value.span)] if value.span else lines[line - 1] if line else ""
            key = " ".join(str(part) for part in value.key if part is not None)
            told.append(f"  {sign} {value.field.value} line {line} {key} | {' '.join(words.split())[:120]}")
    return told


if __name__ == "__main__":
    main()
