"""Who states a value, and how fresh that is."""

from collections.abc import Iterable
from datetime import date

from kb.answer.days.dates import show_day
from kb.answer.wording import say
from kb.model import Language, SourceKind, Statement
from kb.norms import label
from kb.resolve import report_year


def describe_source(statement: Statement, language: Language) -> str:
    """Kind of the source, with the edition's day where one is known."""
    words = label("source_kind", statement.source_kind, language)
    edition = statement.evidence.edition
    if edition is None or statement.source_kind not in (SourceKind.ACT, SourceKind.STANDARD):
        return words
    return say("edition", language, source=words, day=show_day(edition, language))


def describe_report(keys: Iterable[str], *, as_of: date, language: Language) -> str | None:
    """`as of 2017, not confirmed since`, when all that is known comes from one report; None otherwise.

    When the question is about the report's own year, there is no later confirmation to miss.
    """
    years = {report_year(key) for key in keys}
    if len(years) != 1 or None in years:
        return None
    year = years.pop()
    if year is None:
        return None
    return say("report_old" if as_of.year > year else "report_then", language, year=str(year))
