"""Keeping keys and sessions, and adding to the audit trail."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from kb.model.access import AccessKey, Actor, AuditEntry
from kb.store.access_reader import AccessReader
from kb.store.access_tables import AuditRow, KeyRow, SessionRow
from kb.store.audit_chain import BEFORE_ALL, chain_digest
from kb.store.search_reader import moment_text


class AccessWriter(AccessReader):
    """Changes who may write. The audit trail is only added to, the database refuses anything else."""

    def note_audit(
        self,
        *,
        actor: Actor,
        action: str,
        target: str,
        before: Any = None,
        after: Any = None,
        at: datetime | None = None,
    ) -> AuditEntry:
        """Adds what a person changed to the trail, in the transaction of the change itself.

        `action` is a thing and what was done to it ("verdict.add"), `target` the id of what was changed, `before` and
        `after` plain JSON; `at` is now when left out. Secrets have no place in any of them.
        """
        # Writers come one after the other on both databases, so that two entries cannot follow the same one.
        last = self._connection.execute(
            select(AuditRow.id, AuditRow.digest).order_by(AuditRow.id.desc()).limit(1)
        ).first()
        number, previous = (last.id + 1, last.digest) if last else (1, BEFORE_ALL)
        moment = at or datetime.now(UTC)
        row = {
            "id": number, "at": moment_text(moment), "actor": actor.name, "role": actor.role.value, "key": actor.key,
            "action": action, "target": target, "before": before, "after": after,
        }  # fmt: skip
        digest = chain_digest(row, previous=previous)
        self._connection.execute(insert(AuditRow), {**row, "previous": previous, "digest": digest})
        return AuditEntry(
            id=number, at=moment, actor=actor, action=action, target=target, before=before, after=after,
            previous=previous, digest=digest,
        )  # fmt: skip

    def add_access_key(self, key: AccessKey, *, digest: str) -> None:
        """Keeps a key by the digest of what opens with it."""
        row = {
            "id": key.id,
            "name": key.name,
            "folded": folded_name(key.name),
            "role": key.role.value,
            "digest": digest,
            "made_at": moment_text(key.made_at),
            "last_day": key.last_day.isoformat() if key.last_day else None,
            "withdrawn_at": None,
        }
        self._connection.execute(insert(KeyRow), row)

    def withdraw_access_key(self, name: str, *, when: datetime) -> bool:
        """Takes the key of this id out of use and ends its sessions; tells whether it was in use."""
        self._connection.execute(delete(SessionRow).where(SessionRow.key == name))
        here = update(KeyRow).where(KeyRow.id == name, KeyRow.withdrawn_at.is_(None))
        return self._connection.execute(here.values(withdrawn_at=moment_text(when))).rowcount == 1

    def add_session(self, digest: str, *, key: str, now: datetime, ends_at: datetime) -> None:
        """Keeps a session by the digest of its secret, and forgets those that ended."""
        self._connection.execute(delete(SessionRow).where(SessionRow.ends_at <= moment_text(now)))
        self._connection.execute(insert(SessionRow), {"digest": digest, "key": key, "ends_at": moment_text(ends_at)})

    def end_session(self, digest: str) -> None:
        """Forgets a session."""
        self._connection.execute(delete(SessionRow).where(SessionRow.digest == digest))


def folded_name(name: str) -> str:
    """The form in which two names of keys may not be the same."""
    return name.casefold()
