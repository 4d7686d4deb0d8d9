"""States and talks of the questions that others wrote (tests/labels/consultant/others), as sums alone.

    python -m tests.real.others_score

asks the base of KB_HOME; `report.jsonl` beside them is for `eval/score.py answers`.
"""

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

FOLDER = Path(__file__).parents[1] / "labels" / "consultant" / "others"
DAY = date(2017, 10, 1)


def count_states(registry: Registry) -> tuple[Counter[str], Counter[str]]:
    """Right states and questions, by group."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in _rows("states"):
        asked[row["group"]] += 1
        right[row["group"]] += registry.ask(row["q"], as_of=DAY).state.value in row["accept"]
    return right, asked


def count_turns(registry: Registry) -> tuple[list[bool], list[bool]]:
    """Whether the service is right, of first and of later turns."""
    firsts: list[bool] = []
    laters: list[bool] = []
    for row in _rows("talks"):
        turns = [(turn["q"], turn["service"]) for turn in row["turns"]]
        right, _ = score_talk(turns, lambda text, before: registry.ask(text, as_of=DAY, before=before))
        firsts.append(right[0])
        laters += right[1:]
    return firsts, laters


def _rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main() -> None:
    """Asks all and prints the sums."""
    registry = open_registry(Settings())
    right, asked = count_states(registry)
    for group, count in asked.items():
        sys.stdout.write(f"{group}: {right[group]} of {count}\n")
    firsts, laters = count_turns(registry)
    sys.stdout.write(f"first turns {sum(firsts)} of {len(firsts)}, later turns {sum(laters)} of {len(laters)}\n")


if __name__ == "__main__":
    main()
