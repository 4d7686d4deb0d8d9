"""What a report on a survey holds, before it is HTML, DOCX or XLSX."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.charts import BarDrawing
from kb.model import Language
from kb.pipeline.printing import PrintedWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure with the counts that it is computed from, in the order of the column's `parts`."""

    figure: Decimal | None
    counts: tuple[int, ...]


ReportCell = str | int | Decimal | Counted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading; `parts` name the counts of a column of `Counted` cells. Numbers stand to the right; names of services
    and questions (`named`) need room."""

    name: str
    numeric: bool = True
    named: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and rows of the same length; the first column with words names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[ReportCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the report; `drawings` show what the table says, one after the other, `notes` stand below it."""

    code: str
    title: str
    table: Table | None = None
    notes: tuple[str, ...] = ()
    drawings: tuple[BarDrawing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoringReport:
    """The head as pairs of words, and the sections in order."""

    words: PrintedWords
    title: str
    head: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.words.language


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDay:
    """The language of a report and the day that it bears."""

    language: Language
    day: date
