"""Workbooks that are written: what another program reads in them."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from kb.monitoring.sheets.written_xlsx import WrittenSheet, write_xlsx


def read(sheets: list[WrittenSheet]) -> dict[str, list[list[object]]]:
    book = load_workbook(BytesIO(write_xlsx(sheets, title="Есеп")), data_only=False)
    assert book.properties.title == "Есеп"
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def test_numbers_are_numbers_with_their_digits_and_texts_texts() -> None:
    sheet = WrittenSheet(title="a", lines=("Үлгі",), heading=("n", "%", "сөз"), rows=((3, Decimal("74.40"), "ә"),))
    book = load_workbook(BytesIO(write_xlsx([sheet], title="x")))
    page = book["a"]
    number, share, word = page[3]
    assert (number.value, share.value, word.value) == (3, 74.4, "ә")
    assert (number.data_type, share.data_type, word.data_type) == ("n", "n", "s")
    assert (number.number_format, share.number_format) == ("0", "0.00")
    assert page.freeze_panes == "A3"
    assert page.print_title_rows == "$2:$2"


def test_nothing_that_is_written_runs() -> None:
    hostile = ("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "a\x00\x0b\ud800b")
    page = load_workbook(
        BytesIO(
            write_xlsx([WrittenSheet(title="=1", heading=("=2",), rows=tuple((one,) for one in hostile))], title="=")
        )
    )["=1"]
    cells = [row[0] for row in page.iter_rows()]
    assert all(cell.data_type == "s" for cell in cells)
    assert [cell.value for cell in cells] == ["=2", *hostile[:-1], "ab"]


def test_titles_are_short_clean_and_differ() -> None:
    long = "Қызметтер бойынша рейтинг: қанағаттану"
    names = list(read([WrittenSheet(title=one) for one in (long, long, "a/b", "")]))
    assert len(set(names)) == 4
    assert all(0 < len(name) <= 31 and "/" not in name and ":" not in name for name in names)
