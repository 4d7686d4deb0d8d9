"""`kb monitor import --report`: the counts of a report come in as a wave, the rest is told."""

import json
from pathlib import Path

import pytest

from tests.command import Kb

REPORT = Path(__file__).parents[3] / "examples" / "pages" / "monitoring" / "esep-2019.txt"


def test_a_report_comes_in_and_says_what_did_not(kb: Kb) -> None:
    done = kb("monitor", "import", "--report", REPORT, "--lang", "en")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "Wave mon2019 taken in: 4 rows, 504 answers, 8 without an answer."
    assert "days of the survey: 2019-05-01/2019-07-31 (line 21)" in lines
    assert any("the organisation is not named" in line for line in lines)
    rows = json.loads(kb("monitor", "rate", "mon2019", "--json").out)["rows"]
    assert [(row["key"], row["satisfaction"], row["mean"]) for row in rows[:2]] == [
        ("mon2019-02", 75.0, 4.68), ("mon2019-04", 75.0, 4.71),
    ]  # fmt: skip


def test_a_report_as_json_has_places(kb: Kb, tmp_path: Path) -> None:
    head = tmp_path / "head.json"
    head.write_text('{"organisation": "«Дала» орталығы"}', encoding="utf-8")
    told = json.loads(kb("monitor", "import", "--report", REPORT, "--wave", head, "--json").out)
    (wave,) = told["waves"]
    assert wave["wave"]["organisation"] == "«Дала» орталығы"
    assert wave["wave"]["document"] == REPORT.name
    text = REPORT.read_text(encoding="utf-8")
    for fact in told["facts"]:
        place = fact["evidence"]
        assert text[place["start"] : place["end"]] == place["quote"]
    assert all(one["reason"] and one["figures"] for one in told["unread"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--report", "nosuch.txt"), "no document 'nosuch.txt'"),
        (("--report", REPORT, REPORT), "give files of answers, or --report with one document"),
        ((), "give files of answers, or --report with one document"),
    ],
)
def test_a_wrong_call_is_one_line(kb: Kb, arguments: tuple[str | Path, ...], words: str) -> None:
    done = kb("monitor", "import", *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert words in done.err


def test_a_report_without_counts_is_one_line(kb: Kb, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Министрлік қызмет сапасын жақсартты.\n", encoding="utf-8")
    done = kb("monitor", "import", "--report", tmp_path / "news.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert kb("monitor", "waves").out == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "есепте аталмаған"), ("ru", "не названа в отчёте"), ("en", "not named in the report")],
)
def test_an_organisation_that_is_not_named_is_told_in_one_language(kb: Kb, language: str, words: str) -> None:
    told = kb("monitor", "import", "--report", REPORT, "--lang", language)
    assert told.status == 0
    assert not any("—" in line for line in told.out.splitlines() if "esep-2019.txt:" in line)
    (line,) = kb("monitor", "waves", "--lang", language).out.splitlines()
    assert line.partition("2019-07-31")[2].strip() == words


def test_an_organisation_with_a_name_is_told_as_it_is(kb: Kb, tmp_path: Path) -> None:
    head = tmp_path / "head.json"
    head.write_text('{"organisation": "«Дала» орталығы"}', encoding="utf-8")
    assert kb("monitor", "import", "--report", REPORT, "--wave", head).status == 0
    assert kb("monitor", "waves", "--lang", "ru").out.endswith(" «Дала» орталығы\n")
