"""CSV → rows, one at a time: files of millions of answers never stand in memory."""

import csv
from collections.abc import Iterator
from pathlib import Path

from kb.monitoring.errors import BadMarks
from kb.monitoring.sheets.sheet import Sheet, SheetRow

SEPARATORS = (";", "\t", ",")
LONGEST_LINE = 10_000  # characters; a row of the template has a few hundred
MOST_COLUMNS = 200


def read_csv(path: Path, name: str) -> Sheet:
    """The rows of a UTF-8 file with commas, semicolons or tabs between cells; raises BadMarks for one that is no such
    file, also while rows are taken from it."""
    return Sheet(name=name, rows=_rows(path, name))


def _rows(path: Path, name: str) -> Iterator[SheetRow]:
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = _lines(file, name)
            first = next(lines, "")
            separator = max(SEPARATORS, key=first.count)
            reader = csv.reader(_again(first, lines), delimiter=separator, strict=True)
            for cells in reader:
                number = reader.line_num
                if len(cells) > MOST_COLUMNS:
                    raise BadMarks([f"{name}: row {number} has {len(cells)} cells; at most {MOST_COLUMNS} are read"])
                if any(cell.strip() for cell in cells):
                    yield SheetRow(number, tuple(cell.strip() for cell in cells))
    except UnicodeDecodeError:
        raise BadMarks([f"{name}: row {number + 1} is not UTF-8; save the file as «CSV UTF-8»"]) from None
    except csv.Error as problem:
        raise BadMarks([f"{name}: row {number + 1} is no CSV ({problem}); check its quotation marks"]) from problem
    except OSError as problem:
        raise BadMarks([f"{name}: cannot be read ({problem.strerror})"]) from problem


def _lines(file: Iterator[str], name: str) -> Iterator[str]:
    readline = file.readline  # type: ignore[attr-defined]
    number = 0
    while line := readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise BadMarks(
                [f"{name}: line {number} is longer than {LONGEST_LINE} characters; this is no table of answers"]
            )
        if "\0" in line:
            raise BadMarks([f"{name}: line {number} holds a zero byte; this is no text file"])
        yield line


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines
