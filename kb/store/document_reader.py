"""Questions about readings: documents, their clauses, the acts that they are texts of."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from kb.model import Act, Clause, ClauseKind, Document, Edition, Language, RegisterText, Snapshot
from kb.store.payloads import act_from_json, edition_from_json
from kb.store.portions import PORTION
from kb.store.tables import READING_ORDER, ActNameRow, ClauseRow, CompanionRow, DocumentRow
from kb.store.values import StoredReading, TakenText

REGISTER = "register"  # layout of its texts

# A reading without an act keeps a JSON null, which a database does not take for its own.
PRINTED_LAYOUTS = ("report", "plain")
_IS_ACT = DocumentRow.id.in_(select(ActNameRow.document_id))


class DocumentReader:
    """The readings of the base."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readings(self, source: str | None = None) -> Iterator[tuple[str, str]]:
        """The document and digest of every reading and companion, of one source if named."""
        for table in (DocumentRow, CompanionRow):
            query = select(table.document, table.digest)
            if source is not None:
                query = query.where(table.source == source)
            for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
                yield row.document, row.digest

    def reading(self, document: str, digest: str) -> StoredReading | None:
        """What decides whether a body is read again; None for one that was not read."""
        here = (DocumentRow.document == document, DocumentRow.digest == digest)
        query = select(DocumentRow.source, DocumentRow.version, DocumentRow.related).where(*here)
        if found := self._connection.execute(query).first():
            return StoredReading(found.source, found.version, found.related)
        beside = (CompanionRow.document == document, CompanionRow.digest == digest)
        if row := self._connection.execute(select(CompanionRow.source, CompanionRow.version).where(*beside)).first():
            return StoredReading(row.source, row.version, {}, companion=True)
        return None

    def documents(self) -> Iterator[Document]:
        """All readings, one at a time, without their blocks (nothing after the reading needs those)."""
        places = self._connection.execute(select(DocumentRow.id).order_by(*READING_ORDER)).scalars().all()
        for number in places:
            yield from self._documents(select(DocumentRow.__table__).where(DocumentRow.id == number))

    def editions(self) -> Iterator[Edition]:
        """The editions that the readings are texts of."""
        query = select(DocumentRow.edition).where(_IS_ACT).order_by(*READING_ORDER)
        rows = self._connection.execute(query, execution_options={"yield_per": PORTION})
        return (edition_from_json(found) for found in rows.scalars() if found)

    def register_texts(self) -> tuple[RegisterText, ...]:
        """The readings that are texts of the register of public services, in the order of documents."""
        columns = (
            DocumentRow.digest,
            DocumentRow.language,
            DocumentRow.edition,
            DocumentRow.taken_at,
            DocumentRow.title,
        )
        query = select(*columns).where(DocumentRow.layout == REGISTER).order_by(*READING_ORDER)
        return tuple(
            RegisterText(
                snapshot=row.digest,
                language=Language(row.language),
                edition=edition_from_json(row.edition).date if row.edition else None,
                taken_on=datetime.fromisoformat(row.taken_at).date(),
                title=row.title,
            )
            for row in self._connection.execute(query.where(DocumentRow.layout == REGISTER))
        )

    def texts_taken(self, since: datetime) -> tuple[TakenText, ...]:
        """The readings whose bodies were taken at that moment or later, the newest first, without their text."""
        columns = (
            DocumentRow.digest, DocumentRow.document, DocumentRow.title, DocumentRow.language, DocumentRow.source,
            DocumentRow.taken_at, DocumentRow.act, DocumentRow.edition,
        )  # fmt: skip
        query = (
            select(*columns)
            .where(DocumentRow.taken_at >= since.isoformat())
            .order_by(DocumentRow.taken_at.desc(), *READING_ORDER)
        )
        return tuple(
            TakenText(
                digest=row.digest,
                document=row.document,
                title=row.title,
                language=Language(row.language),
                source=row.source,
                taken_at=datetime.fromisoformat(row.taken_at),
                act=act_from_json(row.act) if row.act else None,
                edition=edition_from_json(row.edition).date if row.edition else None,
            )
            for row in self._connection.execute(query)
        )

    def acts(self) -> Iterator[Act]:
        """The acts that the readings are texts of, one for each reading."""
        query = select(DocumentRow.act).where(_IS_ACT).order_by(*READING_ORDER)
        rows = self._connection.execute(query, execution_options={"yield_per": PORTION})
        return (act_from_json(found) for found in rows.scalars() if found)

    def document(self, digest: str) -> Document | None:
        """The first reading of a body, without its blocks."""
        query = select(DocumentRow.__table__).where(DocumentRow.digest == digest).order_by(*READING_ORDER).limit(1)
        return next(self._documents(query), None)

    def printed_texts(self) -> tuple[tuple[str, str], ...]:
        """Digest and version of every reading that may print figures of a survey: reports and plain texts of no act."""
        query = select(DocumentRow.digest, DocumentRow.version).where(DocumentRow.layout.in_(PRINTED_LAYOUTS), ~_IS_ACT)
        return tuple(sorted({(row.digest, row.version) for row in self._connection.execute(query)}))

    def texts_of_act(self, name: str) -> tuple[Document, ...]:
        """The readings that are texts of an act, by any of its codes, by date of edition and language.

        Sources know an act by different codes: a text that shares a code with one of them is one of them.
        """
        numbers = self._numbers_of_act({name})
        query = select(DocumentRow.__table__).where(DocumentRow.id.in_(numbers)).order_by(*READING_ORDER)
        return tuple(sorted(self._documents(query), key=_edition_order))

    def acts_named(self, name: str) -> tuple[Act, ...]:
        """What the texts of an act (see `texts_of_act`) tell of it, in their order, without the texts themselves."""
        columns = (DocumentRow.act, DocumentRow.edition, DocumentRow.language)
        query = select(*columns).where(DocumentRow.id.in_(self._numbers_of_act({name}))).order_by(*READING_ORDER)
        told = [
            (act_from_json(row.act), edition_from_json(row.edition) if row.edition else None, Language(row.language))
            for row in self._connection.execute(query)
            if row.act
        ]
        return tuple(act for act, _, _ in sorted(told, key=lambda one: _by_edition(one[1], one[2])))

    def _numbers_of_act(self, names: set[str]) -> set[int]:
        """Row numbers of the readings that are tied to these names, at first or any further hand."""
        numbers: set[int] = set()
        while True:
            found = select(ActNameRow.document_id).where(ActNameRow.name.in_(names))
            numbers.update(self._connection.execute(found).scalars())
            tied = select(ActNameRow.name).where(ActNameRow.document_id.in_(numbers))
            more = set(self._connection.execute(tied).scalars()) - names
            if not more:
                return numbers
            names = names | more

    def _documents(self, query: Select[*tuple[Any, ...]]) -> Iterator[Document]:
        for row in self._connection.execute(query).all():
            yield _document(row, self._clauses(row.id))

    def _clauses(self, number: int) -> tuple[Clause, ...]:
        query = select(ClauseRow.__table__).where(ClauseRow.document_id == number).order_by(ClauseRow.position)
        return tuple(
            Clause(
                id=row.clause,
                kind=ClauseKind(row.kind),
                start=row.start,
                end=row.end,
                language=Language(row.language),
                label=row.label,
                number=row.number,
                parent=row.parent,
            )
            for row in self._connection.execute(query)
        )


def _edition_order(document: Document) -> tuple[str, str]:
    return _by_edition(document.edition, document.language)


def _by_edition(edition: Edition | None, language: Language) -> tuple[str, str]:
    return (edition.date.isoformat() if edition and edition.date else "", language.value)


def _document(row: Row[*tuple[Any, ...]], clauses: tuple[Clause, ...]) -> Document:
    return Document(
        snapshot=Snapshot(
            digest=row.digest,
            document=row.document,
            source=row.source,
            media_type=row.media_type,
            taken_at=datetime.fromisoformat(row.taken_at),
            size=row.size,
            language=Language(row.snapshot_language) if row.snapshot_language else None,
            sample=row.sample,
        ),
        text=row.text,
        language=Language(row.language),
        layout=row.layout,
        title=row.title,
        blocks=(),
        clauses=clauses,
        act=act_from_json(row.act) if row.act else None,
        edition=edition_from_json(row.edition) if row.edition else None,
        year=row.year,
    )
