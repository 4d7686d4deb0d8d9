import json
from pathlib import Path

import pytest

from kb.relevance import BadData
from kb.relevance.judged_query import in_base, read_queries

GOOD = {"id": "q1", "q": "омарта паспорты", "lang": "kk", "service": "s1"}


def write(folder: Path, *rows: object) -> Path:
    path = folder / "queries.jsonl"
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_line_is_a_query(tmp_path: Path) -> None:
    both = {**GOOD, "id": "q2", "lang": "mixed", "service": ["s1", "s2"], "base": "samples", "kind": "need", "more": 1}
    one, two = read_queries(write(tmp_path, GOOD, "\n", both))
    assert (one.text, one.language, one.services, one.kind) == ("омарта паспорты", "kk", ("s1",), "")
    assert (two.services, two.base, two.kind) == (("s1", "s2"), "samples", "need")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["{"], "line 1"),
        ([GOOD, [1]], "line 2"),
        ([GOOD, GOOD], "line 2: the id 'q1'"),
        ([{**GOOD, "lang": "en"}], "expected one of kk, ru, mixed"),
        ([{**GOOD, "q": " "}], "not empty"),
        ([{**GOOD, "service": []}], "not empty"),
        ([{**GOOD, "service": [7]}], "must be texts"),
        ([{key: GOOD[key] for key in ("id", "q", "lang")}], "service"),
        ([], "no query"),
    ],
)
def test_other_lines_are_told_with_their_place(tmp_path: Path, rows: list[object], said: str) -> None:
    with pytest.raises(BadData, match=said):
        read_queries(write(tmp_path, *rows))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="cannot be read"):
        read_queries(tmp_path / "none.jsonl")


def test_queries_of_other_bases_are_left_out_and_old_ids_lead_to_the_present_one(tmp_path: Path) -> None:
    rows = [GOOD, {**GOOD, "id": "q2", "service": ["gone", "old"]}, {**GOOD, "id": "q3", "service": "gone"}]
    kept = in_base(read_queries(write(tmp_path, *rows)), {"s1": "s1", "old": "s1"})
    assert [(query.id, query.services) for query in kept] == [("q1", ("s1",)), ("q2", ("s1",))]
