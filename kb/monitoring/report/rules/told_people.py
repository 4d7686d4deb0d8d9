"""How many people the text names, against those whom tables count."""

from collections.abc import Iterator
from decimal import Decimal

from kb.model import Evidence
from kb.model.monitoring import Recomputed
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.names import TOTAL
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import OTHERWISE
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span
from kb.monitoring.report.survey_lines import told_samples, whole_samples

PEOPLE, SAMPLE, LABEL = "people", "sample", "people_in_label"
TABLES_SAY, OTHERS_SAY = "tables_say_otherwise", "other_table_says_otherwise"


def check_told_people(ground: ReportGround) -> Iterator[Recomputed]:
    """The number of people that the text of a section tells, by those who gave a mark and those whom its note counts
    as undecided; nothing is said of a section without a note."""
    for one in ground.extraction.remarks:
        marks, noted = ground.marks.get(one.service), ground.undecided.get(one.service)
        is_told = (one.subject, one.measure, one.table, one.channel) == ("sample", "count", None, None)
        if not is_told or one.value is None or marks is None or noted is None or marks.least != marks.most:
            continue
        told = Told(subject=f"{one.service}: {PEOPLE}", value=Decimal(int(one.value)), evidence=one.evidence)
        span = Span.exactly(marks.most.rated + noted[0])
        yield settle(told, Settled(rule=PEOPLE, span=span, ground=[marks.evidence, noted[1]], reason=OTHERWISE))


def check_sample(ground: ReportGround) -> Iterator[Recomputed]:
    """The number of people of the whole survey, by the totals of its tables; nothing where those differ."""
    totals = whole_samples(ground)
    if len({one.value for one in totals}) != 1:
        return
    span = Span.exactly(int(totals[0].value))
    for one in told_samples(ground):
        told = Told(subject=f"{SAMPLE}: {one.evidence.quote}", value=Decimal(one.people), evidence=one.evidence)
        by = Settled(rule=SAMPLE, span=span, ground=[each.evidence for each in totals], reason=TABLES_SAY)
        yield settle(told, by)


def check_labels(ground: ReportGround) -> Iterator[Recomputed]:
    """The number of people that the label of a row has («portal, N=318»): of a channel or of all by the table of
    places, of a total of regions by the labels of their rows, whether their cells can be read or not."""
    seen: set[int] = set()
    for one in ground.figures:
        if one.people is None or one.row.start in seen:
            continue
        seen.add(one.row.start)
        span, places = _counted(one, ground)
        if span:
            told = Told(subject=Told.of(one).subject, value=Decimal(one.people), evidence=one.row)
            yield settle(told, Settled(rule=LABEL, span=span, ground=places, reason=OTHERS_SAY))


def _counted(one: PrintedFigure, ground: ReportGround) -> tuple[Span | None, list[Evidence]]:
    if one.subject.kind == TOTAL and (parts := _labelled(one.table, ground)):
        return Span.exactly(sum(parts.values())), list(parts)
    column = {"channel": f"channel:{one.subject.code}", TOTAL: TOTAL}.get(one.subject.kind)
    totals = (each for each in ground.figures if "places" in each.scope and each.subject.kind == TOTAL)
    found = next((each for each in totals if each.column == column), None)
    return (Span.exactly(int(found.value)), [found.evidence]) if found else (None, [])


def _labelled(table: str, ground: ReportGround) -> dict[Evidence, int]:
    """The numbers of people in the labels of the regions of a table, by row."""
    rows = {one.row: (one.subject, one.people) for one in ground.figures if one.table == table}
    rows |= {row.evidence: (row.subject, row.people) for row in ground.lost if row.table == table}
    return {row: people for row, (subject, people) in rows.items() if subject.kind == "region" and people}
