"""Points in CSV, XLSX and JSON: what comes in, and each fault with its row and column."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as draw
from hypothesis import strategies as st

from kb.model.evaluation import Penalty, StageDays
from kb.monitoring import BadMarks
from kb.monitoring.evaluation import own_methods, read_points
from tests.unit.monitoring.evaluation.made_methods import POINTS_FILE, SAMPLE, item, method

HEADING = "kind,body,region,item,evaluator,points,cases,evidence,day,until"
GOOD = "score,finance-ministry,,services,civil-service-agency,70,,1-бет,,"
ROWS = POINTS_FILE.read_text(encoding="utf-8").splitlines()


def bring(tmp_path: Path, *rows: str, year=2025, by=SAMPLE, heading=HEADING):
    path = tmp_path / "points.csv"
    path.write_text("\n".join((heading, *rows, "")), encoding="utf-8")
    return read_points([path], by, year)


def test_the_sample_comes_in_by_body() -> None:
    energy, finance = read_points([POINTS_FILE], SAMPLE, 2025)
    assert (energy.id, finance.id) == ("2025-energy-ministry", "2025-finance-ministry")
    assert [(one.item, str(one.points)) for one in finance.scores] == [
        ("yearly-targets", "91.5"), ("budget-results", "80"), ("services", "77.25"), ("openness", "88.1"),
    ]  # fmt: skip
    assert finance.penalties == (
        Penalty(rule="late", cases=2, evidence="Екі хат кешікті: 12-бет", day=date(2026, 2, 3)),
    )
    assert finance.stages[1] == StageDays(stage="conclusions", since=date(2026, 3, 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@draw(st.permutations(ROWS[1:]), st.integers(0, len(ROWS) - 1))
def test_the_order_of_rows_and_their_split_over_files_change_nothing(tmp_path, rows, cut) -> None:
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path, part in zip(paths, (rows[:cut], rows[cut:]), strict=True):
        path.write_text("\n".join((ROWS[0], *part)), encoding="utf-8")
    filled = [path for path, part in zip(paths, (rows[:cut], rows[cut:]), strict=True) if part]
    assert read_points(filled, SAMPLE, 2025) == read_points([POINTS_FILE], SAMPLE, 2025)


def test_workbook_and_json_are_the_same_as_csv(tmp_path) -> None:
    lines = [row.split(",") for row in (HEADING, GOOD)]
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append([None if not cell else float(cell) if cell == "70" else cell for cell in line])
    book.save(tmp_path / "points.xlsx")
    (tmp_path / "points.json").write_text(json.dumps([dict(zip(*lines, strict=True))]), encoding="utf-8")
    (wanted,) = bring(tmp_path, GOOD)
    for name in ("points.xlsx", "points.json"):
        assert read_points([tmp_path / name], SAMPLE, 2025) == (wanted,)
    assert wanted.scores[0].points == Decimal(70)


def test_headings_and_kinds_in_russian_and_kazakh(tmp_path) -> None:
    (made,) = bring(
        tmp_path, "оценка,Министерство финансов,services,АДГС,70,1-бет", by=SAMPLE,
        heading="вид,государственный орган,показатель,оценщик,баллы,основание",
    )  # fmt: skip
    assert made.scores[0].evaluator == "civil-service-agency"


def test_a_local_body_is_told_apart_by_its_region(tmp_path) -> None:
    row = "score,local-body-region,{},services,civil-service-agency,70,,1-бет,,"
    made = bring(tmp_path, row.format("Ақмола облысы"), row.format("Актюбинская область"))
    assert [one.id for one in made] == ["2025-local-body-region-kz-11", "2025-local-body-region-kz-15"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("grade" + GOOD[5:], "column A «kind»: «grade» is no known kind of row"),
        (GOOD[5:], "column A «kind»: «» is empty"),
        (GOOD.replace("finance-ministry", "Жұмбақ министрлігі"), "column B «body»: «Жұмбақ министрлігі» is no known"),
        (GOOD.replace("finance-ministry", ""), "«body»: «» is empty"),
        (GOOD.replace("finance-ministry,", "finance-ministry,KZ-11"), "«region»: «KZ-11» does not go with"),
        (GOOD.replace("finance-ministry", "local-body-region"), "«region»: «» is empty"),
        (GOOD.replace("finance-ministry,", "local-body-region,Нарния"), "«Нарния» is no known region"),
        (
            GOOD.replace("finance-ministry", "information-communications-ministry"),
            "«body»: «information-communications-ministry» was not there in 2025",
        ),
        (GOOD.replace("services", "parks"), "column D «item»: «parks» is no known item of the method; there are goals"),
        (GOOD.replace("services", ""), "«item»: «» is empty"),
        (
            GOOD.replace("civil-service-agency", "finance-ministry"),
            "does not evaluate «services»; civil-service-agency",
        ),
        (
            GOOD.replace(",70,", ",,"),
            "column F «points»: «» is empty; a row of score needs evaluator, points, evidence",
        ),
        (GOOD.replace(",70,", ',"7,5",'), "decimal comma"),
        (GOOD.replace(",70,", ",-7,"), "is negative"),
        (GOOD.replace(",70,", ',",5",'), "lost its first digits"),
        (GOOD.replace(",70,", ",100.01,"), "is more than 100, the highest points"),
        (GOOD.replace(",70,", ",=1+1,"), "is a formula"),
        (GOOD.replace(",70,", ",много,"), "is no number"),
        (GOOD.replace("1-бет", ""), "«evidence»: «» is empty"),
        (GOOD.replace("1-бет", "ж" * 1001), "more than 1000 characters"),
        (GOOD.replace("1-бет,,", "1-бет,вчера,"), "column I «day»: «вчера» is no day"),
        (GOOD.replace(",70,,", ",70,2,"), "«cases»: «2» does not go with a row of score"),
        ("penalty,finance-ministry,,late,,,0,хат,,", "must be from 1 to 1000"),
        ("penalty,finance-ministry,,late,,,1.5,хат,,", "whole number"),
        ("penalty,finance-ministry,,late,,,1,,,", "«evidence»: «» is empty"),
        ("penalty,finance-ministry,,rude,,,1,хат,,", "is no known penalty of the method; there are late"),
        ("stage,finance-ministry,,collection,,,,,2026-02-01,2026-01-01", "is before 2026-02-01"),
        ("stage,finance-ministry,,collection,,,,,,", "«day»: «» is empty"),
        (GOOD, "is given to finance-ministry again, after row 2"),
        (GOOD.replace("services", "citizens"), "has points beside those of «openness» (row 2 of points.csv)"),
    ],
)
def test_each_fault_is_told_with_its_row_and_column(tmp_path, row, told) -> None:
    first = GOOD if row is GOOD else GOOD.replace("services", "openness")
    with pytest.raises(BadMarks) as caught:
        bring(tmp_path, first, row)
    (line,) = caught.value.problems
    assert line.startswith("points.csv: row 3")
    assert told in line


def test_stages_that_go_back_in_time_are_told(tmp_path) -> None:
    stages = [f"stage,finance-ministry,,{name},,,,,{day}," for name, day in
              (("conclusions", "2026-01-01"), ("collection", "2026-02-01"))]  # fmt: skip
    with pytest.raises(BadMarks, match=r"row 2 of points.csv: «conclusions» of finance-ministry begins on 2026-01-01"):
        bring(tmp_path, *stages)


def test_files_and_years_that_do_not_fit_are_told(tmp_path) -> None:
    for heading, told in {
        "kind,body": "lacks the column «item»", HEADING + ",mood": "«mood» is no column of the template",
        HEADING + ",kind": "is there twice", "": "is empty",
    }.items():  # fmt: skip
        with pytest.raises(BadMarks, match=told):
            bring(tmp_path, *([] if not heading else [GOOD]), heading=heading)
    with pytest.raises(BadMarks, match="has no rows below"):
        bring(tmp_path)
    with pytest.raises(BadMarks, match="is of 2025, the points are of 2024"):
        bring(tmp_path, GOOD, year=2024)
    with pytest.raises(BadMarks, match="bodies of 2009-12-31 are not known"):
        bring(tmp_path, GOOD, year=2009, by=method(item("services")))
    with pytest.raises(BadMarks, match="no such file"):
        read_points([tmp_path / "lost.csv"], SAMPLE, 2025)


def test_an_evaluator_that_was_not_there_in_the_year_is_told(tmp_path) -> None:
    source, row = (
        own_methods()["three-blocks"],
        GOOD.replace("civil-service-agency", "information-communications-ministry"),
    )
    assert bring(tmp_path, row, year=2017, by=source)[0].scores[0].evaluator == "information-communications-ministry"
    with pytest.raises(BadMarks, match="«evaluator»: «information-communications-ministry» was not there in 2025"):
        bring(tmp_path, row, by=source)


def test_many_faults_are_told_up_to_twenty(tmp_path) -> None:
    with pytest.raises(BadMarks) as caught:
        bring(tmp_path, *[GOOD.replace(",70,", ",x,")] * 50)
    assert len(caught.value.problems) == 21


def test_points_by_the_method_of_the_source_may_have_any_height(tmp_path) -> None:
    source = own_methods()["three-blocks"]
    (made,) = bring(tmp_path, GOOD.replace(",70,", ",12345.5,"), year=2017, by=source)
    assert str(made.scores[0].points) == "12345.5"
