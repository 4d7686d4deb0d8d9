"""Questions about services: mentions, statements, survey rows, gaps."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from kb.model import Gap, Mention, Service, Statement, SurveyRow
from kb.model.shapes import service_from_json, statement_from_json
from kb.store.payloads import gap_from_json, mention_from_json, survey_row_from_json
from kb.store.tables import (
    READING_ORDER,
    DocumentRow,
    GapRow,
    MentionRow,
    ServiceIdRow,
    ServiceRow,
    StatementRow,
    SurveyTableRow,
)


class ServiceReader:
    """The services of the base and what is stated of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, in the order of documents and of reading."""
        query = (
            select(MentionRow.key, MentionRow.payload)
            .join(DocumentRow, DocumentRow.id == MentionRow.document_id)
            .order_by(*READING_ORDER, MentionRow.position)
        )
        return tuple(mention_from_json(row.key, row.payload) for row in self._connection.execute(query))

    def statements(self, *, service: str | None = None) -> Iterator[tuple[Statement, str]]:
        """Statements with the ids of their services (all, or of one), by service, document and reading."""
        query = (
            select(
                StatementRow.mention,
                StatementRow.payload,
                StatementRow.valid_from,
                StatementRow.valid_to,
                StatementRow.act,
                ServiceIdRow.service,
            )
            .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
            .join(ServiceIdRow, ServiceIdRow.id == StatementRow.mention)
            .order_by(ServiceIdRow.service, *READING_ORDER, StatementRow.position)
        )
        if service is not None:
            query = query.where(ServiceIdRow.service == service)
        for row in self._connection.execute(query):
            payload = {**row.payload, "valid_from": row.valid_from, "valid_to": row.valid_to}
            if row.act:
                payload["evidence"] = {**payload["evidence"], "act": row.act}
            yield statement_from_json(payload, row.mention), row.service

    def unresolved_statements(self) -> tuple[Statement, ...]:
        """All statements as they were read, whether or not their mentions are resolved."""
        query = (
            select(StatementRow.mention, StatementRow.payload)
            .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
            .order_by(*READING_ORDER, StatementRow.position)
        )
        return tuple(statement_from_json(row.payload, row.mention) for row in self._connection.execute(query))

    def survey(self, *, service: str | None = None) -> Iterator[tuple[SurveyRow, str]]:
        """Survey rows with the ids of their services (all, or of one), by service, document and reading."""
        for mention, payload, owner in self._of_services(SurveyTableRow, service):
            yield survey_row_from_json(mention, payload), owner

    def gaps(self, *, service: str | None = None) -> Iterator[tuple[Gap, str]]:
        """Gaps with the ids of their services (all, or of one), by service, document and reading."""
        for mention, payload, owner in self._of_services(GapRow, service):
            yield gap_from_json(mention, payload), owner

    def _of_services(
        self, table: type[SurveyTableRow] | type[GapRow], service: str | None
    ) -> Iterator[tuple[str, dict[str, Any], str]]:
        query: Select[str, dict[str, Any], str] = (
            select(table.mention, table.payload, ServiceIdRow.service)
            .join(DocumentRow, DocumentRow.id == table.document_id)
            .join(ServiceIdRow, ServiceIdRow.id == table.mention)
            .order_by(ServiceIdRow.service, *READING_ORDER, table.position)
        )
        if service is not None:
            query = query.where(ServiceIdRow.service == service)
        yield from self._connection.execute(query)

    def services(self, *, after: str | None = None, limit: int | None = None) -> tuple[Service, ...]:
        """Services in the order of their ids, from behind the id `after`."""
        query = select(ServiceRow.payload).order_by(ServiceRow.id).limit(limit)
        if after is not None:
            query = query.where(ServiceRow.id > after)
        return tuple(service_from_json(row.payload) for row in self._connection.execute(query))

    def service(self, name: str) -> Service | None:
        """The service that an id means now."""
        query = (
            select(ServiceRow.payload)
            .join(ServiceIdRow, ServiceIdRow.service == ServiceRow.id)
            .where(ServiceIdRow.id == name)
        )
        payload = self._connection.execute(query).scalar()
        return service_from_json(payload) if payload is not None else None

    def service_ids(self) -> dict[str, str | None]:
        """Every id that was ever given out, and the service it means now."""
        rows = self._connection.execute(select(ServiceIdRow.id, ServiceIdRow.service))
        return {row.id: row.service for row in rows}

    def unowned(self) -> tuple[str, ...]:
        """Mentions of statements, survey rows and gaps that belong to no service."""
        found: set[str] = set()
        for table in (StatementRow, SurveyTableRow, GapRow):
            query = (
                select(table.mention)
                .outerjoin(ServiceIdRow, ServiceIdRow.id == table.mention)
                .where(ServiceIdRow.service.is_(None))
            )
            found.update(self._connection.execute(query).scalars())
        return tuple(sorted(found))
