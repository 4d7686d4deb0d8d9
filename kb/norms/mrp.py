"""The monthly calculation index of a day."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from kb.model import ActReference, ActType, Language
from kb.norms.errors import NormsError
from kb.norms.labels import label
from kb.norms.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrp:
    """One row of the series: `value` in tenge from `valid_from` on, set by `act`, told at length in `citation`.

    `purpose` is `all` or `benefits` (what the act names the row for). Where sources disagree about
    duties and charges, `contested` is the value that the others keep and `question` says so in words
    by language; both are None otherwise.
    """

    value: Decimal
    valid_from: date
    citation: str
    act: ActReference
    purpose: str = "all"
    contested: Decimal | None = None
    question: dict[Language, str] | None = None

    def act_words(self, language: Language) -> str:
        """The act in words of a language: `закон № 25-VI, 29.11.2016`."""
        day = self.act.date
        shown = f", {day.isoformat() if language is Language.EN else day.strftime('%d.%m.%Y')}" if day else ""
        return f"{label('act_type', self.act.type.value, language)} № {self.act.number}{shown}"


def mrp_on(day: date) -> Mrp:
    """The row in force on `day`; raises NormsError for a day outside the table."""
    first, last = mrp_period()
    if not first <= day <= last:
        raise NormsError(
            f"the MRP of {day.isoformat()} is not known: the table runs from {first.isoformat()} to "
            f"{last.isoformat()}; add the row of that year's budget law to kb/norms/data/mrp.yaml"
        )
    rows = _rows()
    return rows[bisect_right([row.valid_from for row in rows], day) - 1]


def mrp_period() -> tuple[date, date]:
    """First and last day that the series speaks for."""
    return _rows()[0].valid_from, read_table("mrp")["valid_until"]


def mrp_until(day: date) -> tuple[Mrp, ...]:
    """The rows that begin on `day` or before it, the newest first; none before the table."""
    return tuple(row for row in reversed(_rows()) if row.valid_from <= day)


@cache
def _rows() -> tuple[Mrp, ...]:
    rows = tuple(_row(entry) for entry in read_table("mrp")["rows"])
    days = [row.valid_from for row in rows]
    if days != sorted(set(days)):
        raise NormsError("kb/norms/data/mrp.yaml: rows must stand in order of valid_from, one a day")
    return rows


def _row(entry: dict[str, Any]) -> Mrp:
    question = entry.get("question")
    contested = entry.get("contested")
    return Mrp(
        value=Decimal(entry["value"]),
        valid_from=entry["valid_from"],
        citation=entry["citation"],
        act=ActReference(type=ActType(entry["act"]["type"]), number=entry["act"]["number"], date=entry["act"]["date"]),
        purpose=entry["purpose"],
        contested=Decimal(contested) if contested else None,
        question={Language(code): words for code, words in question.items()} if question else None,
    )
