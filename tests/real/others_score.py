"""States and talks of the questions that others wrote (tests/labels/consultant/others, third), as sums alone.

    python -m tests.real.others_score [--set third]

asks the base of KB_HOME; `report.jsonl` beside them is for `eval/score.py answers`.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kb.app import Settings, open_registry
from kb.pipeline import Registry
from tests.real.talk_score import score_talk

FOLDER = Path(__file__).parents[1] / "labels" / "consultant"
SETS = {"others": date(2017, 10, 1), "third": date(2026, 11, 26)}  # the day that each asks about


def count_states(registry: Registry, name: str) -> tuple[Counter[str], Counter[str]]:
    """Right states and questions, by group."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in _rows(name, "states"):
        asked[row["group"]] += 1
        right[row["group"]] += registry.ask(row["q"], as_of=SETS[name]).state.value in row["accept"]
    return right, asked


def count_turns(registry: Registry, name: str) -> tuple[list[bool], list[bool]]:
    """Whether the service is right, of first and of later turns."""
    firsts: list[bool] = []
    laters: list[bool] = []
    for row in _rows(name, "talks"):
        turns = [(turn["q"], turn["service"]) for turn in row["turns"]]
        right, _ = score_talk(turns, lambda text, before: registry.ask(text, as_of=SETS[name], before=before))
        firsts.append(right[0])
        laters += right[1:]
    return firsts, laters


def _rows(name: str, kind: str) -> Iterator[dict[str, Any]]:
    path = FOLDER / name / f"{kind}.jsonl"
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def main() -> None:
    """Asks all and prints the sums."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.others_score", description=__doc__)
    parser.add_argument("--set", choices=SETS, default="others")
    name = parser.parse_args().set
    registry = open_registry(Settings())
    right, asked = count_states(registry, name)
    for group, count in asked.items():
        sys.stdout.write(f"{group}: {right[group]} of {count}\n")
    firsts, laters = count_turns(registry, name)
    sys.stdout.write(f"first turns {sum(firsts)} of {len(firsts)}, later turns {sum(laters)} of {len(laters)}\n")


if __name__ == "__main__":
    main()
