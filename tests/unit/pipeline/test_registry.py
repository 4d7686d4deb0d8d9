from datetime import date
from pathlib import Path

import pytest

from kb.model import Language, Service
from kb.pipeline import BadCursor, Home, NothingBuilt, Registry, UnknownName


def test_services_page_by_page_are_all_services(registry: Registry) -> None:
    whole = registry.services(limit=50)
    assert whole.next is None
    seen: list[Service] = []
    cursor = None
    while True:
        page = registry.services(after=cursor, limit=2)
        seen += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(seen) == whole.items
    assert [one.id for one in seen] == sorted(one.id for one in seen)


def test_a_card_and_its_pages_hold_the_same_statements(registry: Registry) -> None:
    service = max(registry.services().items, key=lambda one: len(registry.card(one.id).statements))
    card = registry.card(service.id)
    assert len(card.statements) > 3
    first = registry.statements(service.id, limit=2)
    assert first.items == card.statements[:2]
    rest = registry.statements(service.id, after=first.next, limit=10_000)
    assert first.items + rest.items == card.statements
    assert rest.next is None


def test_every_id_of_a_service_leads_to_it(registry: Registry) -> None:
    for service in registry.services().items:
        assert [registry.service(name) for name in service.ids] == [service] * len(service.ids)


def test_evidence_quotes_the_text_that_is_served(registry: Registry) -> None:
    statements = [one for one, _ in registry.all_statements()]
    assert len(statements) > 20
    for one in statements:
        place = one.evidence
        assert registry.text(place.snapshot)[place.start : place.end] == place.quote
        assert registry.snapshot(place.snapshot).document == place.document


def test_body_text_and_clauses_of_a_digest(registry: Registry) -> None:
    digest = next(registry.all_statements())[0].evidence.snapshot
    assert registry.body(digest).decode() == registry.text(digest)
    clauses = registry.clauses(digest)
    assert clauses
    assert all(0 <= one.start <= one.end <= len(registry.text(digest)) for one in clauses)


def test_unknown_names_are_told(registry: Registry) -> None:
    for ask in (registry.service, registry.card, registry.act, registry.text, registry.body, registry.snapshot):
        with pytest.raises(UnknownName):
            ask("sha256:" + "0" * 64)
    with pytest.raises(BadCursor):
        registry.statements(registry.services().items[0].id, after="gone")
    for cursor in ("zz", ""):
        with pytest.raises(BadCursor):
            registry.services(after=cursor)


def test_an_act_has_its_texts_in_both_languages(registry: Registry) -> None:
    acts = {one.evidence.act for one, _ in registry.all_statements() if one.evidence.act}
    assert acts
    for name in acts:
        record = registry.act(name)
        assert {one.edition.language for one in record.editions} == {Language.KK, Language.RU}
        assert record.act.title_kk
        assert record.act.title_ru
        for code in record.act.ids:
            assert registry.act(code) == record


def test_sources_count_what_is_archived_and_in_the_base(registry: Registry) -> None:
    state = {one.source.id: one for one in registry.sources()}["lawgit"]
    assert (state.archived, state.documents, state.removed, state.samples) == (12, 8, 0, 8)
    assert state.statements == registry.status().counts["statements"]
    assert state.newest is not None


def test_the_base_says_that_it_holds_samples(registry: Registry) -> None:
    status = registry.status()
    assert status.sample is True
    assert status.built_at is not None
    assert set(status.indexes) == {"services", "clauses", "words"}


def test_search_and_suggestions_find_a_service_by_its_name(registry: Registry) -> None:
    service = registry.services().items[0]
    name = service.name_kk or service.name_ru or ""
    assert registry.search(name, as_of=date(2026, 1, 1)).services[0].service.id == service.id
    assert service.id in {one.id for one in registry.suggest(name[:12])}


def test_an_answer_is_dated_today_unless_a_day_is_named(built_folder: Path) -> None:
    dated = Registry(Home(folder=built_folder), today=lambda: date(2024, 2, 29))
    name = dated.services().items[0].name_kk or ""
    assert dated.ask(f"{name} қанша тұрады?").as_of == date(2024, 2, 29)
    answer = dated.ask(f"{name} қанша тұрады?", as_of=date(2020, 1, 1), key="q7")
    assert (answer.as_of, answer.id) == (date(2020, 1, 1), "q7")
    dated.close()


def test_before_the_first_build_it_says_what_to_do(home: Home) -> None:
    registry = Registry(home)
    for ask in (registry.services, lambda: registry.service("x"), lambda: registry.search("паспорт")):
        with pytest.raises(NothingBuilt, match="kb import"):
            ask()
    with pytest.raises(NothingBuilt):
        list(registry.all_statements())
    assert registry.status().built_at is None
    assert all(one.archived == 0 for one in registry.sources())
    registry.close()
