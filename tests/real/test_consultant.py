"""How well the consultant understands its own questions never falls below the committed floors."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from tests.real.consultant_score import ask_all, read_questions, score

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["understanding"]
Kb = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def tally(real_base: Kb) -> dict[str, Counter[str]]:
    def ask(batch: Path, out: Path) -> None:
        # two of the questions, blank and endless, get a line instead of an answer
        told = real_base("ask", "--batch", str(batch), "--out", str(out), status=1)
        assert len(told.stderr.splitlines()) == FLOORS["errors"]

    rows = read_questions()
    counts, _ = score(rows, ask_all(rows, ask))
    return counts


@pytest.mark.parametrize(
    ("group", "mark"), [(group, mark) for group, marks in FLOORS["shares"].items() for mark in marks]
)
def test_share_stands_above_its_floor(tally: dict[str, Counter[str]], group: str, mark: str) -> None:
    asked = tally[group][f"{mark} of"]
    assert asked >= FLOORS["asked"][group]
    assert tally[group][mark] / asked >= FLOORS["shares"][group][mark]
