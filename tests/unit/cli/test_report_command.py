"""`kb report`: files of both kinds, filters, what is refused."""

from pathlib import Path

import pytest
from docx import Document

from kb.pipeline import Home
from tests.command import Kb
from tests.many_findings import many, many_folder

__all__ = ["many", "many_folder"]


def test_a_docx_report_has_a_table_of_both_sides_for_each_finding(kb: Kb, many: Home, tmp_path: Path) -> None:
    out = tmp_path / "report.docx"
    ran = kb("report", "--out", out, "--lang", "ru", "--class", "language_parity", home=many.folder)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    file = Document(str(out))
    cells = [[cell.text for cell in table.rows[0].cells] for table in file.tables]
    assert any("12 (двенадцать)" in "".join(row) and "10 (он)" in "".join(row) for row in cells)
    assert all(len(row) in (1, 2) for row in cells)
    headings = [one.text for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert len(headings) == len(cells)
    assert headings[0].startswith("1. казахский и русский текст")
    assert "PAGE" in file.sections[0].footer._element.xml
    assert list(tmp_path.glob(".report*")) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_html_report_is_whole_in_one_file(kb: Kb, many: Home, tmp_path: Path, language: str) -> None:
    out = tmp_path / "report.html"
    assert kb("report", "--out", out, "--lang", language, home=many.folder).status == 0
    page = out.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert "src=" not in page
    assert page.count('<section class="finding"') > 1


def test_filters_and_the_limit_shorten_it_and_say_so(kb: Kb, many: Home, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    kb("report", "--out", out, "--limit", "1", "--lang", "en", "--verdict", "open", home=many.folder)
    page = out.read_text(encoding="utf-8")
    assert page.count('<section class="finding"') == 1
    assert "Only the first 1 stand here" in page
    assert "decision – open" in page
    kb("report", "--out", out, "--verdict", "confirmed", "--lang", "en", home=many.folder)
    assert "There are no such contradictions." in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--out", "OUT/report.pdf"), ".docx or .html"),
        (("--out", "OUT/report.html", "--service", "nobody"), "nobody"),
        (("--out", "OUT/report.html", "--class", "weather"), "weather"),
        (("--out", "OUT/missing/report.docx"), "cannot be written"),
        (("--out", "OUT/missing/report.html"), "cannot be written"),
        ((), "--out"),
    ],
)
def test_a_wrong_call_is_told_and_leaves_no_file(
    kb: Kb, many: Home, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ran = kb("report", *(one.replace("OUT", str(tmp_path)) for one in options), home=many.folder)
    assert ran.status == 2
    assert told in ran.err
    assert sorted(tmp_path.iterdir()) == before
