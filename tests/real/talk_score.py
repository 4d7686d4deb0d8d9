"""Whether each turn of a talk goes to the right service (tests/labels/consultant/talks.yaml).

    python -m tests.real.talk_score

asks the base of KB_HOME and prints the turns that go astray, then two counts.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import yaml

from kb.answer import Asked
from kb.app import Settings, open_registry
from kb.model import Answer

FILE = Path(__file__).parents[1] / "labels" / "consultant" / "talks.yaml"
DAY = date(2026, 11, 26)
SAME = "="  # the service of the turn before
Ask = Callable[[str, tuple[Asked, ...]], Answer]


def score_talk(turns: Sequence[tuple[str, str]], ask: Ask) -> tuple[list[bool], list[str]]:
    """For each turn whether its service is right, and a line for each wrong one."""
    before: tuple[Asked, ...] = ()
    right, wrong, wanted = [], [], ""
    for text, service in turns:
        wanted = wanted if service == SAME else service
        answer = ask(text, before)
        ids = (answer.service.id, *answer.service.ids) if answer.service else ()
        right.append(wanted in ids)
        if wanted not in ids:
            wrong.append(f"wanted {wanted}, got {answer.state.value} {ids[:1]} | {text}")
        before = (*before, Asked(text=text, service=answer.service.id if answer.service else None))
    return right, wrong


def main() -> None:
    """Asks all talks and prints what goes astray and the counts."""
    registry = open_registry(Settings())
    firsts, laters = [], []
    for turns in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        right, wrong = score_talk(turns, lambda text, before: registry.ask(text, as_of=DAY, before=before))
        firsts.append(right[0])
        laters += right[1:]
        sys.stdout.write("".join(line + "\n" for line in wrong))
    sys.stdout.write(f"first turns {sum(firsts)} of {len(firsts)}, later turns {sum(laters)} of {len(laters)}\n")


if __name__ == "__main__":
    main()
