"""XLSX → rows, one at a time."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kb.monitoring.errors import BadMarks
from kb.monitoring.sheets.sheet import Sheet, SheetRow
from kb.monitoring.template import load_table

LARGEST_UNPACKED = 512 * 2**20  # bytes; a workbook of a million rows has about 100 MB
PIECE = 2**16
LONGEST_TAG = 80
MERGED_RANGE = re.compile(rb'<mergeCell ref="([A-Z0-9:]{1,20})"')
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
MOST_CELLS = 200


def read_xlsx(path: Path, name: str) -> Sheet:
    """The rows of the sheet of answers, and the head of the wave where a sheet of that name has it as pairs.

    The only sheet but the wave's is the sheet of answers, of several the one called so. Raises BadMarks for what is no
    workbook, for merged cells (nobody can tell what they are the heading of) and for an empty sheet.
    """
    # Loaded for workbooks alone: it takes a third of a second.
    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    _check_package(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that carry no answers
            book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as problem:
        raise BadMarks([f"{name}: is no workbook that can be read ({problem})"]) from problem
    sheets = load_table("template")["sheets"]
    heads = [sheet for sheet in book.worksheets if sheet.title.strip().lower() in sheets["wave"]]
    others = [sheet for sheet in book.worksheets if sheet not in heads]
    named = [sheet for sheet in others if sheet.title.strip().lower() in sheets["marks"]] or others
    if len(named) != 1:
        titles = ", ".join(sheet.title for sheet in others) or "none"
        raise BadMarks([f"{name}: one sheet must be called «{sheets['marks'][0]}»; there are {titles}"])
    head = _head(heads[0], name) if heads else None
    return Sheet(name=f"{name}, sheet «{named[0].title}»", rows=_rows(named[0], name), head=head)


def _check_package(path: Path, name: str) -> None:
    """Raises BadMarks for packages that would fill the memory, declare entities, or hold merged cells."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise BadMarks([f"{name}: unpacks to more than {LARGEST_UNPACKED // 2**20} MB; bring it as CSV"])
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(package, part, name)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as problem:
        raise BadMarks([f"{name}: is no workbook that can be read ({problem})"]) from problem


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    read, rest = 0, b""
    with package.open(part) as file:
        while piece := file.read(PIECE):
            read += len(piece)
            text = rest + piece
            if any(word in text for word in FORBIDDEN):
                raise BadMarks([f"{name}: declares entities of its own; save it anew from a spreadsheet program"])
            merged = MERGED_RANGE.search(text)
            if merged:
                cells = merged[1].decode()
                raise BadMarks([f"{name}: cells {cells} are merged; give every column a heading of its own, unmerged"])
            if read > LARGEST_UNPACKED:
                raise BadMarks([f"{name}: unpacks to more than it says; bring it as CSV"])
            rest = text[-LONGEST_TAG:]


def _rows(sheet: Any, name: str) -> Iterator[SheetRow]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if len(cells) > MOST_CELLS:
            raise BadMarks([f"{name}: row {number} has {len(cells)} cells; at most {MOST_CELLS} are read"])
        texts = tuple(_text(cell) for cell in cells)
        if any(texts):
            yield SheetRow(number, texts)


def _text(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return str(cell).strip()


def _head(sheet: Any, name: str) -> Mapping[str, Any]:
    head: dict[str, Any] = {}
    for row in _rows(sheet, name):
        key, value, *_ = (*row.cells, "")
        if key:
            head[key.lower()] = value or None
    return head
