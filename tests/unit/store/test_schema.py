import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from kb.store import Store, StoreError
from kb.store.schema import HEAD, MIGRATIONS
from kb.store.tables import Base
from tests.unit.store.made_documents import made_document, made_service, made_statements


def test_the_migrations_make_exactly_the_tables_that_the_code_describes(store_url: str) -> None:
    Store(store_url).close()
    with create_engine(store_url).connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
        assert connection.dialect.has_table(connection, "statements")
    assert differences == []


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_base_of_the_first_tables_is_brought_up_with_all_it_holds(store_url: str) -> None:
    with _migration(store_url) as (connection, config):
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO service_ids (id, service) VALUES ('old', NULL)")
    store = Store(store_url)
    with store.read() as base:
        assert dict(base.service_ids()) == {"old": None}
        assert list(base.statements()) == []
    store.close()


def test_a_base_goes_down_and_up_again_and_keeps_what_the_older_tables_hold(store_url: str) -> None:
    document = made_document()
    store = Store(store_url)
    with store.write() as base:
        name = base.name()
        base.save_reading(document, version="1", related={}, statements=made_statements(document))
        base.save_services([made_service("queue-1")])
        stated = [one for one, _ in base.statements()]
    store.close()
    with _migration(store_url) as (connection, config):
        command.downgrade(config, "0001")
        assert {"runs", "key_places", "questions", "feedback", "mystery_runs"}.isdisjoint(
            inspect(connection).get_table_names()
        )
        assert connection.exec_driver_sql("SELECT count(*) FROM statements").scalar() == 3
    store = Store(store_url)
    with store.read() as base:
        assert base.name() == name
        assert [one for one, _ in base.statements()] == stated
        assert base.document(document.snapshot.digest) == document
    store.close()


def test_the_way_down_ends_with_nothing_left_behind(store_url: str) -> None:
    Store(store_url).close()
    with _migration(store_url) as (connection, config):
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


@contextmanager
def _migration(url: str) -> Iterator[tuple[Connection, Config]]:
    """A transaction and the settings with which Alembic works in it."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        yield connection, config
    engine.dispose()


def test_a_newer_database_is_one_clear_message_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite"
    Store(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer version of this program \(schema 9999") as told:
        Store(f"sqlite:///{path}")
    assert "\n" not in str(told.value)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def test_sqlite_runs_with_wal_and_foreign_keys(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite"
    store = Store(f"sqlite:///{path}")
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with store.read() as base:
        assert base._connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert base._connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


@pytest.mark.parametrize("url", ["nonsense", "mysql://a:b@c/d", "postgresql+psycopg://u:geheim@127.0.0.1:1/x"])
def test_a_database_that_cannot_be_used_is_told_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as told:
        Store(url)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "base.sqlite"
    path.write_bytes(b"this is a letter, not a database" * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"this is a letter")
