"""The questions for the consultant fit the texts that they were read from."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kb.model import AnswerState

LABELS = Path(__file__).parents[1] / "labels" / "consultant"
FEWEST = {"questions": 200, "documents": 60, "calculators": 60}


def read(name: str) -> list[Any]:
    """The rows of one file."""
    return [json.loads(line) for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", FEWEST)
def test_each_place_is_a_line_with_words(name: str, shared: Path) -> None:
    rows = read(name)
    assert len(rows) >= FEWEST[name]
    assert [key for key, times in Counter(row["id"] for row in rows).items() if times > 1] == []
    texts: dict[str, list[str]] = {}
    for row in rows:
        for place in row["source"]:
            document = place["document"]
            if document not in texts:
                folder = shared / "data" if document.startswith("acts/") else shared / "seeds"
                texts[document] = (folder / document).read_text(encoding="utf-8").splitlines()
            assert texts[document][place["line"] - 1].strip(), (row["id"], place)


def test_both_languages_are_asked_alike_and_follow_ups_have_their_question() -> None:
    rows = read("questions")
    languages = Counter(row["lang"] for row in rows)
    assert languages["kk"] == languages["ru"]
    states = {state.value for state in AnswerState}
    ids = {row["id"] for row in rows}
    for row in rows:
        assert {row["state"], *row.get("accept", ())} <= states, row["id"]
        assert row["after"] is None or row["after"] in ids, row["id"]
    assert sum(bool(row.get("must_not_answer")) for row in rows) >= 40
