"""Changes of the base, inside one transaction: all of them are stored, or none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError, StatementError

from kb.model import Document, Gap, Issue, Mention, Remark, Snapshot, Statement, SurveyRow
from kb.model.remark_shapes import remark_to_json
from kb.model.shapes import act_to_json, gap_to_json, statement_from_json, statement_to_json
from kb.store.access_writer import AccessWriter
from kb.store.curation_writer import CurationWriter
from kb.store.engine import tell_failure
from kb.store.errors import UnfitReading
from kb.store.evaluation_writer import EvaluationWriter
from kb.store.feedback_writer import FeedbackWriter
from kb.store.finding_writer import FindingWriter
from kb.store.live_writer import LiveWriter
from kb.store.mystery_writer import MysteryWriter
from kb.store.overlap_writer import OverlapWriter
from kb.store.payloads import edition_to_json, mention_to_json, survey_row_to_json
from kb.store.portions import in_portions
from kb.store.quote_writer import QuoteWriter
from kb.store.reader import Reader
from kb.store.recommendation_writer import RecommendationWriter
from kb.store.review_writer import ReviewWriter
from kb.store.run_writer import RunWriter
from kb.store.search_writer import SearchWriter
from kb.store.service_writer import ServiceWriter
from kb.store.tables import (
    ActNameRow,
    Base,
    BuildRow,
    ClauseRow,
    CompanionRow,
    DocumentRow,
    GapRow,
    IssueRow,
    MentionRow,
    RemarkRow,
    RemovedRow,
    StatementRow,
    SurveyTableRow,
)
from kb.store.values import Build


class Writer(
    ServiceWriter,
    RunWriter,
    ReviewWriter,
    SearchWriter,
    CurationWriter,
    AccessWriter,
    FindingWriter,
    OverlapWriter,
    FeedbackWriter,
    MysteryWriter,
    RecommendationWriter,
    LiveWriter,
    QuoteWriter,
    EvaluationWriter,
    Reader,
):
    """Reads and changes the base; made by `Store.write`."""

    @contextmanager
    def one_reading(self) -> Iterator[None]:
        """Undoes what is changed inside it when it fails, and nothing else of the transaction.

        Raises UnfitReading for what the database cannot keep, and StoreError for what is wrong with the database
        itself (a full disk, a lost connection), which is no matter of one reading.
        """
        with self._connection.begin_nested():
            try:
                yield
            except StatementError as problem:
                if isinstance(problem, OperationalError) or type(problem) is DatabaseError:
                    raise tell_failure(self._connection.engine, problem) from problem
                cause = problem.orig or problem
                told = str(cause).strip().splitlines()[0]  # a server goes on with the words of the whole document
                raise UnfitReading(f"{type(cause).__name__}: {told}") from problem

    def save_reading(
        self,
        document: Document,
        *,
        version: str,
        related: Mapping[str, str],
        mentions: Sequence[Mention] = (),
        statements: Sequence[Statement] = (),
        survey: Sequence[SurveyRow] = (),
        gaps: Sequence[Gap] = (),
        remarks: Sequence[Remark] = (),
        issues: Sequence[Issue] = (),
    ) -> None:
        """Stores what was read from a document, in place of an earlier reading of the same body."""
        snapshot = document.snapshot
        self.drop_reading(snapshot.document, snapshot.digest)
        number = self._connection.execute(
            insert(DocumentRow).returning(DocumentRow.id),
            {
                "document": snapshot.document,
                "digest": snapshot.digest,
                "source": snapshot.source,
                "version": version,
                "related": dict(related),
                "media_type": snapshot.media_type,
                "taken_at": snapshot.taken_at.isoformat(),
                "size": snapshot.size,
                "sample": snapshot.sample,
                "language": document.language.value,
                "snapshot_language": snapshot.language.value if snapshot.language else None,
                "layout": document.layout,
                "title": document.title,
                "year": document.year,
                "act": act_to_json(document.act) if document.act else None,
                "edition": edition_to_json(document.edition) if document.edition else None,
                "text": document.text,
            },
        ).scalar_one()
        if document.act:
            names = dict.fromkeys((document.act.id, *document.act.ids))
            self._add(ActNameRow, [{"name": name, "document_id": number} for name in names])
        self._add(ClauseRow, _clauses(document, number))
        self._add(
            MentionRow,
            [
                {"document_id": number, "position": position, "key": one.key, "payload": mention_to_json(one)}
                for position, one in enumerate(mentions)
            ],
        )
        self._add(StatementRow, _statements(statements, number))
        self._add(
            SurveyTableRow,
            [
                {
                    "document_id": number,
                    "position": position,
                    "mention": one.service,
                    "payload": survey_row_to_json(one),
                }
                for position, one in enumerate(survey)
            ],
        )
        self._add(
            GapRow,
            [
                {"document_id": number, "position": position, "mention": one.service, "payload": gap_to_json(one)}
                for position, one in enumerate(gaps)
            ],
        )
        self._add(
            RemarkRow,
            [
                {"document_id": number, "position": position, "mention": one.service, "payload": remark_to_json(one)}
                for position, one in enumerate(remarks)
            ],
        )
        self._add(IssueRow, [_issue(one, number) for one in issues])

    def save_companion(self, snapshot: Snapshot, *, version: str) -> None:
        """Keeps in mind that a body is no document of its own, in place of an earlier reading of it."""
        self.drop_reading(snapshot.document, snapshot.digest)
        self._connection.execute(
            insert(CompanionRow),
            {
                "document": snapshot.document,
                "digest": snapshot.digest,
                "source": snapshot.source,
                "version": version,
            },
        )

    def drop_reading(self, document: str, digest: str) -> None:
        """Takes a reading and all that was read in it out of the base."""
        for table in (DocumentRow, CompanionRow):
            self._connection.execute(delete(table).where(table.document == document, table.digest == digest))

    def save_periods(self, statements: Iterable[Statement]) -> None:
        """Keeps the periods in which statements hold and the ids of their acts, beside what their texts say."""
        for portion in in_portions(statements):
            self._connection.execute(
                update(StatementRow)
                .where(StatementRow.id == bindparam("number"))
                .values(valid_from=bindparam("first"), valid_to=bindparam("end"), act=bindparam("named")),
                [
                    {
                        "number": one.id,
                        "first": one.valid_from.isoformat() if one.valid_from else None,
                        "end": one.valid_to.isoformat() if one.valid_to else None,
                        "named": one.evidence.act,
                    }
                    for one in portion
                ],
            )

    def save_build_issues(self, issues: Iterable[Issue]) -> None:
        """Replaces the issues of the last build (those of readings stay with their readings)."""
        self._connection.execute(delete(IssueRow).where(IssueRow.document_id.is_(None)))
        self._add(IssueRow, [_issue(one, None) for one in issues])

    def save_build(self, build: Build) -> None:
        """Makes a build the live one; older ones stay as history."""
        self._connection.execute(
            insert(BuildRow),
            {
                "finished_at": build.finished_at,
                "version": build.version,
                "indexes": build.indexes,
                "counts": build.counts,
            },
        )

    def mark_removed(self, source: str, documents: Iterable[str]) -> None:
        """Keeps documents of a source out of the base until `lift_removed`."""
        present = self.removed()
        wanted = sorted({document for document in documents if (source, document) not in present})
        self._add(RemovedRow, [{"source": source, "document": document} for document in wanted])

    def lift_removed(self, source: str, document: str) -> bool:
        """Lets a document in again; tells whether it was kept out."""
        mine = (RemovedRow.source == source, RemovedRow.document == document)
        if self._connection.execute(select(RemovedRow.document).where(*mine)).first() is None:
            return False
        self._connection.execute(delete(RemovedRow).where(*mine))
        return True

    def _add(self, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), list(rows))


def _clauses(document: Document, number: int) -> list[dict[str, Any]]:
    return [
        {
            "document_id": number,
            "position": position,
            "clause": one.id,
            "kind": one.kind.value,
            "start": one.start,
            "end": one.end,
            "language": one.language.value,
            "label": one.label,
            "number": one.number,
            "parent": one.parent,
        }
        for position, one in enumerate(document.clauses)
    ]


def _statements(statements: Sequence[Statement], number: int) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for position, one in enumerate(statements):
        # The id covers the number as it is written (0.50 is not 0.5); what comes out of JSON again
        # has one way of writing, so the id is taken from there.
        kept = statement_from_json(statement_to_json(one, None), one.service)
        rows.setdefault(
            kept.id,
            {
                "id": kept.id,
                "document_id": number,
                "position": position,
                "mention": one.service,
                "attribute": one.attribute.value,
                "source_kind": one.source_kind.value,
                "valid_from": None,
                "valid_to": None,
                "act": None,
                "payload": statement_to_json(kept, None),
            },
        )
    return list(rows.values())


def _issue(issue: Issue, number: int | None) -> dict[str, Any]:
    return {
        "document_id": number,
        "code": issue.code,
        "severity": issue.severity.value,
        "document": issue.document,
        "message": issue.message,
        "line": issue.line,
    }
