"""Cells of a row → numbers and codes, each fault told with its row and column."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from kb.monitoring.columns import Columns
from kb.monitoring.sheets import SheetRow
from kb.monitoring.sheets.sheet import column_letters

FORMULA_SIGNS = ("=", "+", "@", "\t", "\r")  # and "-" before anything but a number
PLAIN_NUMBER = re.compile(r"\d{1,9}(\.\d{1,4})?")
NEGATIVE_NUMBER = re.compile(r"-\d{1,9}([.,]\d{1,4})?")
COMMA_NUMBER = re.compile(r"\d{0,9},\d{1,4}")
LOST_ZERO = re.compile(r"[.,]\d{1,4}")
LONGEST_QUOTE = 40


class CellFault(Exception):  # noqa: N818 - it never leaves this room
    """One cell that cannot be taken; the text is the whole message."""


class Cells:
    """The cells of one row by the codes of their columns."""

    def __init__(self, row: SheetRow, columns: Columns) -> None:
        self._row, self._columns = row, columns

    @property
    def number(self) -> int:
        """The number of the row in its file."""
        return self._row.number

    def text(self, column: str) -> str:
        """The words of a cell, empty where the file has no such column; raises CellFault for a formula."""
        place = self._columns.places.get(column)
        text = self._row.cells[place] if place is not None and place < len(self._row.cells) else ""
        if text.startswith(FORMULA_SIGNS) or (text.startswith("-") and not NEGATIVE_NUMBER.fullmatch(text)):
            raise self.fault(column, "is a formula, or would be run as one; write the value itself")
        return text

    def code(self, column: str, find: Callable[[str], str | None], kind: str, advice: str) -> str | None:
        """The code that `find` gives for the words, None for an empty cell; raises CellFault for unknown words."""
        text = self.text(column)
        if not text:
            return None
        found = find(text)
        if found is None:
            raise self.fault(column, f"is no known {kind}; {advice}")
        return found

    def count(self, column: str) -> int:
        """A number of people; an empty cell is 0. Raises CellFault."""
        text = self.text(column)
        number = self.decimal(column) if text else Decimal(0)
        if number != number.to_integral_value():
            raise self.fault(column, "must be a whole number of people")
        return int(number)

    def decimal(self, column: str) -> Decimal:
        """A number as printed, never negative; raises CellFault and says what is wrong with it."""
        text = self.text(column)
        bare = text.removesuffix("%").strip()
        if PLAIN_NUMBER.fullmatch(bare):
            return Decimal(bare)
        if NEGATIVE_NUMBER.fullmatch(bare):
            raise self.fault(column, "is negative; counts, marks and shares are not")
        if LOST_ZERO.fullmatch(bare):
            raise self.fault(column, f"has lost its first digits; write 0{bare.replace(',', '.')} if that is meant")
        if COMMA_NUMBER.fullmatch(bare):
            raise self.fault(column, f"has a decimal comma; write {bare.replace(',', '.')}")
        raise self.fault(column, "is no number; write digits and a point only")

    def fault(self, column: str, words: str) -> CellFault:
        """A fault of a cell, with file, row, column and what stands there."""
        shown = self._row.cells[self._columns.places[column]] if column in self._columns.places else ""
        quote = shown[:LONGEST_QUOTE] + ("…" if len(shown) > LONGEST_QUOTE else "")
        return CellFault(f"{self._columns.place(self._row.number, column)}: «{quote}» {words}")

    def row_fault(self, words: str) -> CellFault:
        """A fault of the row as a whole."""
        return CellFault(f"{self._columns.name}: row {self._row.number}: {words}")

    def columns_fault(self, columns: Sequence[str], words: str) -> CellFault:
        """A fault of some cells together, with the letters of their columns."""
        letters = ", ".join(column_letters(self._columns.places[column]) for column in columns)
        return CellFault(f"{self._columns.name}: row {self._row.number}, columns {letters}: {words}")
