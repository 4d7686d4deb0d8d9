"""Questions to the base, inside one transaction that sees one state of it."""

from sqlalchemy import Select, func, select

from kb.model import Issue, Severity
from kb.store.access_reader import AccessReader
from kb.store.curation_reader import CurationReader
from kb.store.document_reader import DocumentReader
from kb.store.evaluation_reader import EvaluationReader
from kb.store.feedback_reader import FeedbackReader
from kb.store.finding_reader import FindingReader
from kb.store.finding_tables import FindingRow
from kb.store.live_reader import LiveReader
from kb.store.mystery_reader import MysteryReader
from kb.store.overlap_reader import OverlapReader
from kb.store.quote_reader import QuoteReader
from kb.store.recommendation_reader import RecommendationReader
from kb.store.review_reader import ReviewReader
from kb.store.run_reader import RunReader
from kb.store.search_reader import SearchReader
from kb.store.service_reader import ServiceReader
from kb.store.tables import (
    BaseNameRow,
    BuildRow,
    ClauseRow,
    DocumentRow,
    GapRow,
    IssueRow,
    MentionRow,
    RemovedRow,
    ServiceRow,
    StatementRow,
    SurveyTableRow,
)
from kb.store.values import Build, SourceCounts


class Reader(
    DocumentReader,
    ServiceReader,
    RunReader,
    ReviewReader,
    SearchReader,
    CurationReader,
    AccessReader,
    FindingReader,
    OverlapReader,
    FeedbackReader,
    MysteryReader,
    RecommendationReader,
    LiveReader,
    QuoteReader,
    EvaluationReader,
):
    """What the base holds; made by `Store.read`."""

    def name(self) -> str:
        """The base's own name, drawn when its tables were made: six letters and digits."""
        return self._connection.execute(select(BaseNameRow.name)).scalar_one()

    def build(self) -> Build | None:
        """The newest finished build."""
        row = self._connection.execute(select(BuildRow.__table__).order_by(BuildRow.id.desc()).limit(1)).first()
        if row is None:
            return None
        return Build(
            id=row.id, finished_at=row.finished_at, version=row.version, indexes=row.indexes, counts=row.counts
        )

    def issues(self, *, of_build: bool = False) -> tuple[Issue, ...]:
        """Issues of the readings and of the last build (or of the build alone), by document and line."""
        query = select(IssueRow.__table__).order_by(
            IssueRow.document, func.coalesce(IssueRow.line, 0), IssueRow.code, IssueRow.message
        )
        if of_build:
            query = query.where(IssueRow.document_id.is_(None))
        return tuple(
            Issue(
                code=row.code,
                severity=Severity(row.severity),
                document=row.document,
                message=row.message,
                line=row.line,
            )
            for row in self._connection.execute(query)
        )

    def counts(self) -> dict[str, int]:
        """How many of each the base holds; `samples` are documents written for this project."""
        tables = {
            "documents": DocumentRow,
            "clauses": ClauseRow,
            "mentions": MentionRow,
            "statements": StatementRow,
            "survey": SurveyTableRow,
            "gaps": GapRow,
            "issues": IssueRow,
            "services": ServiceRow,
        }
        counts = {name: self._count(select(func.count()).select_from(table)) for name, table in tables.items()}
        counts["findings"] = self._count(select(func.count()).select_from(FindingRow).where(FindingRow.shown.is_(True)))
        counts["samples"] = self._count(select(func.count()).select_from(DocumentRow).where(DocumentRow.sample))
        return counts

    def _count(self, query: Select[int]) -> int:
        return self._connection.execute(query).scalar_one()

    def removed(self) -> frozenset[tuple[str, str]]:
        """(source, document) of what was taken out of the base."""
        rows = self._connection.execute(select(RemovedRow.source, RemovedRow.document))
        return frozenset((row.source, row.document) for row in rows)

    def source_counts(self) -> dict[str, SourceCounts]:
        """What the base holds, by source."""
        run = self._connection.execute
        statements = run(
            select(DocumentRow.source, func.count())
            .join(StatementRow, StatementRow.document_id == DocumentRow.id)
            .group_by(DocumentRow.source)
        )
        issues = run(
            select(DocumentRow.source, func.count())
            .join(IssueRow, IssueRow.document_id == DocumentRow.id)
            .group_by(DocumentRow.source)
        )
        samples = run(select(DocumentRow.source, func.count()).where(DocumentRow.sample).group_by(DocumentRow.source))
        of_statements, of_issues, of_samples = (
            {row[0]: row[1] for row in rows} for rows in (statements, issues, samples)
        )
        documents = run(
            select(DocumentRow.source, func.count(), func.max(DocumentRow.taken_at)).group_by(DocumentRow.source)
        )
        return {
            source: SourceCounts(
                documents=count,
                statements=of_statements.get(source, 0),
                issues=of_issues.get(source, 0),
                newest=newest,
                samples=of_samples.get(source, 0),
            )
            for source, count, newest in documents
        }
