"""`kb feedback`, `kb mystery`, and the questions that `kb ask` leaves in the log."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kb.model import Language
from kb.model.feedback import Mark, MarkKind
from kb.pipeline import Home, Registry
from tests.command import Kb


@pytest.fixture
def built(built: Home, tmp_path: Path) -> Home:
    """A base of one's own, in which questions are kept."""
    return Home(folder=shutil.copytree(built.folder, tmp_path / "own"))


@pytest.fixture(autouse=True)
def kept(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_QUERY_LOG_DAYS")


@pytest.fixture
def mark(built: Home) -> str:
    registry = Registry(built)
    given = Mark(kind=MarkKind.NO_ANSWER, page="/search", language=Language.KK, question="ЖСН 900101300127 ұя мерзімі?")
    name = registry.feedback.note(given)
    registry.feedback.note(Mark(kind=MarkKind.HELPFUL, page="/search", language=Language.RU))
    registry.close()
    return name


def calls(folder: Path, home: Home) -> Path:
    """A file of two questions, one of which the base cannot meet."""
    registry = Registry(home)
    service = next(iter(registry.all_services()))
    registry.close()
    lines: list[dict[str, Any]] = [
        {"id": "a", "q": "апостиль ", "times": 2000, "lang": "kk", "state": "refused"},
        {"id": "b", "q": f"{service.name_kk} мерзімі", "lang": "kk", "service": service.id, "figures": [987654321]},
    ]
    path = folder / "calls.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def test_marks_are_listed_sorted_and_forgotten(kb: Kb, built: Home, mark: str) -> None:
    ran = kb("feedback", "list", "--gaps", "--lang", "ru", home=built.folder)
    assert (ran.status, ran.err) == (0, "")
    assert mark in ran.out
    assert "900101300127" not in ran.out
    ran = kb("feedback", "sort", mark, "--class", "synonym", "--state", "done", home=built.folder)
    assert (ran.status, "synonym, done" in ran.out) == (0, True)
    told = json.loads(kb("feedback", "list", "--state", "done", "--json", home=built.folder).out)
    assert [(one["id"], one["class"]) for one in told["items"]] == [(mark, "synonym")]
    ran = kb("feedback", "sort", mark, "--class", "none", home=built.folder)
    assert "сұрыпталмаған" in ran.out
    ran = kb("feedback", "forget", "--older-than", "0", "--lang", "en", home=built.folder)
    assert "Marks deleted: 2" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sort", "0" * 16, "--class", "card"), "no mark"),
        (("sort", "0" * 16), "needs --class"),
        (("list", "--after", "0" * 16), "cursor"),
        (("list", "--service", "nobody"), "no service"),
    ],
)
def test_wrong_calls_are_one_line(kb: Kb, built: Home, arguments: tuple[str, ...], message: str) -> None:
    ran = kb("feedback", *arguments, home=built.folder)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert message in ran.err


def test_a_file_is_asked_scored_kept_and_compared(kb: Kb, built: Home, tmp_path: Path) -> None:
    path = calls(tmp_path, built)
    first = json.loads(kb("mystery", path, "--json", home=built.folder).out)
    assert (first["run"], first["counts"]["all"]["passed"], first["before"]) == (1, [1, 2], None)
    ran = kb("mystery", path, "--floor", "state=1", "--lang", "en", home=built.folder)
    assert (ran.status, ran.err) == (0, "")
    assert "all met 1/2" in ran.out
    assert "Since run 1" in ran.out
    ran = kb("mystery", path, "--floor", "figures=0.5", "--no-keep", home=built.folder)
    assert (ran.status, "figures=0.5 missed: 0.000" in ran.err) == (1, True)
    told = json.loads(kb("mystery", "trend", "--json", home=built.folder).out)
    assert [one["run"] for one in told["items"]] == [2, 1]
    shown = json.loads(kb("mystery", "show", "2", "--json", home=built.folder).out)
    assert [(one["id"], one["passed"]) for one in shown["questions"]] == [("a", True), ("b", False)]
    questions = kb("queries", "questions", home=built.folder)
    assert questions.out == "", "mystery calls are no questions of people"


def test_bad_files_and_floors_are_one_line(kb: Kb, built: Home, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "q": "ұя", "lang": "kk"}\n{"id": "b"', encoding="utf-8")
    for arguments, message in (
        ((bad,), "line 2: not JSON"),
        ((calls(tmp_path, built), "--floor", "wit=1"), "expected NAME=VALUE"),
        ((calls(tmp_path, built), "--floor", "state=2"), "expected NAME=VALUE"),
        (("show", "9"), "no run 9"),
        ((calls(tmp_path, built), "--services", tmp_path / "none.yaml"), "cannot be read"),
    ):
        ran = kb("mystery", *arguments, home=built.folder)
        assert (ran.status, ran.err.count("\n")) == (2, 1), ran.err
        assert message in ran.err


def test_an_api_that_is_not_there_is_a_failure(kb: Kb, built: Home, tmp_path: Path) -> None:
    ran = kb("mystery", calls(tmp_path, built), "--url", "http://127.0.0.1:9", home=built.folder)
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "is it running?" in ran.err


def test_a_question_of_the_command_line_is_kept_masked(kb: Kb, built: Home) -> None:
    assert kb("ask", "ЖСН 900101300127 ауа райы қандай?", home=built.folder).status == 0
    (line,) = kb("queries", "questions", home=built.folder).out.splitlines()
    kept = json.loads(line)
    assert (kept["text"], kept["page"]) == ("ЖСН [ЖСН] ауа райы қандай?", "kb ask")
    table = kb("queries", "questions", "--format", "csv", home=built.folder).out
    assert table.startswith("id,asked_at,text")
    assert "900101300127" not in table
