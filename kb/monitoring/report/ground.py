"""All that a report prints which other figures of it can be computed from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kb.extract import Extraction, extract_document
from kb.extract.figures.grid import Grid, read_grids
from kb.model import Document, Evidence, Mention, SurveyChannel, SurveyPlace, SurveyRow
from kb.model.act import Clause
from kb.model.monitoring import Answers
from kb.monitoring.errors import NothingPrinted
from kb.monitoring.measures import pool
from kb.monitoring.report.headings import number_of
from kb.monitoring.report.names import TOTAL, Names, column_code, report_pattern
from kb.monitoring.report.printed import LostRow, PrintedFigure, read_printed
from kb.monitoring.report.span import Span
from kb.text import fold_plain

MARK_COLUMNS = tuple(f"mark_{mark}" for mark in range(1, 6))
LEAST_LISTED = 5  # rows of the table that lists the services of bodies
ALL_FIVES = Decimal(100)
UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceMarks:
    """The marks of a service: `least` and `most` are the same where its counts are printed. A service whose marks are
    all fives has no table of marks; then from one to all of those asked gave a mark."""

    least: Answers
    most: Answers
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGround:
    """What was read: `marks` by key of the service, `own_shares` the printed shares of that table,
    `services_of` the services of each body; `figures` and `lost` of the tables of the general part, `survey` the rows
    of the sections and the ranking, `undecided` how many people the note of a section counts as undecided and where,
    `extraction` all that the text tells."""

    document: Document
    extraction: Extraction
    figures: tuple[PrintedFigure, ...]
    lost: tuple[LostRow, ...]
    marks: Mapping[str, ServiceMarks]
    own_shares: Mapping[str, tuple[tuple[Decimal, Evidence], ...]]
    survey: tuple[SurveyRow, ...]
    services_of: Mapping[str, frozenset[str]]
    undecided: Mapping[str, tuple[int, Evidence]]

    @property
    def sections(self) -> Mapping[str, SurveyRow]:
        """What the section of each service tells of it as a whole."""
        return {
            row.service: row
            for row in self.survey
            if row.source is SurveyPlace.SECTION and row.channel is SurveyChannel.ALL
        }

    @property
    def samples(self) -> Mapping[str, PrintedFigure]:
        """How many people were asked of each service by the table of places of service."""
        return {
            one.subject.code: one
            for one in self.figures
            if "places" in one.scope and one.column == TOTAL and one.subject.kind == "service" and one.subject.code
        }

    def pooled(self, services: Iterable[str], measure: Callable[[Answers], Fraction]) -> Span | None:
        """The measure of the pooled marks of services; None where the marks of one are not printed."""
        keys = sorted(services)
        if not keys or any(key not in self.marks for key in keys):
            return None
        values = [measure(pool(getattr(self.marks[key], side) for key in keys)) for side in ("least", "most")]
        return Span(min(values), max(values))

    def places_of(self, services: Iterable[str]) -> tuple[Evidence, ...]:
        """Where the marks of the services stand."""
        return tuple(self.marks[key].evidence for key in sorted(services) if key in self.marks)


def read_ground(document: Document) -> ReportGround:
    """The figures of a report of public monitoring; raises NothingPrinted for a document that is none."""
    found = extract_document(document) if document.year is not None else None
    if document.year is None or found is None or not found.survey:
        raise NothingPrinted(
            f"{document.snapshot.document}: no report with figures of a survey was recognised; expected sections by "
            "service with tables of marks"
        )
    names = Names(found.mentions, document.language, date(document.year, 1, 1))
    sections = _sections(document, found.mentions)
    inside = {clause.id for own in sections.values() for clause in own}
    general = [clause for clause in document.clauses if clause.id not in inside]
    first = read_printed(document, general, names)
    names = names.knowing(one.subject for one in first)
    told = list(read_printed(document, general, names))
    marks, shares = _read_marks(document, sections, found.survey)
    return ReportGround(
        document=document,
        extraction=found,
        figures=tuple(one for one in told if isinstance(one, PrintedFigure)),
        lost=tuple(one for one in told if isinstance(one, LostRow)),
        marks=marks,
        own_shares=shares,
        survey=found.survey,
        services_of=_read_owners(document, general, names),
        undecided={
            one.service: (int(one.value), one.evidence)
            for one in found.remarks
            if one.subject == UNDECIDED and one.table is None and one.value is not None
        },
    )


def _sections(document: Document, mentions: Sequence[Mention]) -> dict[str, list[Clause]]:
    """The clauses below the section of each service."""
    keys = {(one.evidence.clause or "").partition("/")[0]: one.key for one in mentions}
    sections: dict[str, list[Clause]] = {key: [] for key in keys.values()}
    for clause in document.clauses:
        key = keys.get(clause.id.partition("/")[0])
        if key is not None and "/" in clause.id:
            sections[key].append(clause)
    return sections


def _read_marks(
    document: Document, sections: Mapping[str, Sequence[Clause]], survey: Sequence[SurveyRow]
) -> tuple[dict[str, ServiceMarks], dict[str, tuple[tuple[Decimal, Evidence], ...]]]:
    marks: dict[str, ServiceMarks] = {}
    shares: dict[str, tuple[tuple[Decimal, Evidence], ...]] = {}
    for key, clauses in sections.items():
        for grid in read_grids(document, clauses):
            if not _has_marks(grid):
                continue
            for row in grid.rows:
                numbers = [(cell, number) for cell in row[1:] if (number := number_of(cell)) is not None]
                if len(numbers) != len(MARK_COLUMNS) or number_of(row[0]) is not None:
                    continue
                label = fold_plain(row[0].words)
                if any(cell.is_share for cell, _ in numbers):
                    shares.setdefault(key, tuple((number, grid.cite(cell)) for cell, number in numbers))
                elif report_pattern("own_counts").search(label) and all(one == int(one) for _, one in numbers):
                    own = Answers.marks(int(number) for _, number in numbers)
                    marks.setdefault(key, ServiceMarks(least=own, most=own, evidence=grid.cite_row(row)))
    for told in survey:
        fives = told.source is SurveyPlace.SECTION and told.satisfaction_pct == ALL_FIVES
        if fives and told.service not in marks and told.n:
            marks[told.service] = ServiceMarks(
                least=Answers.marks((0, 0, 0, 0, 1)), most=Answers.marks((0, 0, 0, 0, told.n)), evidence=told.evidence
            )
    return marks, shares


def _has_marks(grid: Grid) -> bool:
    """Whether a heading of the table is that of marks 1 to 5."""
    return any([column_code(cell.words, shares=True) for cell in row] == list(MARK_COLUMNS) for row in grid.rows)


def _read_owners(document: Document, clauses: Sequence[Clause], names: Names) -> dict[str, frozenset[str]]:
    """The services of each body by the table that lists them: body, number, name of the service."""
    listed: dict[str, set[str]] = {}
    body: str | None = None
    rows = 0
    for grid in read_grids(document, clauses):
        for row in grid.rows:
            words = [cell for cell in row if number_of(cell) is None]
            numbers = [number for cell in row if (number := number_of(cell)) is not None]
            if not numbers or not words or number_of(row[-1]) is not None:
                continue
            if len(words) > 1:
                subject = names.subject(words[0].words)
                body = subject.code if subject.kind == "body" else None
            service = names.subject(words[-1].words, int(numbers[-1]))
            if body and service.kind == "service" and service.code:
                listed.setdefault(body, set()).add(service.code)
                rows += 1
    return {body: frozenset(own) for body, own in listed.items()} if rows >= LEAST_LISTED else {}
