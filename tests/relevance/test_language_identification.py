"""Language identification on real sentences and questions, as written and without Kazakh letters."""

import json
import re
from pathlib import Path

import pytest

from kb.text import fold_kazakh, identify_language

# the sixth pair of files has sentences of the other language in both halves
FILES = ["dingov", "egov", "enu1", "kyzmet", "pravstat"]
KAZAKH_LETTERS = re.compile("[әіңғүұқөһ]", re.IGNORECASE)
# a sentence has words; lines of names and figures tell no language
SENTENCE = re.compile(r"(?:[^\W\d_]{3,}\W+){5}")


def sentences(shared: Path, name: str, language: str) -> list[str]:
    text = (shared / "data" / "aligned" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    # some lines stand in the other file than they should: Kazakh sentences have Kazakh letters, Russian ones have none
    return [
        line
        for line in text.splitlines()
        if SENTENCE.search(line) and bool(KAZAKH_LETTERS.search(line)) == (language == "kk")
    ]


def test_there_are_sentences(shared: Path) -> None:
    assert all(len(sentences(shared, name, language)) > 20 for name in FILES for language in ("kk", "ru"))
    assert sum(len(sentences(shared, name, "kk")) for name in FILES) > 3_500


@pytest.mark.parametrize(
    ("language", "is_plain", "floor"),
    [("kk", False, 0.999), ("kk", True, 0.995), ("ru", False, 0.997)],
)
def test_sentences(shared: Path, language: str, is_plain: bool, floor: float) -> None:
    lines = [line for name in FILES for line in sentences(shared, name, language)]
    right = sum(identify_language(fold_kazakh(line) if is_plain else line) == language for line in lines)
    assert right / len(lines) >= floor


@pytest.mark.parametrize("is_plain", [False, True])
def test_questions(shared: Path, is_plain: bool) -> None:
    lines = (shared / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    assert len(questions) >= 100
    wrong = [
        question["q"]
        for question in questions
        if identify_language(fold_kazakh(question["q"]) if is_plain else question["q"]) != question["lang"]
    ]
    assert wrong == []
