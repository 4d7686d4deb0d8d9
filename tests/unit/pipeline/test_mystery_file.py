"""What a file of questions may hold, and how a bad one is told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.model import Language
from kb.model.mystery import MysteryPlace
from kb.pipeline import BadMystery
from kb.pipeline.mystery_file import read_mystery_file

GOOD: dict[str, Any] = {"id": "a", "q": "ұя мерзімі?", "lang": "kk"}


def written(folder: Path, *lines: Any) -> Path:
    path = folder / "calls.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_both_shapes_of_questions_are_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {**GOOD, "service": "nest-1", "intent": "deadline", "answer": "5 күн", "line": 8, "also_lines": [20],
         "figures": [5, 0.5], "as_of": "2017-10-01", "typed": True},
        "",
        {"id": "b", "q": "ал портал арқылы?", "lang": "ru", "state": "not_stated", "accept": ["clarify"], "after": "a",
         "service": "acts:kite", "source": [{"document": "x.txt", "line": 3}], "must_not_answer": True, "why": ""},
        {"id": "c", "q": "ұя ", "lang": "kk", "times": 3, "state": "refused", "service": None},
    )  # fmt: skip
    file = read_mystery_file(path, services={"acts:kite": "kite/2"})
    one, two, three = file.questions
    assert (one.service, one.intent, one.figures, one.as_of) == ("nest-1", "deadline", (5.0, 0.5), date(2017, 10, 1))
    assert one.places == (MysteryPlace(line=8), MysteryPlace(line=20))
    assert (one.states, one.silent, one.language) == (frozenset(), False, Language.KK)
    assert (two.states, two.after, two.service, two.silent) == ({"not_stated", "clarify"}, "a", "kite/2", True)
    assert two.places == (MysteryPlace(line=3, document="x.txt"),)
    assert three.q == "ұя ұя ұя "
    assert (file.name, len(file.digest), file.unread) == ("calls.jsonl", 64, ())


def test_keys_that_no_check_reads_are_told(tmp_path: Path) -> None:
    file = read_mystery_file(written(tmp_path, {**GOOD, "servise": "nest-1", "intent": "weather"}))
    assert file.unread == ("intent weather", "servise")
    assert file.questions[0].intent is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[" * 5000, "line 2: not JSON"),
        ("[]", "line 2: expected an object"),
        ({"q": "ұя", "lang": "kk"}, "line 2: 'id' is needed"),
        ({"id": "b", "lang": "kk"}, "line 2: 'q' is needed"),
        ({**GOOD, "id": 7}, "line 2: 'id' must be a text"),
        (GOOD, "line 2: the id 'a' stands on an earlier line"),
        ({**GOOD, "id": "b", "lang": "en"}, "line 2: lang 'en', expected kk or ru"),
        ({**GOOD, "id": "b", "as_of": "2026-02-30"}, "line 2: as_of '2026-02-30', expected YYYY-MM-DD"),
        ({**GOOD, "id": "b", "state": "fine"}, "line 2: state 'fine', expected one of answered"),
        ({**GOOD, "id": "b", "accept": ["fine"]}, "line 2: state 'fine'"),
        ({**GOOD, "id": "b", "figures": ["5"]}, "line 2: 'figures' must be numbers"),
        ({**GOOD, "id": "b", "figures": 5}, "line 2: 'figures' must be a list"),
        ({**GOOD, "id": "b", "line": 0}, "line 2: a line is a number from 1 on"),
        ({**GOOD, "id": "b", "source": [{"line": 3}]}, "line 2: 'source' must be a list of objects"),
        ({**GOOD, "id": "b", "after": "z"}, "line 2: after 'z': no question on an earlier line"),
        ({**GOOD, "id": "b", "times": 10**9}, "line 2: times 1000000000"),
    ],
)
def test_a_bad_line_is_one_clear_message(tmp_path: Path, line: Any, message: str) -> None:
    path = written(tmp_path, GOOD, line)
    with pytest.raises(BadMystery) as told:
        read_mystery_file(path)
    assert message in str(told.value)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


def test_files_that_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadMystery, match="cannot be read"):
        read_mystery_file(tmp_path / "nothing.jsonl")
    with pytest.raises(BadMystery, match="no question in it"):
        read_mystery_file(written(tmp_path, "", ""))
    (tmp_path / "calls.jsonl").write_bytes(b'{"id": "\xff"}')
    with pytest.raises(BadMystery, match="not UTF-8 at byte 8"):
        read_mystery_file(tmp_path / "calls.jsonl")
