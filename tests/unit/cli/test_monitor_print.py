"""`kb monitor report`: files of each kind, what is refused; ratings with coefficients."""

import csv
import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.command import Kb
from tests.unit.cli.test_monitor_commands import EXAMPLES, bring

COEFFICIENTS = EXAMPLES / "monitoring" / "coefficients.yaml"


def test_each_kind_of_file_is_whole(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    for suffix in ("html", "docx", "xlsx"):
        out = tmp_path / f"report.{suffix}"
        done = kb("monitor", "report", "ulgi-2025", "--out", out, "--lang", "ru", "--coefficients", COEFFICIENTS)
        assert (done.status, done.out, done.err) == (0, "", "")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="ru">' in page
    assert "Рейтинг услуг с коэффициентами" in page
    headings = [one.text for one in Document(str(tmp_path / "report.docx")).paragraphs]
    assert "Рейтинг услуг с коэффициентами" in headings
    book = load_workbook(BytesIO((tmp_path / "report.xlsx").read_bytes()))
    assert "Рейтинг услуг" in book.sheetnames
    assert list(tmp_path.glob(".report*")) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("ulgi-2025", "--out", "OUT/report.pdf"), ".html, .docx or .xlsx"),
        (("no-such", "--out", "OUT/report.html"), "there are ulgi-2025"),
        (("ulgi-2025", "--out", "OUT/missing/report.xlsx"), "cannot be written"),
        (("ulgi-2025", "--out", "OUT/report.html", "--coefficients", "OUT/none.csv"), "there is no such file"),
        (("ulgi-2025",), "--out"),
    ],
)
def test_a_wrong_call_is_one_line_and_leaves_no_file(
    kb: Kb, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    bring(kb)
    out = tmp_path / "out"
    out.mkdir()
    done = kb("monitor", "report", *(one.replace("OUT", str(out)) for one in options))
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert list(out.iterdir()) == []


def test_a_rating_with_coefficients_shows_them_and_their_formula(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    told = json.loads(kb("monitor", "rate", "ulgi-2025", "--coefficients", COEFFICIENTS, "--json", "--lang", "en").out)
    assert [(row["key"], row["weighted_rank"], row["weighted"]) for row in told["rows"]] == [
        ("ulgi-01", 1, 89.3),
        ("ulgi-02", 2, 71.0),
        ("ulgi-03", 3, 67.3),
    ]
    assert told["weighted"]["formula"]["formula"] == "figure × demand × complexity"
    partial = tmp_path / "demand.csv"
    partial.write_text("service,demand\nulgi-01,2\n", encoding="utf-8")
    shown = kb("monitor", "rate", "ulgi-2025", "--coefficients", partial, "--lang", "en").out
    assert shown.count("not in source") >= 5
    rows = csv.DictReader(
        kb("monitor", "rate", "ulgi-2025", "--coefficients", partial, "--by", "body", "--csv", "-").out.splitlines()
    )
    assert [(row["weighted"], row["without_coefficient"]) for row in rows] == [("", "ulgi-02"), ("", "ulgi-03")]
