"""The tables. Alembic (`kb/store/migrations`) makes them; these classes only describe them.

Types are those that SQLite and PostgreSQL share. Days and times are ISO 8601 text: they sort as they
read and come back exactly as they were stored.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Words sort by the codes of their letters, as SQLite and Python sort them: two bases of one archive list the same,
# whatever language the server was set up for.
WORDS = String().with_variant(String(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Common base; a Python dict or list is kept as JSON."""

    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy's own declaration)
        dict[str, Any]: JSON,
        list[Any]: JSON,
        str: WORDS,
    }


class BaseNameRow(Base):
    """The base's own name, in one row; several bases keep apart by it on one search engine."""

    __tablename__ = "base"

    name: Mapped[str] = mapped_column(primary_key=True)


class DocumentRow(Base):
    """A reading: one archived body, read by one version of the code.

    `related` has a digest of the bodies that were read along, by the pattern of their names.
    """

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("document", "digest", name="documents_place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    source: Mapped[str] = mapped_column(index=True)
    version: Mapped[str]
    related: Mapped[dict[str, Any]]
    media_type: Mapped[str]
    taken_at: Mapped[str]
    size: Mapped[int]
    sample: Mapped[bool]
    language: Mapped[str]
    snapshot_language: Mapped[str | None]
    layout: Mapped[str]
    title: Mapped[str | None]
    year: Mapped[int | None]
    act: Mapped[dict[str, Any] | None]
    edition: Mapped[dict[str, Any] | None]
    text: Mapped[str]


# Rows of a table are listed in the order of document names and of reading, never in the order of row
# numbers: two bases built from one archive list the same.
READING_ORDER = (DocumentRow.document, DocumentRow.digest)


class CompanionRow(Base):
    """An archived body that is no document of its own and is only read along with others."""

    __tablename__ = "companions"

    document: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    version: Mapped[str]


class ActNameRow(Base):
    """Every code that an act is known by, and the readings that are texts of it."""

    __tablename__ = "act_names"

    name: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


class ClauseRow(Base):
    """A clause of a reading, in reading order."""

    __tablename__ = "clauses"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    clause: Mapped[str]
    kind: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    language: Mapped[str]
    label: Mapped[str | None]
    number: Mapped[str | None]
    parent: Mapped[str | None]


class MentionRow(Base):
    """A service as a reading names it."""

    __tablename__ = "mentions"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]


class StatementRow(Base):
    """One stated value; `payload` is its line of the statements export without the service.

    `valid_from`, `valid_to` and `act` (the one id of the act that the evidence stands in) are worked out by
    each build from all acts and editions in the base; the payload keeps what the text itself says.
    """

    __tablename__ = "statements"
    __table_args__ = (Index("statements_reading", "document_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    position: Mapped[int]
    mention: Mapped[str] = mapped_column(index=True)
    attribute: Mapped[str] = mapped_column(index=True)
    source_kind: Mapped[str] = mapped_column(index=True)
    valid_from: Mapped[str | None]
    valid_to: Mapped[str | None]
    act: Mapped[str | None]
    payload: Mapped[dict[str, Any]]


class SurveyTableRow(Base):
    """Survey figures of a service as a reading prints them."""

    __tablename__ = "survey"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    mention: Mapped[str] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]


class GapRow(Base):
    """A value that a reading leaves out."""

    __tablename__ = "gaps"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    mention: Mapped[str] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]


class RemarkRow(Base):
    """What a reading tells about a service that is no value of its standard."""

    __tablename__ = "remarks"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    mention: Mapped[str] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]


class IssueRow(Base):
    """What a reading or the last build could not take in; `document_id` is null for an issue of the build."""

    __tablename__ = "issues"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), index=True)
    code: Mapped[str]
    severity: Mapped[str]
    document: Mapped[str]
    message: Mapped[str]
    line: Mapped[int | None]


class ServiceRow(Base):
    """A resolved service; `payload` is its line of the services export."""

    __tablename__ = "services"

    id: Mapped[str] = mapped_column(primary_key=True)
    payload: Mapped[dict[str, Any]]


class ServiceStateRow(Base):
    """A service as the register had it from the edition of `since` until that of `until` (null = the newest).

    `payload` is its line of the services export; each build makes these anew.
    """

    __tablename__ = "service_states"

    service: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[str | None]
    payload: Mapped[dict[str, Any]]


class ServiceIdRow(Base):
    """Every id that was ever given out; `service` is the service it means now, null when none."""

    __tablename__ = "service_ids"

    id: Mapped[str] = mapped_column(primary_key=True)
    service: Mapped[str | None] = mapped_column(index=True)


class KeyPlaceRow(Base):
    """The documents and clauses (empty = the whole document) that a mention's key stood for when it was last read."""

    __tablename__ = "key_places"

    key: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(primary_key=True)
    clause: Mapped[str] = mapped_column(primary_key=True)


class BuildRow(Base):
    """A finished build: what it counted and which indexes it filled. The newest is the live one."""

    __tablename__ = "builds"

    id: Mapped[int] = mapped_column(primary_key=True)
    finished_at: Mapped[str]
    version: Mapped[str]
    indexes: Mapped[dict[str, Any]]
    counts: Mapped[dict[str, Any]]


class RemovedRow(Base):
    """A document taken out of the base; the archive keeps it, and importing it again lifts this mark."""

    __tablename__ = "removed"

    source: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(primary_key=True)


class RunRow(Base):
    """A run of collection; `reach` is what was asked for, as JSON, and `finished_at` is null until the run ends."""

    __tablename__ = "runs"
    __table_args__ = (Index("runs_source", "source"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    reach: Mapped[str]
    started_at: Mapped[str]
    finished_at: Mapped[str | None]
    state: Mapped[str]
    counts: Mapped[dict[str, Any]]
    alarms: Mapped[list[Any]]
