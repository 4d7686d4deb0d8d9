"""What staff add to search, and what a search gets of it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from indexes.vocabulary import Term
from kb.model.access import LOCAL
from kb.pipeline import BadCuration, Home, Registry, UnknownName
from kb.pipeline.curation import Curation
from kb.pipeline.vocabulary_terms import find_term, term_label
from kb.store import Store

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
NEST = Term(theme="birds", kk=("ұя", "құс ұясы"), ru=("гнездо",), said=("құсүй",), short=("ҚҰ",))
BIRD = Term(theme="birds", kk=("құс",), ru=("птица", "гнездо птицы", "перо"))
WING = Term(theme="birds", kk=("қанат",), ru=("крыло", "перо"))
TERMS = (NEST, BIRD, WING)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    yield store
    store.close()


@pytest.fixture
def curation(store: Store) -> Curation:
    return Curation(store, clock=lambda: NOW)


def test_words_of_people_reach_a_search_and_leave_it_again(curation: Curation) -> None:
    made = curation.add_synonym(["оқубақ", "оқуүй"], term="школа", actor=LOCAL.signing(" Гүлнар  А. "))
    (term,) = curation.curated().terms
    assert (term.said, term.kk[0], term.ru[0], made.author) == (("оқубақ", "оқуүй"), "мектеп", "школа", "Гүлнар А.")
    curation.withdraw_synonym(made.id, actor=LOCAL)
    assert curation.curated().terms == ()
    assert curation.synonyms() == ()


def test_nothing_is_read_again_until_something_changes(curation: Curation, store: Store) -> None:
    curation.add_synonym(["оқубақ"], term="мектеп", actor=LOCAL.signing("Гүлнар"))
    held = curation.curated()
    assert curation.curated() is held
    Curation(store).add_synonym(["оқуүй"], term="мектеп", actor=LOCAL.signing("Ерлан"))  # as another program does
    assert [one.said for one in curation.curated().terms] == [("оқубақ",), ("оқуүй",)]


@pytest.mark.parametrize(
    ("words", "term", "author", "message"),
    [
        ([], "мектеп", "Гүлнар", "a word is needed"),
        ([" "], "мектеп", "Гүлнар", "a word is needed"),
        (["?!"], "мектеп", "Гүлнар", "no letter"),
        (["а" * 101], "мектеп", "Гүлнар", "at most 100"),
        (["сөз"] * 21, "мектеп", "Гүлнар", "at most 20"),
        (["а\x00б"], "мектеп", "Гүлнар", "cannot be shown"),
        (["[ЖСН]"], "мектеп", "Гүлнар", "masked"),
        (["Школа"], "мектеп", "Гүлнар", "has it in this term"),
        (["сөз"], "мектепшік", "Гүлнар", "no term"),
        (["сөз"], "мектеп", "", "name of the person"),
    ],
)
def test_what_cannot_be_a_synonym(curation: Curation, words: list[str], term: str, author: str, message: str) -> None:
    with pytest.raises(BadCuration, match=message):
        curation.add_synonym(words, term=term, actor=LOCAL.signing(author))
    assert curation.synonyms() == ()


def test_one_word_leads_to_a_term_once(curation: Curation) -> None:
    curation.add_synonym(["оқубақ"], term="мектеп", actor=LOCAL.signing("Гүлнар"))
    with pytest.raises(BadCuration, match="already"):
        curation.add_synonym(["Оқубақ"], term="школа", actor=LOCAL.signing("Ерлан"))
    assert len(curation.synonyms()) == 1


def test_what_is_not_in_use_cannot_be_withdrawn(curation: Curation) -> None:
    with pytest.raises(UnknownName, match="no synonym 7"):
        curation.withdraw_synonym(7, actor=LOCAL)
    with pytest.raises(UnknownName, match="no best bet 7"):
        curation.withdraw_best_bet(7, actor=LOCAL)


def test_a_term_is_found_by_its_label_its_first_words_and_its_others() -> None:
    for name in ("ұя – гнездо", "ГНЕЗДО", "ұя", "Құс  ұясы", "ҚҰ"):
        assert find_term(name, TERMS) is NEST, name
    assert find_term("құс", TERMS) is BIRD
    assert find_term(term_label(WING), TERMS) is WING


def test_a_term_that_cannot_be_told_is_named() -> None:
    with pytest.raises(BadCuration, match="'құс – птица'; 'қанат – крыло'"):
        find_term("перо", TERMS)
    with pytest.raises(BadCuration, match="no term 'құсүй'"):
        find_term("құсүй", TERMS)  # what people say names no term


def test_a_best_bet_names_a_service_of_the_base(built: Home, registry: Registry) -> None:
    store = built.store()
    curation = Curation(store, clock=lambda: NOW)
    service = next(registry.all_services())
    bet = curation.add_best_bet("құс  үйі", service.ids[-1], actor=LOCAL.signing("Гүлнар"))
    assert (bet.phrase, bet.service) == ("құс үйі", service.id)
    assert [(one.phrase, one.service) for one in curation.curated().best_bets] == [("құс үйі", service.id)]
    with pytest.raises(BadCuration, match="already"):
        curation.add_best_bet("Құс үйі", service.id, actor=LOCAL.signing("Ерлан"))
    with pytest.raises(UnknownName, match="no service"):
        curation.add_best_bet("құс үйі", "nobody", actor=LOCAL.signing("Ерлан"))
    assert [one.present for one in curation.best_bets()] == [True]
    with store.write() as base:
        base.save_services([])
    assert [one.present for one in curation.best_bets()] == [False]
    curation.withdraw_best_bet(bet.id, actor=LOCAL)
    assert curation.best_bets() == ()
    store.close()
