"""Several readers and writers of one base at once."""

import threading
from pathlib import Path

import pytest

from kb.model import Issue, Severity
from kb.store import Store, StoreError
from tests.unit.store.made_documents import (
    made_document,
    made_gap,
    made_mention,
    made_service,
    made_statements,
    made_survey,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path / 'base.sqlite'}")


def _save_all(store: Store, *, name: str = "queue.txt", service: str = "queue-1") -> None:
    document = made_document(name)
    with store.write() as base:
        base.save_reading(
            document,
            version="1",
            related={},
            mentions=[made_mention(document)],
            statements=made_statements(document),
            survey=[made_survey(document)],
            gaps=[made_gap(document)],
            issues=[Issue(code="odd", severity=Severity.WARNING, document=name, message="odd line", line=2)],
        )
        base.save_services([made_service(service, "queue-1")])


def test_two_threads_that_open_a_new_base_at_once_both_can(tmp_path: Path) -> None:
    url, problems = f"sqlite:///{tmp_path / 'base.sqlite'}", []

    def open_it() -> None:
        try:
            Store(url).close()
        except StoreError as problem:
            problems.append(problem)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


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
    inside = threading.Barrier(30, timeout=20)
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
    _save_all(store)
    with store.read() as reading:
        assert reading.counts()["documents"] == 1
        with store.write() as writing:
            writing.drop_reading("queue.txt", made_document().snapshot.digest)
        assert reading.counts()["documents"] == 1
    with store.read() as reading:
        assert reading.counts()["documents"] == 0
