"""The report on a survey in its three forms, read by the programs that people open them with."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import load_workbook

from kb.model import Language
from kb.monitoring import Coefficients, read_coefficients
from kb.monitoring.coefficients import CoefficientKind
from kb.pipeline import Home, Registry
from kb.pipeline.monitoring_report import (
    MonitoringReport,
    ReportDay,
    monitoring_docx,
    monitoring_html,
    monitoring_xlsx,
    open_monitoring_report,
)
from kb.pipeline.monitoring_report.tables import Counted, Section
from tests.monitored_base import EARLIER, SAMPLE, WAVE, bring_wave, head_of, monitored, monitored_folder

__all__ = ["monitored", "monitored_folder"]
DAY = date(2026, 11, 26)
HOSTILE = "=1+1 <script>x</script> {{7*7}} \x00\x0b\ud800 &"
CODES = (
    "method", "service", "body", "region", "channel", "aspects", "channels", "regions", "tension", "others",
    "comparable", "formulas",
)  # fmt: skip


def made(registry: Registry, language: Language, wave: str = WAVE, **more: Any) -> MonitoringReport:
    return open_monitoring_report(registry.monitoring, wave, ReportDay(language=language, day=DAY), **more)


def section(report: MonitoringReport, code: str) -> Section:
    return next(one for one in report.sections if one.code == code)


def rows(report: MonitoringReport, code: str) -> Sequence[Sequence[object]]:
    table = section(report, code).table
    assert table is not None
    return table.rows


def page(report: MonitoringReport) -> BeautifulSoup:
    return BeautifulSoup("".join(monitoring_html(report)), "html.parser")


@pytest.mark.parametrize("language", list(Language))
def test_a_report_has_every_part_in_each_language(monitored: Registry, language: Language) -> None:
    report = made(monitored, language)
    assert tuple(one.code for one in report.sections) == CODES
    head = dict(report.head)
    assert "700" in head.values()
    assert "99-07" in head.values()
    for one in report.sections:
        assert one.title
        if one.table:
            assert all(len(row) == len(one.table.columns) for row in one.table.rows)
    assert "2025" in report.title


def test_every_figure_stands_beside_the_counts_that_it_follows_from(monitored: Registry) -> None:
    report = made(monitored, Language.RU)
    for code in ("service", "body", "region", "channel"):
        table = section(report, code).table
        assert table
        for row in table.rows:
            satisfaction, mean, counts, rated = row[2], row[5], row[7:12], row[12]
            assert isinstance(satisfaction, Decimal)
            assert isinstance(mean, Decimal)
            numbers = [one for one in counts if isinstance(one, int)]
            assert sum(numbers) == rated
            assert abs(float(satisfaction) - 100 * numbers[4] / sum(numbers)) <= 0.05
            assert abs(float(mean) - sum(m * n for m, n in enumerate(numbers, 1)) / sum(numbers)) <= 0.005
    for code in ("aspects", "channels", "regions", "tension"):
        cells = [cell for row in rows(report, code) for cell in row if isinstance(cell, Counted)]
        assert cells
        for cell in cells:
            assert cell.figure is not None
            assert abs(float(cell.figure) - 100 * cell.counts[0] / cell.counts[1]) <= 0.05


def test_what_was_not_asked_and_cannot_be_compared_is_said(monitored: Registry) -> None:
    earlier = made(monitored, Language.EN, EARLIER)
    for code in ("aspects", "tension", "others"):
        assert section(earlier, code).table is None
        assert "did not ask" in " ".join(section(earlier, code).notes)
    (row,) = rows(earlier, "comparable")
    assert row[2:] == (2, 1, 1, "cannot: other services")
    assert "few answers" in str(section(earlier, "service").table)
    assert any("fewer than 30" in note for note in section(earlier, "service").notes)
    later = made(monitored, Language.EN)
    assert any("proposal 15" in note for note in section(later, "body").notes)
    assert any("did not ask about" in note for note in section(later, "aspects").notes)


def test_the_page_holds_every_table_and_loads_nothing(monitored: Registry) -> None:
    report = made(monitored, Language.KK)
    told = page(report)
    tables = [one.table for one in report.sections if one.table]
    assert len(told.find_all("table")) == len(tables)
    for written, table in zip(told.find_all("table"), tables, strict=True):
        assert [cell.get_text() for cell in written.select("thead th")] == [column.name for column in table.columns]
        assert len(written.select("tbody tr")) == len(table.rows)
    (aspects,) = told.select("section:has(> #s-aspects)")
    assert "66,2 (249/376)" in aspects.get_text()
    assert len(told.find_all("svg")) == 4
    assert not told.find_all(["script", "img", "link"])
    assert not told.find_all(attrs={"style": True})


def test_the_document_repeats_the_headings_of_its_tables(monitored: Registry) -> None:
    report = made(monitored, Language.RU)
    file = Document(BytesIO(monitoring_docx(report)))
    tables = [one.table for one in report.sections if one.table]
    assert len(file.tables) == len(tables)
    for written, table in zip(file.tables, tables, strict=True):
        assert [cell.text for cell in written.rows[0].cells] == [column.name for column in table.columns]
        assert "w:tblHeader" in written.rows[0]._tr.xml
        assert len(written.rows) == len(table.rows) + 1
    headings = [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [one.title for one in report.sections]
    sheet = file.sections[0]
    assert (sheet.page_width or 0) > (sheet.page_height or 0)


def test_the_workbook_has_numbers_as_numbers_and_no_formula(monitored: Registry) -> None:
    report = made(monitored, Language.RU)
    book = load_workbook(BytesIO(monitoring_xlsx(report)))
    assert len(book.sheetnames) == len(report.sections) + 1
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    rating = book[section(report, "service").title]
    rows = [row for row in rating.iter_rows(values_only=True) if row[0] in (1, 2, 3)]
    assert [row[2] for row in rows] == [74.4, 61.2, 59.2]
    wide = book[section(report, "aspects").title]
    heading, *values = [row for row in wide.iter_rows(values_only=True) if row[1] is not None]
    assert len(heading) == 1 + 2 * 3
    for row in values:
        assert abs(row[1] - 100 * row[2] / row[3]) <= 0.05


def test_coefficients_that_nobody_gives_are_not_in_source(monitored: Registry) -> None:
    given = Coefficients(by_kind={CoefficientKind.DEMAND: {"ulgi-01": Decimal("1.5")}}, source=None)
    report = made(monitored, Language.EN, coefficients=given)
    services = section(report, "weighted_service")
    assert services.table
    best, *others = services.table.rows
    assert (best[0], best[2], best[5:]) == (1, Decimal("111.6"), (Decimal("1.5"), "not in source"))
    assert all(row[0] is row[2] is None and row[5:] == ("not in source",) * 2 for row in others)
    assert any("not in source" in note for note in services.notes)
    assert "figure × demand × complexity" in str(section(report, "formulas").table)
    whole = made(monitored, Language.EN, coefficients=read_coefficients(SAMPLE / "coefficients.yaml"))
    assert all(row[0] for row in rows(whole, "weighted_body"))
    assert "weighted_service" not in [one.code for one in made(monitored, Language.EN).sections]


def test_words_of_a_survey_are_words_in_every_form(home: Home) -> None:
    head = head_of(id="odd", organisation=HOSTILE.replace("\x00", "").replace("\x0b", "").replace("\ud800", ""))
    head["services"] = [{"id": "s-1", "name_kk": HOSTILE.replace("\ud800", ""), "name_ru": None}]
    home.make()
    bring_wave(home, head, ["s-1,,,,satisfaction,0,0,0,1,2,0"])
    registry = Registry(home)
    try:
        report = made(registry, Language.RU, "odd")
        told = page(report)
        assert not told.find_all("script")
        assert "{{7*7}}" in told.get_text()
        assert "{{7*7}}" in "\n".join(
            cell.text for cell in Document(BytesIO(monitoring_docx(report))).tables[1].columns[1].cells
        )
        book = load_workbook(BytesIO(monitoring_xlsx(report)))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert any(str(cell.value).startswith("=1+1") for cell in cells)
        assert not [cell for cell in cells if cell.data_type == "f"]
    finally:
        registry.close()
