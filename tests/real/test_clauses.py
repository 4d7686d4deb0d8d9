"""Clauses begin where people say that they begin."""

from pathlib import Path

import pytest
import yaml

from tests.real.clause_score import Found, Score, compare, label_files, score_file

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["clauses"]


@pytest.mark.parametrize(("half", "later"), [("first", False), ("later", True)])
def test_clauses_stand_above_their_floor(half: str, later: bool, shared: Path) -> None:
    total = Score(right=0, read=0, labelled=0, ends=0, ended=0)
    for labels in label_files(later=later):
        total += score_file(labels, shared / "data" / "acts")
    assert total.labelled >= FLOORS[half]["labels"]
    assert total.f1 >= FLOORS[half]["f1"]
    assert total.end_share >= FLOORS[half]["ends"]


def test_the_ruler_counts_what_is_missed_and_what_is_too_much() -> None:
    labels = [
        Found(line=1, kind="point", number="1", end=3),
        Found(line=2, kind="sub", number="1", end=2),
        Found(line=3, kind="sub", number="2", end=3),
        Found(line=5, kind="note", number=None, end=5),
    ]
    clauses = [
        Found(line=1, kind="point", number="1", end=2),
        Found(line=2, kind="sub", number="1", end=2),
        Found(line=3, kind="sub", number="3", end=3),
        Found(line=5, kind="note", number=None, end=5),
        Found(line=5, kind="note", number=None, end=5),
    ]
    score = compare(labels, clauses)
    assert (score.right, score.read, score.labelled) == (3, 5, 4)
    assert (score.ends, score.ended) == (2, 3)
    assert score.missed == (labels[2],)
    assert score.f1 == 2 * 3 / 9
