"""Figures of a report that no wave can take in: rows that cannot be read, means without counts."""

from collections.abc import Iterator

from kb.model import Attribute
from kb.monitoring.from_report.unread import Unread
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.rules.marks import ASPECTS

WAITING = "wait_submission"


def find_left_out(ground: ReportGround) -> Iterator[Unread]:
    """Each row whose numbers cannot be told apart, and each aspect and waiting time of which the report prints means
    alone."""
    for row in ground.lost:
        words = " ".join(row.subject.words.split())
        yield Unread(
            reason="row_lost",
            subject=f"{row.table}: {row.subject.code or words}",
            evidence=row.evidence,
            figures=len(row.values),
        )
    for one in ground.figures:
        if one.column in ASPECTS:
            yield Unread(reason="counts_not_printed", subject=one.column, evidence=one.evidence)
    for told in ground.extraction.statements:
        if told.attribute is Attribute.WAITING:
            yield Unread(reason="counts_not_printed", subject=WAITING, evidence=told.evidence)
