"""Several readers and writers of one base at once."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import psycopg
import pytest

from kb.store import Store, StoreBusy, StoreError
from kb.store.engine import WRITE_LOCK
from tests.unit.store.made_documents import (
    made_document,
    save_all,
)


def test_threads_that_open_a_new_base_at_once_all_can(store_url: str) -> None:
    problems = []

    def open_it() -> None:
        try:
            Store(store_url).close()
        except StoreError as problem:
            problems.append(problem)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


@contextmanager
def somebody_writes(url: str, *, wal: bool = False) -> Iterator[Callable[[], object]]:
    """Another program holds the write lock of a database without tables, until what comes back is called."""
    if url.startswith("sqlite"):
        file = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False)
        if wal:
            file.execute("PRAGMA journal_mode=WAL")
        file.execute("BEGIN IMMEDIATE")
        with closing(file):
            yield file.rollback
    else:
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as server:
            server.execute("SELECT pg_advisory_lock(%s)", [WRITE_LOCK])
            yield lambda: server.execute("SELECT pg_advisory_unlock_all()")


@pytest.mark.parametrize("wal", [False, True])
def test_who_opens_a_new_base_that_another_program_is_making_waits_longer_than_a_writer(
    store_url: str, monkeypatch: pytest.MonkeyPatch, wal: bool
) -> None:
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 100)
    with somebody_writes(store_url, wal=wal) as end:
        later = threading.Timer(0.5, end)
        later.start()
        Store(store_url).close()
        later.join()


def test_who_opens_a_new_base_is_told_when_that_never_ends(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 20)
    with somebody_writes(store_url), pytest.raises(StoreBusy, match="try again"):
        Store(store_url)


def test_writers_wait_for_each_other(store: Store) -> None:
    def add(name: str) -> None:
        with store.write() as base:
            base.mark_removed("files", [name])

    threads = [threading.Thread(target=add, args=(f"d{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as base:
        assert len(base.removed()) == 8


def test_many_readers_at_once_do_not_wait_for_each_other(store: Store) -> None:
    inside = threading.Barrier(30, timeout=90)
    names = []

    def look() -> None:
        with store.read() as base:
            inside.wait()
            names.append(base.name())

    threads = [threading.Thread(target=look) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names) == 30


def test_a_reader_sees_one_state_while_a_build_stores_another(store: Store) -> None:
    save_all(store)
    with store.read() as reading:
        assert reading.counts()["documents"] == 1
        with store.write() as writing:
            writing.drop_reading("queue.txt", made_document().snapshot.digest)
        assert reading.counts()["documents"] == 1
    with store.read() as reading:
        assert reading.counts()["documents"] == 0


def test_a_writer_is_told_that_another_one_goes_on_and_readers_are_not(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    other = Store(store_url)
    try:
        with store.write() as base:
            base.mark_removed("files", ["queue.txt"])
            with pytest.raises(StoreBusy, match="try again"), other.write() as late:
                late.mark_removed("files", ["desk.txt"])
            with other.read() as reading:
                assert reading.removed() == frozenset()
        with other.write() as late:
            late.mark_removed("files", ["desk.txt"])
            assert len(late.removed()) == 2
    finally:
        other.close()


def test_programs_that_write_at_once_lose_nothing(store: Store, store_url: str) -> None:
    code = (
        "import sys; from kb.store import Store\n"
        "store = Store(sys.argv[1])\n"
        "for number in range(10):\n"
        "    with store.write() as base:\n"
        "        base.mark_removed('files', [f'{sys.argv[2]}-{number}'])\n"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, store_url, str(number)]) for number in range(3)]
    assert [program.wait(timeout=120) for program in programs] == [0, 0, 0]
    with store.read() as base:
        assert len(base.removed()) == 30
