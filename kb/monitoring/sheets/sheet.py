"""A table of a file, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LETTERS = 26


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its number in the file (the heading of a CSV is 1) and its cells as texts; blank cells are empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: `name` is told in messages, `rows` come once, the heading first. `head` is what the file itself tells of
    the wave, None where it tells nothing."""

    name: str
    rows: Iterator[SheetRow]
    head: Mapping[str, Any] | None = None


def column_letters(place: int) -> str:
    """The letters of a column as spreadsheets show them: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
