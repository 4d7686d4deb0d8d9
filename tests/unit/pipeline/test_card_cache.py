"""A card is read once while the base stays as it is, and anew after a build and after a decision."""

import pytest

from kb.model import Attribute, Verdict
from kb.model.access import LOCAL
from kb.pipeline import Registry, UnknownName, build_base, import_paths
from kb.pipeline.card_cache import CardCache
from kb.pipeline.cards import read_card
from kb.store import ReviewFilter

TERM = "10 (он) жұмыс күні;"


@pytest.fixture
def doubtful(built, acts):
    """A built home with a term that was read with doubt, and the folder of its acts."""
    change(built, acts, TERM, "10 (он) күн;")
    return built, acts


def change(home, acts, old, new):
    (sheet,) = acts.rglob("*-990001/kaz.md")
    text = sheet.read_text(encoding="utf-8")
    assert old in text
    sheet.write_text(text.replace(old, new), encoding="utf-8")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()


def test_a_card_is_the_same_by_any_of_its_ids_until_the_base_changes(doubtful):
    home, acts = doubtful
    registry = Registry(home)
    service = next(one for one in registry.all_services() if "990001" in one.id)
    first = registry.card(service.id)
    assert registry.card(service.id) is first
    assert all(registry.card(name) == first for name in service.ids)
    with home.store().read() as base:
        assert first == read_card(base, service.id)

    (item,) = registry.reviews.listed(ReviewFilter(attribute=Attribute.DEADLINE)).items
    registry.reviews.decide(item.item.id, Verdict.REJECT, reason="оқыдым", actor=LOCAL)
    decided = registry.card(service.id)
    assert len(decided.statements) == len(first.statements) - 1
    assert registry.card(service.id) is decided

    change(home, acts, "10 (он) күн;", "11 (он бір) жұмыс күні;")
    built = registry.card(service.id)
    assert any("11 (он бір)" in one.evidence.quote for one in built.statements)
    with pytest.raises(UnknownName):
        registry.card("no-such-service")
    registry.close()


def test_no_more_cards_are_kept_than_it_may(built):
    registry = Registry(built)
    names = [one.id for one in registry.all_services()]
    registry.close()
    assert len(names) > 2
    cache = CardCache(most=2)
    store = built.store()
    with store.read() as base:
        card = cache.reading(base)
        first = card(names[0])
        assert card(names[0]) is first
        card(names[1])
        card(names[2])
        assert card(names[0]) is not first
        assert card(names[0]) == first
    store.close()
