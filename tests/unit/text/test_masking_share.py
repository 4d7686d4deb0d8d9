"""How much of what tells a person is masked, and how much else, on sentences written for it."""

import json
import re
from pathlib import Path

import pytest

from kb.text import mask_personal

LABELS = Path(__file__).parents[2] / "labels" / "masking"
_PLACEHOLDER = re.compile(r"\[[^\]]+\]")


def measure(name: str) -> tuple[int, float, float, list[str]]:
    """How many sentences, recall, precision, and the sentences with a fault."""
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()
    gone = missed = wrong = 0
    faults = []
    for line in map(json.loads, lines):
        masked = mask_personal(line["q"]).text
        left = [one for one in line["personal"] if one in masked]
        lost = [one for one in line["harmless"] if one not in masked]
        extra = [] if line["personal"] else _PLACEHOLDER.findall(masked)
        gone, missed, wrong = (
            gone + len(line["personal"]) - len(left),
            missed + len(left),
            wrong + max(len(lost), len(extra)),
        )
        if left or lost or extra:
            faults.append(f"{line['id']}: {masked}")
    return len(lines), gone / (gone + missed), gone / (gone + wrong), faults


@pytest.mark.parametrize(
    ("name", "sentences", "recall", "precision"),
    [("sentences.jsonl", 84, 1.0, 1.0), ("held_out.jsonl", 42, 0.97, 0.97)],
)
def test_what_tells_a_person_is_masked_and_little_else(
    name: str, sentences: int, recall: float, precision: float
) -> None:
    count, found, right, faults = measure(name)
    assert count == sentences
    assert found >= recall, faults
    assert right >= precision, faults
