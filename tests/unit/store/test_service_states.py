"""Services as editions of the register had them, and the texts of the register."""

from dataclasses import replace
from datetime import date

from kb.model import RegisterText, ServiceState
from kb.store import Store
from tests.unit.store.made_documents import made_document, made_service

FIRST, SECOND, THIRD = date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1)


def made_states() -> list[ServiceState]:
    queue, kite = made_service("queue-1"), made_service("kite-1")
    return [
        ServiceState(since=SECOND, until=None, service=replace(queue, automation="paper", one_stop=False)),
        ServiceState(since=FIRST, until=SECOND, service=queue),
        ServiceState(since=FIRST, until=THIRD, service=replace(kite, year_out=2026)),
    ]


def test_states_come_back_whole_and_in_order(store: Store) -> None:
    later, earlier, kite = made_states()
    with store.write() as base:
        base.save_service_states(made_states())
    with store.read() as base:
        assert list(base.service_states()) == [kite, earlier, later]


def test_the_states_of_a_day_begin_with_their_edition_and_end_before_the_next(store: Store) -> None:
    later, earlier, kite = made_states()
    with store.write() as base:
        base.save_service_states(made_states())
    with store.read() as base:
        assert list(base.service_states(day=date(2024, 2, 29))) == []
        assert list(base.service_states(day=FIRST)) == [kite, earlier]
        assert list(base.service_states(day=SECOND)) == [kite, later]
        assert list(base.service_states(day=THIRD)) == [later]


def test_a_build_replaces_the_states(store: Store) -> None:
    with store.write() as base:
        base.save_service_states(made_states())
        base.save_service_states(made_states()[:1])
    with store.read() as base:
        assert list(base.service_states()) == made_states()[:1]


def test_texts_of_the_register_are_told_with_their_days(store: Store) -> None:
    dated, undated = made_document("a.txt", edition=SECOND), made_document("b.txt", text="Тізілім\n")
    other = made_document("c.txt", text="Бұйрық\n", edition=FIRST)
    with store.write() as base:
        for document in (replace(dated, layout="register"), replace(undated, layout="register"), other):
            base.save_reading(document, version="1", related={})
    with store.read() as base:
        found = base.register_texts()
    assert found == tuple(
        RegisterText(
            snapshot=one.snapshot.digest, language=one.language, edition=day, taken_on=date(2024, 5, 6), title="Кезек"
        )
        for one, day in ((dated, SECOND), (undated, None))
    )
    assert [one.day for one in found] == [SECOND, date(2024, 5, 6)]
