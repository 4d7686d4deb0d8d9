"""Questions about keys, sessions and the audit trail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from kb.model.access import AccessKey, Actor, AuditEntry, Role
from kb.store.access_tables import AuditRow, KeyRow, SessionRow
from kb.store.audit_chain import BEFORE_ALL, chain_digest
from kb.store.portions import PORTION


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailCheck:
    """How many entries of the trail follow each other as they were written, and the digest of the last of them.

    `broken` is the number of the first entry that does not: it was altered, or one before it is missing.
    """

    entries: int
    head: str
    broken: int | None = None


class AccessReader:
    """Who may write, and what people changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_keys(self) -> bool:
        """Whether a key was ever made."""
        return self._connection.execute(select(KeyRow.id).limit(1)).first() is not None

    def access_keys(self) -> tuple[AccessKey, ...]:
        """All keys, also those that hold no more, by the time they were made."""
        rows = self._connection.execute(select(KeyRow.__table__).order_by(KeyRow.made_at, KeyRow.id))
        return tuple(_key(row) for row in rows)

    def access_key(self, name: str) -> tuple[AccessKey, str] | None:
        """The key of this id, and the digest of what opens with it."""
        row = self._connection.execute(select(KeyRow.__table__).where(KeyRow.id == name)).first()
        return (_key(row), row.digest) if row else None

    def session(self, digest: str) -> tuple[AccessKey, datetime] | None:
        """The key that the session with this digest was opened with, and when it ends."""
        query = select(KeyRow.__table__, SessionRow.ends_at).join(SessionRow, SessionRow.key == KeyRow.id)
        row = self._connection.execute(query.where(SessionRow.digest == digest)).first()
        return (_key(row), datetime.fromisoformat(row.ends_at)) if row else None

    def audit_entries(
        self, *, before: int | None = None, actor: str | None = None, action: str | None = None, limit: int = 50
    ) -> tuple[AuditEntry, ...]:
        """The newest entries before the one of that number, newest first; by one actor, of one action."""
        query = select(AuditRow.__table__).order_by(AuditRow.id.desc()).limit(limit)
        for column, wanted in ((AuditRow.actor, actor), (AuditRow.action, action)):
            if wanted is not None:
                query = query.where(column == wanted)
        if before is not None:
            query = query.where(AuditRow.id < before)
        return tuple(_entry(row) for row in self._connection.execute(query))

    def audit_holds(self, digest: str) -> bool:
        """Whether an entry has this digest."""
        return self._connection.execute(select(AuditRow.id).where(AuditRow.digest == digest)).first() is not None

    def check_audit(self) -> TrailCheck:
        """Reads the whole trail and computes every digest again."""
        count, head = 0, BEFORE_ALL
        for row in self._audit_rows():
            if (row.id, row.previous) != (count + 1, head) or chain_digest(row._asdict(), previous=head) != row.digest:
                return TrailCheck(entries=count, head=head, broken=row.id)
            count, head = row.id, row.digest
        return TrailCheck(entries=count, head=head)

    def _audit_rows(self) -> Iterator[Row[Any]]:
        last, query = 0, select(AuditRow.__table__).order_by(AuditRow.id).limit(PORTION)
        while rows := self._connection.execute(query.where(AuditRow.id > last)).all():
            yield from rows
            last = rows[-1].id


def _key(row: Row[Any]) -> AccessKey:
    return AccessKey(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        made_at=datetime.fromisoformat(row.made_at),
        last_day=date.fromisoformat(row.last_day) if row.last_day else None,
        withdrawn_at=datetime.fromisoformat(row.withdrawn_at) if row.withdrawn_at else None,
    )


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        actor=Actor(row.actor, Role(row.role), row.key),
        action=row.action,
        target=row.target,
        before=row.before,
        after=row.after,
        previous=row.previous,
        digest=row.digest,
    )
