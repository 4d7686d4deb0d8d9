"""Keys, sessions and the audit trail on both databases."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, create_engine, text

from kb.model.access import LOCAL, AccessKey, Actor, Role
from kb.store import Store, StoreError
from kb.store.audit_chain import BEFORE_ALL

NOON = datetime(2026, 3, 4, 7, tzinfo=UTC)
KEY = AccessKey(id="0a", name="Гүлнар", role=Role.LAWYER, made_at=NOON, last_day=date(2026, 12, 31))
LAWYER = Actor("Гүлнар", Role.LAWYER, "0a")
OTHER = AccessKey(id="0b", name="Ерлан", role=Role.READER, made_at=NOON + timedelta(days=1))


def note(store: Store, count: int = 3) -> None:
    with store.write() as base:
        for number in range(count):
            base.note_audit(
                actor=LAWYER, action="verdict.add", target=f"f{number}", after={"reason": "ә «»", "n": number}, at=NOON
            )


@contextmanager
def raw(url: str) -> Iterator[Connection]:
    """The database without this program, as somebody with its password has it."""
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_keys_are_listed_with_all_but_what_opens_with_them(store: Store) -> None:
    with store.read() as base:
        assert not base.has_keys()
    with store.write() as base:
        base.add_access_key(KEY, digest="d1")
        base.add_access_key(OTHER, digest="d2")
    with store.read() as base:
        assert base.has_keys()
        assert base.access_keys() == (KEY, OTHER)
        assert base.access_key("0a") == (KEY, "d1")
        assert base.access_key("0c") is None


def test_two_keys_of_one_name_are_refused_by_the_database(store: Store) -> None:
    with store.write() as base:
        base.add_access_key(KEY, digest="d1")
    twin = AccessKey(id="0c", name="ГҮЛНАР", role=Role.READER, made_at=NOON)
    with pytest.raises(StoreError), store.write() as base:
        base.add_access_key(twin, digest="d2")


def test_a_withdrawn_key_stays_listed_and_loses_its_sessions(store: Store) -> None:
    with store.write() as base:
        for key in (KEY, OTHER):
            base.add_access_key(key, digest=key.id)
            base.add_session(f"s{key.id}", key=key.id, now=NOON, ends_at=NOON + timedelta(hours=12))
        assert base.withdraw_access_key("0a", when=NOON)
        assert not base.withdraw_access_key("0a", when=NOON)
    with store.read() as base:
        assert base.access_keys()[0].withdrawn_at == NOON
        assert base.session("s0a") is None
        assert base.session("s0b") == (OTHER, NOON + timedelta(hours=12))


def test_sessions_that_ended_are_forgotten_when_another_begins(store: Store, store_url: str) -> None:
    with store.write() as base:
        base.add_access_key(KEY, digest="d1")
        base.add_session("early", key="0a", now=NOON, ends_at=NOON + timedelta(hours=1))
        base.add_session("late", key="0a", now=NOON + timedelta(hours=1), ends_at=NOON + timedelta(hours=2))
        base.end_session("nobody's")
    with raw(store_url) as connection:
        assert connection.execute(text("SELECT digest FROM sessions")).scalars().all() == ["late"]


def test_the_trail_tells_who_changed_what_the_newest_first(store: Store) -> None:
    note(store)
    with store.write() as base:
        base.note_audit(actor=LOCAL, action="key.add", target="Ерлан", before=["x"])
    with store.read() as base:
        newest, *rest = base.audit_entries()
        assert (newest.actor, newest.action, newest.before, newest.after) == (LOCAL, "key.add", ["x"], None)
        assert [one.target for one in rest] == ["f2", "f1", "f0"]
        assert (rest[0].actor, rest[0].at, rest[0].after) == (LAWYER, NOON, {"reason": "ә «»", "n": 2})
        assert [one.id for one in base.audit_entries(before=3, limit=1)] == [2]
        assert [one.id for one in base.audit_entries(actor="local")] == [4]
        assert [one.id for one in base.audit_entries(action="verdict.add", limit=2)] == [3, 2]
        assert base.audit_entries(actor="' OR 1=1 --") == ()


def test_an_entry_goes_with_the_change_that_it_tells(store: Store) -> None:
    def change() -> None:
        with store.write() as base:
            base.note_audit(actor=LAWYER, action="verdict.add", target="f")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    with store.read() as base:
        assert base.audit_entries() == ()


def test_a_whole_trail_is_told_whole_however_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.read() as base:
        assert (base.check_audit().entries, base.check_audit().head) == (0, BEFORE_ALL)
    monkeypatch.setattr("kb.store.access_reader.PORTION", 2)
    note(store, 5)
    with store.read() as base:
        check = base.check_audit()
        assert (check.entries, check.broken, check.head) == (5, None, base.audit_entries()[0].digest)
        assert base.audit_holds(check.head)
        assert not base.audit_holds("f" * 64)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'somebody else' WHERE id = 2",
        "UPDATE audit SET id = 9 WHERE id = 3",
        "DELETE FROM audit WHERE id = 3",
        "DELETE FROM audit",
    ],
)
def test_the_database_refuses_to_alter_or_delete_an_entry(store: Store, store_url: str, statement: str) -> None:
    note(store)
    with pytest.raises(Exception, match="the audit trail is only added to"), raw(store_url) as connection:
        connection.execute(text(statement))
    with store.read() as base:
        assert (base.check_audit().entries, base.check_audit().broken) == (3, None)


def test_a_row_of_the_trail_cannot_be_written_over(store: Store, store_url: str) -> None:
    note(store)
    over = "(id, at, actor, role, action, target, previous, digest) VALUES (2, 'a', 'b', 'c', 'd', 'e', 'f', 'g')"
    sqlite = store_url.startswith("sqlite")
    statements = (
        [f"INSERT OR REPLACE INTO audit {over}", f"REPLACE INTO audit {over}"]
        if sqlite
        else [
            "TRUNCATE audit",
            f"INSERT INTO audit {over} ON CONFLICT (id) DO UPDATE SET actor = 'b'",
        ]
    )
    for statement in statements:
        with pytest.raises(Exception, match="the audit trail is only added to"), raw(store_url) as connection:
            connection.execute(text(statement))
    with store.read() as base:
        assert (base.check_audit().entries, base.check_audit().broken) == (3, None)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET actor = 'somebody else' WHERE id = 2", 2),
        ("UPDATE audit SET role = 'reader' WHERE id = 1", 1),
        ("UPDATE audit SET key = NULL WHERE id = 3", 3),
        ('UPDATE audit SET after = \'{"reason": "other"}\' WHERE id = 2', 2),
        ("DELETE FROM audit WHERE id = 2", 3),
        ("DELETE FROM audit WHERE id = 1", 2),
        ("UPDATE audit SET target = 'f9', digest = previous WHERE id = 3", 3),
    ],
)
def test_who_gets_round_the_triggers_is_found_by_the_chain(
    store: Store, store_url: str, statement: str, broken: int
) -> None:
    note(store)
    with raw(store_url) as connection:
        for trigger in ("audit_kept", "audit_whole"):
            connection.execute(text(f"DROP TRIGGER {trigger}" + ("" if "sqlite" in store_url else " ON audit")))
        connection.execute(text(statement.replace(":", "\\:")))
    with store.read() as base:
        assert base.check_audit().broken == broken


def test_a_trail_cut_at_its_end_is_told_by_a_digest_that_was_noted(store: Store, store_url: str) -> None:
    note(store)
    with store.read() as base:
        noted = base.check_audit().head
    with raw(store_url) as connection:
        for trigger in ("audit_kept", "audit_whole"):
            connection.execute(text(f"DROP TRIGGER {trigger}" + ("" if "sqlite" in store_url else " ON audit")))
        connection.execute(text("DELETE FROM audit WHERE id = 3"))
    with store.read() as base:
        assert base.check_audit().broken is None
        assert not base.audit_holds(noted)


def test_entries_of_several_writers_at_once_follow_each_other(store: Store) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: note(store, 3), range(8)))
    with store.read() as base:
        assert (base.check_audit().entries, base.check_audit().broken) == (24, None)


@pytest.mark.parametrize("method", ["note_audit", "add_access_key", "withdraw_access_key"])
def test_who_only_reads_has_no_way_to_write(store: Store, method: str) -> None:
    with store.read() as base:
        found: Callable[..., object] | None = getattr(base, method, None)
    assert found is None
