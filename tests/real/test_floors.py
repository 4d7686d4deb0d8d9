"""Quality on the hand annotations never falls below the committed floors."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))
Kb = Callable[..., subprocess.CompletedProcess[str]]


def score(shared: Path, what: str, export: Path, *options: str) -> str:
    command = [sys.executable, str(shared / "eval" / "score.py"), what, str(export), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="session")
def statement_score(real_base: Kb, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    export = tmp_path_factory.mktemp("export") / "statements.jsonl"
    real_base("export", "statements", "--out", str(export))
    return score(shared, "statements", export)


@pytest.mark.parametrize("attribute", sorted(FLOORS["statements"]))
def test_statements_stand_above_their_floor(statement_score: str, attribute: str) -> None:
    found = re.search(rf"^{attribute}\s.*F1 (\d\.\d+)", statement_score, re.MULTILINE)
    assert found, statement_score
    assert float(found[1]) >= FLOORS["statements"][attribute], statement_score


def test_every_service_has_a_provider(statement_score: str) -> None:
    found = re.search(r"^provider\s+(\d+) of", statement_score, re.MULTILINE)
    assert found, statement_score
    assert int(found[1]) >= FLOORS["providers"], statement_score


def test_every_quote_equals_its_slice(statement_score: str) -> None:
    found = re.search(r"^quotes\s+(\d+) of (\d+)", statement_score, re.MULTILINE)
    assert found, statement_score
    assert found[1] == found[2], statement_score
    assert int(found[2]) > 500


def test_survey_figures_stand_above_their_floor(real_base: Kb, shared: Path, tmp_path: Path) -> None:
    export = tmp_path / "survey.jsonl"
    real_base("export", "survey", "--out", str(export))
    found = re.search(r"right: (\d+) of", score(shared, "survey", export))
    assert found
    assert int(found[1]) >= FLOORS["survey"]


def test_search_stands_above_its_floor(real_base: Kb, shared: Path, tmp_path: Path) -> None:
    questions = (shared / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in questions]
    typed, run, services = tmp_path / "questions.tsv", tmp_path / "run.trec", tmp_path / "services.jsonl"
    typed.write_text("".join(f"{row['id']}\t{row['q']}\n" for row in rows), encoding="utf-8")
    real_base("search", "--batch", str(typed), "--run", str(run))
    real_base("export", "services", "--out", str(services))
    found = re.search(r"^all .*nDCG@10 (\d\.\d+)", score(shared, "run", run, "--services", str(services)), re.MULTILINE)
    assert found
    assert float(found[1]) >= FLOORS["search"]


def test_answers_stand_above_their_floor_and_are_cited(real_base: Kb, shared: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    real_base("ask", "--batch", str(shared / "eval" / "questions-dev.jsonl"), "--out", str(answers))
    found = re.search(r"^all .*good (\d\.\d+)\s+uncited (\d+)", score(shared, "answers", answers), re.MULTILINE)
    assert found
    assert float(found[1]) >= FLOORS["answers"]
    assert found[2] == "0"
