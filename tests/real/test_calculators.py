"""The hand-computed fees and days of real services, from the values that the base itself holds."""

import json
from pathlib import Path

from kb.pipeline import Home, Registry
from tests.real.calculator_score import score_calculators
from tests.real.conftest import Kb

LABELS = Path(__file__).parents[1] / "labels" / "consultant" / "calculators.jsonl"
# Rates of the Tax Code that the standards leave out (passports of other lengths, a lost card, duplicates), and an
# extension that the report names in the sentence before its number.
KNOWN = ("calc-f32", "calc-f33", "calc-f35", "calc-f41", "calc-f52", "calc-d55")


def test_hand_computed_cases_are_given_for_their_services(real_base: Kb, real_home: Path) -> None:
    registry = Registry(Home(folder=real_home))
    try:
        cases = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
        score = score_calculators(registry, cases)
    finally:
        registry.close()

    assert score.asked == {"fee": 61, "due": 53}
    assert score.missed == KNOWN
