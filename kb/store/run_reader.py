"""Questions about collection: its runs, what they brought, whose documents they are."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, distinct, func, select
from sqlalchemy.orm import aliased

from kb.model import Attribute, Issue, Severity
from kb.store.tables import ActNameRow, DocumentRow, RunRow, StatementRow
from kb.store.values import BodyCount, FieldCounts, Run, RunState


class RunReader:
    """The runs of collection and the documents that came by them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def runs(self, source: str | None = None) -> tuple[Run, ...]:
        """All runs (of one source if named), the newest first."""
        query = select(RunRow.__table__).order_by(RunRow.id.desc())
        if source is not None:
            query = query.where(RunRow.source == source)
        return tuple(_run(row) for row in self._connection.execute(query))

    def field_counts(self, source: str) -> FieldCounts:
        """How many collected documents of a source state each attribute.

        A collected document is named by its address; samples and imported files do not count.
        """
        mine = (DocumentRow.source == source, DocumentRow.document.contains("://"), DocumentRow.sample.is_(False))
        documents = self._connection.execute(select(func.count()).select_from(DocumentRow).where(*mine)).scalar_one()
        rows = self._connection.execute(
            select(StatementRow.attribute, func.count(distinct(DocumentRow.id)))
            .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
            .where(*mine)
            .group_by(StatementRow.attribute)
        )
        return FieldCounts(documents=documents, stating={row[0]: row[1] for row in rows})

    def body_counts(self) -> dict[str, tuple[BodyCount, ...]]:
        """The bodies behind the documents of each source, as printed, those with most documents first.

        These are the issuers of its act; for a document without them, the provider that it names first.
        """
        providers: dict[int, str] = {}
        named = (
            select(StatementRow.document_id, StatementRow.payload)
            .where(StatementRow.attribute == Attribute.PROVIDER.value)
            .order_by(StatementRow.document_id, StatementRow.position)
        )
        for document, payload in self._connection.execute(named):
            if name := payload["value"].get("text"):
                providers.setdefault(document, name)
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        rows = self._connection.execute(
            select(DocumentRow.id, DocumentRow.source, DocumentRow.act, DocumentRow.taken_at)
        )
        for number, source, act, taken_at in rows:
            issuers = (act or {}).get("issuers") or ([providers[number]] if number in providers else [])
            for name in issuers:
                found[source][name].append(taken_at)
        return {
            source: tuple(
                BodyCount(name=name, documents=len(days), newest=datetime.fromisoformat(max(days)))
                for name, days in sorted(bodies.items(), key=lambda item: (-len(item[1]), item[0]))
            )
            for source, bodies in found.items()
        }

    def other_addresses(self, document: str) -> tuple[str, ...]:
        """Web addresses at which texts in its language of the same act stand that the base read from a document."""
        here, there = aliased(ActNameRow), aliased(ActNameRow)
        mine, other = aliased(DocumentRow), aliased(DocumentRow)
        query = (
            select(other.document)
            .distinct()
            .join(there, there.document_id == other.id)
            .join(here, here.name == there.name)
            .join(mine, mine.id == here.document_id)
            .where(mine.document == document, other.document != document)
            .where(other.language == mine.language, other.document.contains("://"))
            .order_by(other.document)
        )
        return tuple(self._connection.execute(query).scalars())


def _run(row: Row[Any]) -> Run:
    return Run(
        id=row.id,
        source=row.source,
        reach=row.reach,
        started_at=datetime.fromisoformat(row.started_at),
        finished_at=datetime.fromisoformat(row.finished_at) if row.finished_at else None,
        state=RunState(row.state),
        counts=row.counts,
        alarms=tuple(Issue(**{**alarm, "severity": Severity(alarm["severity"])}) for alarm in row.alarms),
    )
