"""The tables of keys, sessions and the audit trail; no build touches them."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class KeyRow(Base):
    """An access key: the digest of it, never the key. Rows are never deleted, so that a name keeps meaning one key.

    `folded` is the name in lower case: two names that differ in nothing else would be one to a reader.
    """

    __tablename__ = "access_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    digest: Mapped[str]
    made_at: Mapped[str]
    last_day: Mapped[str | None]
    withdrawn_at: Mapped[str | None]


class SessionRow(Base):
    """Somebody signed in to the pages; `digest` is that of what the cookie holds."""

    __tablename__ = "sessions"

    digest: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(ForeignKey("access_keys.id"), index=True)
    ends_at: Mapped[str]


class AuditRow(Base):
    """A change made by a person; triggers of the database refuse to alter or delete a row."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]
    key: Mapped[str | None]
    action: Mapped[str] = mapped_column(index=True)
    target: Mapped[str]
    before: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    previous: Mapped[str]
    digest: Mapped[str]
