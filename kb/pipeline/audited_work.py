"""Long work that a person starts, in the audit trail: its beginning, and how it ended."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from kb.model.access import Actor
from kb.model.plain_json import Json
from kb.store import Store, StoreError

LOG = logging.getLogger(__name__)


@contextmanager
def audited_work(store: Store, work: str, *, target: str, actor: Actor | None, asked: Json) -> Iterator[Json]:
    """Notes `WORK.begin` with what was asked for, and `WORK.end` with what is put into the mapping that comes back, or
    with the failure that ended the work; work that was killed has no end.

    Nothing is noted where no person does it (`actor` None). Each is an entry by itself: such work stores in many steps,
    some of them outside of the database.
    """
    told: Json = {}
    if actor is None:
        yield told
        return
    with store.write() as base:
        base.note_audit(actor=actor, action=f"{work}.begin", target=target, after=asked)
    try:
        yield told
    except BaseException as problem:  # also one that stops the program
        try:
            _note_end(store, work, target, actor, {"failed": type(problem).__name__, **told})
        except StoreError:  # what went wrong first is what has to be told
            LOG.warning("the end of this %s is not in the audit trail", work, exc_info=True)
        raise
    _note_end(store, work, target, actor, told)


def _note_end(store: Store, work: str, target: str, actor: Actor, told: Json) -> None:
    with store.write() as base:
        base.note_audit(actor=actor, action=f"{work}.end", target=target, after=told)
