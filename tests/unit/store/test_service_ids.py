"""Ids that were given out once lead to the service that they meant."""

from dataclasses import replace

from kb.store import Store
from tests.unit.store.made_documents import TEXT, made_document, made_mention, made_service


def build(store: Store, *, text: str, keys: list[str], clauses: list[str], name: str = "queue.txt") -> None:
    """One document with a mention a clause, in place of its earlier reading; each key is a service."""
    document = made_document(name, text=text)
    mentions = [
        replace(made_mention(document, key), evidence=document.cite(0, 5, clause))
        for key, clause in zip(keys, clauses, strict=True)
    ]
    with store.write() as base:
        for place, digest in tuple(base.readings()):
            if place == name:
                base.drop_reading(place, digest)
        base.save_reading(document, version="1", related={}, mentions=mentions)
        base.save_services([made_service(key) for key in keys])


def ids(store: Store) -> dict[str, str | None]:
    with store.read() as base:
        return dict(base.service_ids())


def test_a_key_that_changed_leads_to_the_service_in_the_same_place(store: Store) -> None:
    build(store, text=TEXT, keys=["old-1", "old-2"], clauses=["annex-1", "annex-2"])
    build(store, text=TEXT.replace("3 жұмыс", "5 жұмыс"), keys=["new-1", "new-2"], clauses=["annex-1", "annex-2"])
    assert ids(store) == {"old-1": "new-1", "old-2": "new-2", "new-1": "new-1", "new-2": "new-2"}
    with store.read() as base:
        found = base.service("old-2")
    assert found is not None
    assert found.ids == ("new-2", "old-2")


def test_it_still_leads_there_after_further_builds(store: Store) -> None:
    for number in range(4):
        build(store, text=f"{TEXT}{number}", keys=[f"key-{number}"], clauses=["annex-1"])
    assert ids(store) == dict.fromkeys(("key-0", "key-1", "key-2", "key-3"), "key-3")


def test_a_place_that_is_gone_for_a_while_is_remembered(store: Store) -> None:
    build(store, text=TEXT, keys=["old"], clauses=["annex-1"])
    build(store, text=f"{TEXT}.", keys=[], clauses=[])
    assert ids(store) == {"old": None}
    build(store, text=f"{TEXT}..", keys=["new"], clauses=["annex-1"])
    assert ids(store) == {"old": "new", "new": "new"}


def test_a_place_with_two_services_says_nothing_of_either(store: Store) -> None:
    build(store, text=TEXT, keys=["old"], clauses=["annex-1"])
    build(store, text=f"{TEXT}.", keys=["new-1", "new-2"], clauses=["annex-1", "annex-1"])
    assert ids(store)["old"] is None


def test_a_key_in_another_document_is_another_service(store: Store) -> None:
    build(store, text=TEXT, keys=["old"], clauses=["annex-1"])
    build(store, text=TEXT, keys=["new"], clauses=["annex-1"], name="other.txt")
    assert ids(store)["old"] is None


def test_a_code_goes_with_the_keys_of_its_service(store: Store) -> None:
    build(store, text=TEXT, keys=["old"], clauses=["annex-1"])
    with store.write() as base:
        base.save_services([made_service("00101", "old")])
    build(store, text=f"{TEXT}.", keys=["new"], clauses=["annex-1"])
    assert ids(store) == {"00101": "new", "old": "new", "new": "new"}
