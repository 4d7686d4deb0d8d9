"""The day that a text speaks of when it names a fee."""

from datetime import date

from kb.compare.material import ServiceMaterial
from kb.model import Statement
from kb.resolve.reports import report_year

MIDDLE = (7, 1)  # of a report's year: what its people paid in most of it


def text_day(material: ServiceMaterial, statement: Statement) -> date:
    """The day from which the statement holds, else that of its edition, the middle of its report's year, the day its
    text was taken, and where nothing tells the day asked for."""
    if statement.valid_from or statement.evidence.edition:
        return statement.valid_from or statement.evidence.edition or material.day
    if year := report_year(statement.service):
        return date(year, *MIDDLE)
    document = material.text_of(statement.evidence.snapshot)
    return document.snapshot.taken_at.date() if document else material.day
