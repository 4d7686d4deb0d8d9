"""How many questions on services that the base does not have are told so (tests/labels/consultant/strangers.yaml).

    python -m tests.real.stranger_score

asks the base of KB_HOME and prints the sums of even and odd lines, and the states.
"""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import yaml

from kb.app import Settings, open_registry
from kb.model import AnswerState

FILE = Path(__file__).parents[1] / "labels" / "consultant" / "strangers.yaml"
DAY = date(2017, 10, 1)
TOLD = (AnswerState.NO_SERVICE, AnswerState.CLARIFY)


def main() -> None:
    """Asks all and prints the sums."""
    registry = open_registry(Settings())
    texts = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    states = [registry.ask(text, as_of=DAY).state for text in texts]
    for name, half in (("even", states[::2]), ("odd", states[1::2])):
        sys.stdout.write(f"{name}: {sum(state in TOLD for state in half)} of {len(half)}\n")
    sys.stdout.write(", ".join(f"{state.value} {count}" for state, count in Counter(states).most_common()) + "\n")


if __name__ == "__main__":
    main()
