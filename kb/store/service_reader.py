"""Questions about services: mentions, statements, survey rows, gaps."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, or_, select

from kb.model import Gap, Mention, Remark, Service, ServiceState, Statement, SurveyRow
from kb.model.remark_shapes import remark_from_json
from kb.model.service_shapes import service_from_json
from kb.model.shapes import statement_from_json
from kb.store.payloads import gap_from_json, mention_from_json, survey_row_from_json
from kb.store.portions import PORTION
from kb.store.tables import (
    READING_ORDER,
    DocumentRow,
    GapRow,
    MentionRow,
    RemarkRow,
    ServiceIdRow,
    ServiceRow,
    ServiceStateRow,
    StatementRow,
    SurveyTableRow,
)


class ServiceReader:
    """The services of the base and what is stated of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mentions(self, *, keys: Sequence[str] | None = None, service: str | None = None) -> Iterator[Mention]:
        """Mentions (all, those with one of the keys, those of a service), in the order of documents and of reading."""
        query = (
            select(MentionRow.key, MentionRow.payload)
            .join(DocumentRow, DocumentRow.id == MentionRow.document_id)
            .order_by(*READING_ORDER, MentionRow.position)
        )
        if keys is not None:
            query = query.where(MentionRow.key.in_(keys))
        if service is not None:
            query = query.join(ServiceIdRow, ServiceIdRow.id == MentionRow.key).where(ServiceIdRow.service == service)
        return (mention_from_json(row.key, row.payload) for row in self._stream(query))

    def turns_between(self, since: date, until: date) -> bool:
        """Whether any statement begins or ends to hold after the day `since` and by `until`."""
        first, last = since.isoformat(), until.isoformat()
        turned = [(column > first) & (column <= last) for column in (StatementRow.valid_from, StatementRow.valid_to)]
        query = select(StatementRow.id).where(or_(*turned))
        return self._connection.execute(query.limit(1)).first() is not None

    def turning_days(self, day: date) -> dict[str, tuple[str, ...]]:
        """The days behind `day` on which statements of a service begin or end to hold, by service: it is told anew when
        one of them has come."""
        behind = day.isoformat()
        days: dict[str, set[str]] = {}
        for column in (StatementRow.valid_from, StatementRow.valid_to):
            query = (
                select(ServiceIdRow.service, column.label("turn"))
                .join(StatementRow, StatementRow.mention == ServiceIdRow.id)
                .where(column > behind, ServiceIdRow.service.is_not(None))
                .distinct()
            )
            for row in self._stream(query):
                days.setdefault(row.service, set()).add(row.turn)
        return {service: tuple(sorted(turns)) for service, turns in days.items()}

    def mention_places(self) -> Iterator[tuple[str, str, str, str]]:
        """Where services are mentioned: service, digest of the body, version of its reading, key of the mention, by
        service."""
        query = (
            select(ServiceIdRow.service, DocumentRow.digest, DocumentRow.version, MentionRow.key)
            .join(MentionRow, MentionRow.key == ServiceIdRow.id)
            .join(DocumentRow, DocumentRow.id == MentionRow.document_id)
            .where(ServiceIdRow.service.is_not(None))
            .distinct()
            .order_by(ServiceIdRow.service, DocumentRow.digest, DocumentRow.version, MentionRow.key)
        )
        for row in self._stream(query):
            yield row.service, row.digest, row.version, row.key

    def mention_clauses(self) -> Iterator[tuple[str, str, str]]:
        """Where services are mentioned: service, digest of the body, clause of the mention (empty in none)."""
        query = (
            select(ServiceIdRow.service, DocumentRow.digest, MentionRow.payload)
            .join(MentionRow, MentionRow.key == ServiceIdRow.id)
            .join(DocumentRow, DocumentRow.id == MentionRow.document_id)
            .where(ServiceIdRow.service.is_not(None))
            .order_by(*READING_ORDER, MentionRow.position)
        )
        for row in self._stream(query):
            yield row.service, row.digest, row.payload["evidence"]["clause"] or ""

    def mentioned_in(self, digest: str) -> dict[str, str]:
        """The services that a body mentions, by the clause of the mention (empty where it stands in none)."""
        query = (
            select(ServiceIdRow.service, MentionRow.payload)
            .join(MentionRow, MentionRow.key == ServiceIdRow.id)
            .join(DocumentRow, DocumentRow.id == MentionRow.document_id)
            .where(DocumentRow.digest == digest, ServiceIdRow.service.is_not(None))
            .order_by(MentionRow.position)
        )
        return {row.payload["evidence"]["clause"] or "": row.service for row in self._stream(query)}

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
        for row in self._stream(query):
            payload = {**row.payload, "valid_from": row.valid_from, "valid_to": row.valid_to}
            if row.act:
                payload["evidence"] = {**payload["evidence"], "act": row.act}
            yield statement_from_json(payload, row.mention), row.service

    def read_statements(self, *, mention: str) -> Iterator[Statement]:
        """Statements of the mentions with this key as they were read, in the order of documents and of reading."""
        query = (
            select(StatementRow.mention, StatementRow.payload)
            .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
            .where(StatementRow.mention == mention)
            .order_by(*READING_ORDER, StatementRow.position)
        )
        return (statement_from_json(row.payload, row.mention) for row in self._stream(query))

    def unresolved_statements(self) -> Iterator[Statement]:
        """All statements as they were read, whether or not their mentions are resolved, a document at a time.

        What was given out may be changed before the next is asked for.
        """
        places = self._connection.execute(select(DocumentRow.id).order_by(*READING_ORDER)).scalars().all()
        for number in places:
            query = (
                select(StatementRow.mention, StatementRow.payload)
                .where(StatementRow.document_id == number)
                .order_by(StatementRow.position)
            )
            for row in self._connection.execute(query).all():
                yield statement_from_json(row.payload, row.mention)

    def survey(self, *, service: str | None = None) -> Iterator[tuple[SurveyRow, str]]:
        """Survey rows with the ids of their services (all, or of one), by service, document and reading."""
        for mention, payload, owner in self._of_services(SurveyTableRow, service):
            yield survey_row_from_json(mention, payload), owner

    def gaps(self, *, service: str | None = None) -> Iterator[tuple[Gap, str]]:
        """Gaps with the ids of their services (all, or of one), by service, document and reading."""
        for mention, payload, owner in self._of_services(GapRow, service):
            yield gap_from_json(mention, payload), owner

    def remarks(self, *, service: str | None = None) -> Iterator[tuple[Remark, str]]:
        """Remarks with the ids of their services (all, or of one), by service, document and reading."""
        for mention, payload, owner in self._of_services(RemarkRow, service):
            yield remark_from_json(payload, mention), owner

    def _of_services(
        self, table: type[SurveyTableRow] | type[GapRow] | type[RemarkRow], service: str | None
    ) -> Iterator[tuple[str, dict[str, Any], str]]:
        query: Select[str, dict[str, Any], str] = (
            select(table.mention, table.payload, ServiceIdRow.service)
            .join(DocumentRow, DocumentRow.id == table.document_id)
            .join(ServiceIdRow, ServiceIdRow.id == table.mention)
            .order_by(ServiceIdRow.service, *READING_ORDER, table.position)
        )
        if service is not None:
            query = query.where(ServiceIdRow.service == service)
        for row in self._stream(query):
            yield row.mention, row.payload, row.service

    def services(self, *, after: str | None = None, limit: int | None = None) -> tuple[Service, ...]:
        """Services in the order of their ids, from behind the id `after`."""
        query = select(ServiceRow.payload).order_by(ServiceRow.id).limit(limit)
        if after is not None:
            query = query.where(ServiceRow.id > after)
        return tuple(service_from_json(row.payload) for row in self._connection.execute(query))

    def each_service(self) -> Iterator[Service]:
        """All services in the order of their ids, a page of them in memory at a time."""
        page = self.services(limit=PORTION)
        while page:
            yield from page
            page = self.services(after=page[-1].id, limit=PORTION)

    def service(self, name: str) -> Service | None:
        """The service that an id means now."""
        query = (
            select(ServiceRow.payload)
            .join(ServiceIdRow, ServiceIdRow.service == ServiceRow.id)
            .where(ServiceIdRow.id == name)
        )
        payload = self._connection.execute(query).scalar()
        return service_from_json(payload) if payload is not None else None

    def service_states(self, *, day: date | None = None) -> Iterator[ServiceState]:
        """The services as the register had them (all states, or those of a day), by service and day."""
        query = select(ServiceStateRow.__table__).order_by(ServiceStateRow.service, ServiceStateRow.since)
        if day is not None:
            ends = ServiceStateRow.until
            query = query.where(ServiceStateRow.since <= day.isoformat()).where(
                or_(ends.is_(None), ends > day.isoformat())
            )
        for row in self._stream(query):
            yield ServiceState(
                since=date.fromisoformat(row.since),
                until=date.fromisoformat(row.until) if row.until else None,
                service=service_from_json(row.payload),
            )

    def service_ids(self) -> Iterator[tuple[str, str | None]]:
        """Every id that was ever given out, and the service it means now."""
        for row in self._stream(select(ServiceIdRow.id, ServiceIdRow.service)):
            yield row.id, row.service

    def _stream(self, query: Select[*tuple[Any, ...]]) -> CursorResult[Any]:
        return self._connection.execute(query, execution_options={"yield_per": PORTION})

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
