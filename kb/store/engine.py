"""Opening the database and its transactions."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError as SqliteError
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from kb.store.errors import StoreBusy, StoreError

BUSY_TIMEOUT_MS = 10_000
_LOOK_AGAIN_MS = 20
KEPT = 10
SERVER_CONNECTIONS = 40
WRITE_LOCK = 0x616E7971  # any number that no other program on the same server takes
_LOCKED = ("55P03", "SQLITE_BUSY")  # what PostgreSQL and SQLite call a lock that somebody else has


def open_engine(url: str) -> Engine:
    """An engine for the database at `url`; on SQLite with WAL, foreign keys and a busy timeout of 10 s.

    Raises StoreError for a URL that cannot be read; the password in it is never repeated.
    """
    try:
        engine = create_engine(url, json_serializer=_to_json, **_pool(url))
    except (ArgumentError, ImportError, ValueError) as problem:
        raise StoreError("the database URL cannot be read; expected sqlite:///… or postgresql+psycopg://…") from problem
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _pool(url: str) -> dict[str, Any]:
    """How connections are kept: `KEPT` stay open, and no reader waits for another one's.

    A connection to a file costs a file handle; those of a server are bounded by the threads that answer requests,
    each of which holds one at a time.
    """
    place = make_url(url)
    if place.get_backend_name() != "sqlite":
        return {"pool_size": KEPT, "max_overflow": SERVER_CONNECTIONS - KEPT, "pool_pre_ping": True}
    if not place.database or place.database == ":memory:":
        return {}
    return {"poolclass": QueuePool, "pool_size": KEPT, "max_overflow": -1}


def shown_url(url: str) -> str:
    """The URL as it may be shown and logged: without its password."""
    return make_url(url).render_as_string(hide_password=True)


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction: everything in it is stored, or nothing; those that write come one after the other.

    Database errors come out as StoreError, as StoreBusy where another program goes on writing for `BUSY_TIMEOUT_MS`.
    """
    try:
        with engine.connect() as connection:
            connection.execution_options(anyq_writing=writing)
            if not writing and engine.dialect.name != "sqlite":
                # a server would show what others store meanwhile; a file shows one state to a transaction by itself
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                if writing and engine.dialect.name == "postgresql":
                    _lock_server(connection)
                yield connection
    except SQLAlchemyError as problem:
        raise tell_failure(engine, problem) from problem


def tell_failure(engine: Engine, problem: SQLAlchemyError) -> StoreError:
    """What is wrong with the database, in one line without its password."""
    cause = getattr(problem, "orig", None) or problem
    place = engine.url.render_as_string(hide_password=True)
    if (getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)) in _LOCKED:
        return StoreBusy(f"another program is writing to the database {place}; try again when it is done")
    return StoreError(f"the database {place} does not work: {str(cause).strip().splitlines()[0]}")


def _to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    # The driver would begin transactions on its own and leave table changes outside of them;
    # with None it keeps out, and `_begin_sqlite` begins each transaction.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    _log_ahead(connection)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _log_ahead(connection: SqliteConnection) -> None:
    # Of two programs that switch a new file over at the same moment SQLite refuses one at once: the busy timeout does
    # not hold for this step.
    for _ in range(BUSY_TIMEOUT_MS // _LOOK_AGAIN_MS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except SqliteError as problem:
            if problem.sqlite_errorname not in _LOCKED:
                raise
            time.sleep(_LOOK_AGAIN_MS / 1000)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _lock_server(connection: Connection) -> None:
    # A server lets two write at once, each unaware of what the other is about to store: a decision that a person takes
    # in the middle of a build on another machine would be overwritten. A file has this lock by itself.
    connection.execute(text(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": WRITE_LOCK})
    connection.execute(text("SET LOCAL lock_timeout = DEFAULT"))


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: a transaction that begins by reading and then writes could not
    # wait for another writer and would fail instead.
    writing = connection.get_execution_options().get("anyq_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
