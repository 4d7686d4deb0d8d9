"""Tables → a workbook: numbers as numbers, texts as texts, formulas nowhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kb.monitoring.rounding import decimals
from kb.text.xml_text import xml_text

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SheetCell = str | int | Decimal | None

LONGEST_TITLE = 31  # of a sheet, in the programs that open it
LONGEST_CELL = 32_000
NO_TITLE = re.compile(r"[\[\]:*?/\\']")
A4 = 9  # the number of the size of paper
WIDEST, NARROWEST = 60, 9  # letters of a column
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSheet:
    """A sheet: lines of words above, then a table with its heading; a heading without columns is no table."""

    title: str
    lines: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[SheetCell, ...], ...] = ()


def write_xlsx(sheets: Sequence[WrittenSheet], *, title: str) -> bytes:
    """The workbook; a sheet stays in sight below its heading. Titles that are too long or there twice are shortened
    and numbered."""
    from openpyxl import Workbook  # noqa: PLC0415 - a quarter of a second that only workbooks need

    book = Workbook(write_only=True)
    book.properties.title = xml_text(title)
    book.properties.creator = ""
    for name, sheet in zip(_titles(sheets), sheets, strict=True):
        _write_sheet(book.create_sheet(name), sheet)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _write_sheet(page: "WriteOnlyWorksheet", sheet: WrittenSheet) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    for place, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    if sheet.heading:
        page.freeze_panes = f"A{len(sheet.lines) + 2}"
        page.print_title_rows = f"{len(sheet.lines) + 1}:{len(sheet.lines) + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for line in sheet.lines:
        page.append([_cell(page, line)])
    if sheet.heading:
        page.append([_cell(page, name, bold=True) for name in sheet.heading])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _cell(page: "WriteOnlyWorksheet", value: SheetCell, *, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    if isinstance(value, str):
        cell = WriteOnlyCell(page, value=xml_text(value)[:LONGEST_CELL])
        cell.data_type = "s"  # also a text that begins as a formula does
        cell.alignment = Alignment(wrap_text=bold, vertical="top")
    else:
        cell = WriteOnlyCell(page, value=value)
        digits = decimals(value) if isinstance(value, Decimal) else 0
        cell.number_format = f"0.{'0' * digits}" if digits else "0"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _widths(sheet: WrittenSheet) -> Iterator[int]:
    for place in range(len(sheet.heading)):
        longest = max((len(str(row[place])) for row in sheet.rows if row[place] is not None), default=0)
        yield min(WIDEST, max(NARROWEST, longest + 2, len(sheet.heading[place]) // 2))


def _titles(sheets: Sequence[WrittenSheet]) -> Iterator[str]:
    used: set[str] = set()
    for number, sheet in enumerate(sheets, start=1):
        title = NO_TITLE.sub(" ", xml_text(sheet.title))[:LONGEST_TITLE].strip() or str(number)
        if title.casefold() in used:
            title = f"{title[: LONGEST_TITLE - 4]} {number}"
        used.add(title.casefold())
        yield title
