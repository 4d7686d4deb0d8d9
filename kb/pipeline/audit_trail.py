"""The audit trail as people read it: who changed what, and whether it is whole."""

from collections.abc import Iterator

from kb.model.access import AuditEntry
from kb.model.plain_json import Json
from kb.pipeline.errors import BadCursor
from kb.pipeline.states import Page
from kb.store import Store, TrailCheck

PORTION = 500


class AuditTrail:
    """The trail of a base, for reading: only the writes of people add to it (`Writer.note_audit`)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(
        self, *, after: str | None = None, actor: str | None = None, action: str | None = None, limit: int = 50
    ) -> Page[AuditEntry]:
        """Entries, the newest first; `after` is the cursor of the page before; raises BadCursor."""
        if after is not None and not (after.isascii() and after.isdigit() and len(after) < 10):
            raise BadCursor("this cursor is none of the audit trail; begin with the first page")
        before = int(after) if after is not None else None
        with self._store.read() as base:
            found = base.audit_entries(before=before, actor=actor, action=action, limit=limit + 1)
        return Page(found[:limit], str(found[limit - 1].id) if len(found) > limit else None)

    def all(self) -> Iterator[AuditEntry]:
        """Every entry, the newest first."""
        with self._store.read() as base:
            before: int | None = None
            while found := base.audit_entries(before=before, limit=PORTION):
                yield from found
                before = found[-1].id

    def check(self) -> TrailCheck:
        """Whether all entries follow each other as they were written; reads the whole trail."""
        with self._store.read() as base:
            return base.check_audit()

    def holds(self, digest: str) -> bool:
        """Whether the trail has the entry of this digest: one that was noted elsewhere tells a trail cut short."""
        with self._store.read() as base:
            return base.audit_holds(digest)


def audit_entry_to_json(entry: AuditEntry) -> Json:
    """The shape of /v1/audit."""
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "actor": entry.actor.name,
        "role": entry.actor.role.value,
        "key": entry.actor.key,
        "action": entry.action,
        "target": entry.target,
        "before": entry.before,
        "after": entry.after,
        "previous": entry.previous,
        "digest": entry.digest,
    }
