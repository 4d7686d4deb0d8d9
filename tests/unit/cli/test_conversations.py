import json
from pathlib import Path

import pytest

from tests.command import Kb


def first_service(kb: Kb, home: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(kb("export", "services", home=home).out.splitlines()[0])
    return found


def test_batch_follows_an_earlier_question_up(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    service = first_service(kb, built_folder)
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    lines = [
        {"id": "a", "q": f"{service['name_kk']} неше күн?", "lang": "kk"},
        {"id": "b", "q": "ал қанша тұрады?", "lang": "kk", "after": "a"},
        {"id": "c", "q": "ал қанша тұрады?", "lang": "kk"},
    ]
    questions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    ran = kb("ask", "--batch", questions, "--out", answers, home=built_folder)

    assert ran.status == 0
    first, followed, alone = (json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines())
    assert first["service"]["id"] == followed["service"]["id"] == service["id"]
    assert followed["intent"] == "fee"
    assert (alone["state"], alone["service"]) == ("clarify", None)


def test_follow_up_of_a_question_that_is_not_there_is_told(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    questions.write_text(json.dumps({"id": "b", "q": "ал қанша тұрады?", "after": "z"}) + "\n", encoding="utf-8")

    ran = kb("ask", "--batch", questions, "--out", answers, home=built_folder)

    assert ran.status == 1
    assert "'z'" in ran.err
    assert json.loads(answers.read_text(encoding="utf-8"))["state"] == "clarify"


def test_single_question_after_another_and_on_a_service(kb: Kb, built_folder: Path) -> None:
    service = first_service(kb, built_folder)
    before = f"{service['name_kk']} неше күн?"

    after = json.loads(kb("ask", "ал қанша тұрады?", "--after", before, "--json", home=built_folder).out)
    chosen = json.loads(kb("ask", "Қанша тұрады?", "--service", service["id"], "--json", home=built_folder).out)
    wrong = kb("ask", "Қанша тұрады?", "--service", "absent", home=built_folder)

    assert after["service"]["id"] == chosen["service"]["id"] == service["id"]
    assert after["intent"] == chosen["intent"] == "fee"
    assert (wrong.status, "absent" in wrong.err) == (2, True)


@pytest.mark.parametrize("text", ["апостиль " * 2500, "   "])
def test_endless_and_blank_questions_get_one_clear_line(kb: Kb, built_folder: Path, text: str) -> None:
    ran = kb("ask", text, home=built_folder)

    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
