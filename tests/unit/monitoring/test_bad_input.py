"""Each fault of a file is one clear line with its row and column, and nothing comes in."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kb.monitoring import BadMarks, WaveStore
from kb.monitoring.importing import MOST_FAULTS
from tests.unit.monitoring.conftest import HEAD, Bring, Written, table

COUNTS = "service,body,region,channel,question,1,2,3,4,5,none"
GOOD = "s-1,Жоғарғы Сот,Астана қаласы,provider_office,satisfaction,0,3,5,27,65,2"
SHARES = "service,question,1%,2%,3%,4%,5%,n"
ANSWERS = "service,respondent,question,value"

CASES = {
    "unknown service": (
        table(COUNTS, GOOD.replace("s-1", "s-9")),
        "row 2, column A «service»: «s-9» is no known service",
    ),
    "unknown body": (table(COUNTS, GOOD.replace("Жоғарғы Сот", "Ай министрлігі")), "column B «body»: «Ай министрлігі»"),
    "unknown region": (
        table(COUNTS, GOOD.replace("Астана", "Марс")),
        "row 2, column C «region»: «Марс қаласы» is no known",
    ),
    "unknown channel": (table(COUNTS, GOOD.replace("provider_office", "pigeon")), "column D «channel»: «pigeon»"),
    "unknown question": (table(COUNTS, GOOD.replace("satisfaction", "luck")), "column E «question»: «luck»"),
    "a row of totals": (
        table(COUNTS, GOOD, GOOD.replace("Астана қаласы", "Барлығы")),
        "row 3, column C «region»: «Барлығы» is a row of totals; leave it out",
    ),
    "a total of services": (table(COUNTS, GOOD, GOOD.replace("s-1", "Итого:")), "«Итого:» is a row of totals"),
    "negative count": (table(COUNTS, GOOD.replace(",27,", ",-27,")), "column I «4»: «-27» is negative"),
    "decimal comma": (
        table(ANSWERS, 's-1,r1,wait_receipt,"7,5"'),
        "row 2, column D «value»: «7,5» has a decimal comma",
    ),
    "lost zero": (
        table(SHARES, 's-1,satisfaction,",4%",0.6,5,27,67,30'),
        "column C «1%»: «,4%» has lost its first digits",
    ),
    "half a person": (table(COUNTS, GOOD.replace(",27,", ",27.5,")), "must be a whole number of people"),
    "words for a number": (table(COUNTS, GOOD.replace(",27,", ",көп,")), "column I «4»: «көп» is no number"),
    "shares of 97": (
        table(SHARES, "s-1,satisfaction,0.5,0.8,6.1,26.7,62.9,30"),
        "row 2, columns C, D, E, F, G: the shares add up to 97.0",
    ),
    "shares of 103": (
        table(SHARES, "s-1,satisfaction,0.5,0.8,6.1,26.7,68.9,30"),
        "row 2, columns C, D, E, F, G: the shares add up to 103.0",
    ),
    "shares of many": (table(SHARES, "s-1,satisfaction,0.5,0.8,6.1,26.7,65.9,9517"), "do not tell the counts of 9517"),
    "impossible mean": (
        table(COUNTS + ",mean", GOOD + ",4.85"),
        "column L «mean»: «4.85» cannot be: the counts of the row give 4.54",
    ),
    "impossible share": (
        table(COUNTS + ",satisfaction %", GOOD + ",92.1"),
        "«92.1» cannot be: the counts of the row give 65.0",
    ),
    "wrong total": (table(COUNTS + ",n", GOOD + ",257"), "column L «n»: «257» but the counts of the row add up to 102"),
    "mixed scale": (table(ANSWERS, "s-1,r1,satisfaction,8"), "«8» is no mark of 1 to 5; if the scale was another one"),
    "half a mark": (table(ANSWERS, "s-1,r1,satisfaction,4.5"), "«4.5» is no mark of 1 to 5"),
    "score above ten": (table(ANSWERS, "s-1,v1,visit_score,11"), "«11» is above 10, the highest score"),
    "a day of waiting": (table(ANSWERS, "s-1,v1,wait_receipt,1441"), "«1441» is above 1440, the highest minutes"),
    "neither yes nor no": (table(ANSWERS, "s-1,r1,complaints,maybe"), "«maybe» is none of yes, no"),
    "marks for yes and no": (table(COUNTS, GOOD.replace("satisfaction", "complaints")), "is answered in yes_no, which"),
    "a personal number": (
        table(ANSWERS, "s-1,850101300123,satisfaction,5"),
        "«850101300123» looks like a number of a person",
    ),
    "no respondent": (table(ANSWERS, "s-1,,satisfaction,5"), "column B «respondent»: «» must be a code"),
    "a formula": (
        table(COUNTS, GOOD.replace("Жоғарғы Сот", '"=HYPERLINK(""x"")"')),
        'column B «body»: «=HYPERLINK("x")» is a formula',
    ),
    "a minus formula": (table(COUNTS, GOOD.replace("Жоғарғы Сот", "-2+3")), "«-2+3» is a formula"),
    "nobody asked": (table(COUNTS, "s-1,,,,satisfaction,0,0,0,0,0,0"), "row 2: nobody was asked"),
    "two waves": (
        table("wave," + COUNTS, "other-2024," + GOOD),
        "column A «wave»: «other-2024» but this import is of 'ulgi-2025'",
    ),
    "no service": (table(COUNTS, GOOD.replace("s-1", "")), "column A «service»: «» is empty"),
    "the same twice": (table(COUNTS, GOOD, GOOD), "row 3 answers «satisfaction» for s-1 again, as row 2 of m.csv does"),
    "a respondent twice": (table(ANSWERS, "s-1,r1,speed,5", "s-1,r1,speed,4"), "row 3 answers «speed» for s-1 again"),
    "an unknown column": (table(COUNTS + ",mood", GOOD + ",5"), "row 1, column L: «mood» is no column of the template"),
    "a column twice": (table(COUNTS + ",region", GOOD + ",x"), "column L: «region» is there twice (column C)"),
    "a merged heading": (table(COUNTS.replace(",region", ","), GOOD), "row 1, column C has no heading; was it merged"),
    "no form": (
        table("service,question,1,2,3,4", "s-1,satisfaction,1,2,3,4"),
        "must have the columns of exactly one form",
    ),
    "two forms": (table(COUNTS + ",yes", GOOD + ",1"), "mixes two forms: yes do not go with «marks»"),
    "no question": (table("service,1,2,3,4,5", "s-1,1,2,3,4,5"), "row 1 lacks the column «question»"),
    "a heading alone": (COUNTS + "\n", "has no rows below its heading"),
    "nothing": ("", "is empty; expected a heading and rows"),
    "not UTF-8": (table(COUNTS, GOOD).encode("cp1251", "replace"), "is not UTF-8"),
    "an open quotation mark": (COUNTS + '\n"s-1,x\n', "is no CSV"),
    "a zero byte": (COUNTS + "\ns-1\0", "holds a zero byte"),
    "one endless line": ("x" * 20_000, "is longer than 10000 characters"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_one_line_with_its_place(case: str, store: WaveStore, bring: Bring, written: Written) -> None:
    content, told = CASES[case]
    with pytest.raises(BadMarks) as caught:
        bring(written("m.csv", content))
    assert len(caught.value.problems) == 1, caught.value.problems
    (line,) = caught.value.problems
    assert told in line
    assert line.startswith("m.csv: ")
    assert "\n" not in line
    assert store.ids() == ()
    assert not list(store.folder.glob(".import-*"))


def test_all_faults_of_all_files_are_told_up_to_a_limit(bring: Bring, written: Written) -> None:
    bad = GOOD.replace("s-1", "s-9")
    with pytest.raises(BadMarks) as caught:
        bring(written("m.csv", table(COUNTS, bad, bad)), written("n.csv", table(COUNTS, bad)))
    assert [line.partition(",")[0] for line in caught.value.problems] == [
        "m.csv: row 2",
        "m.csv: row 3",
        "n.csv: row 2",
    ]
    with pytest.raises(BadMarks) as many:
        bring(written("m.csv", table(COUNTS, *[bad] * 100)))
    assert len(many.value.problems) == MOST_FAULTS + 1


def test_figures_of_another_row_are_told_as_slipped_labels(bring: Bring, written: Written) -> None:
    rows = (GOOD + ",4.59", GOOD.replace("s-1", "s-2").replace("0,3,5,27,65", "0,0,16,72,167") + ",4.54")
    with pytest.raises(BadMarks) as caught:
        bring(written("m.csv", table(COUNTS + ",mean", *rows)))
    first, second = caught.value.problems
    assert first.endswith(
        "«4.59» cannot be: the counts of the row give 4.54; those of row 3 do: the labels may have slipped"
    )
    assert "those of row 2 do" in second


HEADS = {
    "no id": ({**HEAD, "id": ""}, "the wave lacks «id»"),
    "a path": ({**HEAD, "id": "../x"}, "«id» of the wave is '../x'; expected small letters"),
    "the id of live marks": ({**HEAD, "id": "live-2026"}, "expected another id; live-<year> has the marks given here"),
    "the address of a page": ({**HEAD, "id": "burden"}, "expected another id; a page of Anyq has this address"),
    "an unknown method": ({**HEAD, "method": "guess"}, "expected one of mass_survey"),
    "no day": ({**HEAD, "since": "soon"}, "«since» of the wave is 'soon'; expected a day as YYYY-MM-DD"),
    "days turned": ({**HEAD, "until": "2025-07-01"}, "expected a day not before 2025-08-01"),
    "an unknown field": ({**HEAD, "mood": "good"}, "the wave has no field «mood»"),
    "too small a sample": ({**HEAD, "sample": 5}, "«satisfaction» was put to 102 people, the sample of the wave is 5"),
    "a service without a name": ({**HEAD, "services": [{"id": "x"}]}, "needs an id and «name_kk»"),
}


@pytest.mark.parametrize("case", HEADS)
def test_a_head_is_checked(case: str, store: WaveStore, bring: Bring, written: Written) -> None:
    head, told = HEADS[case]
    with pytest.raises(BadMarks, match=" ") as caught:
        bring(written("m.csv", table(COUNTS, GOOD)), head=head)
    assert told in "\n".join(caught.value.problems)
    assert store.ids() == ()


def test_a_wave_must_be_told_and_only_one(bring: Bring, written: Written) -> None:
    with pytest.raises(BadMarks, match="no file tells of the wave"):
        bring(written("m.csv", table(COUNTS, GOOD)), head=None)
    other = written(
        "m.json",
        '{"wave": {"id": "b-2025", "year": 2025, "organisation": "b", "method": "mass_survey", '
        '"since": "2025-08-01", "until": "2025-08-02"}, "rows": []}',
    )
    with pytest.raises(BadMarks, match="two waves"):
        bring(other)


def workbook(change: Any) -> bytes:
    book = openpyxl.Workbook()
    for row in table(COUNTS, GOOD).splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row.split(",")])
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def merge(book: Any) -> None:
    book.active.insert_rows(1)
    book.active["F1"] = "балл"
    book.active.merge_cells("F1:J1")


def empty(book: Any) -> None:
    book.active.delete_rows(1, 5)


def add_sheet(book: Any) -> None:
    book.create_sheet("тағы бір")


def formula(book: Any) -> None:
    book.active["I2"] = "=SUM(F2:H2)"


def leave(_book: Any) -> None:
    """Nothing is changed."""


BOOKS = {
    "merged cells": (merge, "cells F1:J1 are merged"),
    "an empty sheet": (empty, "is empty; expected a heading and rows"),
    "two sheets": (add_sheet, "one sheet must be called «marks»"),
    "a formula": (formula, "row 2, column I «4»: «=SUM(F2:H2)» is a formula"),
}


@pytest.mark.parametrize("case", BOOKS)
def test_a_workbook_is_checked(case: str, store: WaveStore, bring: Bring, written: Written) -> None:
    change, told = BOOKS[case]
    with pytest.raises(BadMarks) as caught:
        bring(written("m.xlsx", workbook(change)))
    assert told in str(caught.value)
    assert len(caught.value.problems) == 1
    assert store.ids() == ()


def test_a_workbook_with_entities_of_its_own_is_refused(bring: Bring, written: Written, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    with zipfile.ZipFile(io.BytesIO(workbook(leave))) as good, zipfile.ZipFile(path, "w") as bad:
        for part in good.infolist():
            content = good.read(part)
            if part.filename.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content
            bad.writestr(part, content)
    with pytest.raises(BadMarks, match="declares entities of its own"):
        bring(path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("m.xlsx", b"PK no zip", "is no workbook that can be read"),
        ("m.json", b"{", "is no JSON"),
        ("m.json", b"[" * 100_000, "is no JSON"),
        ("m.json", b'{"rows": 5}', "expected {"),
        (
            "m.json",
            b'[{"service": ["s-1"], "question": 1, "respondent": 1, "value": 1}]',
            "row 2, column «service»: a value must be a text or a number",
        ),
        ("m.json", b'[{"service": NaN}]', "NaN is no number"),
        ("m.doc", b"", "is none of .csv, .tsv, .json, .xlsx"),
    ],
)
def test_other_files_are_refused(name: str, content: bytes, told: str, bring: Bring, written: Written) -> None:
    with pytest.raises(BadMarks) as caught:
        bring(written(name, content))
    assert told in str(caught.value)
