"""What a query asks for."""

import pytest

from indexes.vocabulary import Term, read_vocabulary
from kb.model import Language
from kb.search import BadQuery
from kb.search.analysed import LONGEST_TOKEN
from kb.search.concept import Origin, Understood
from kb.search.understanding import MOST_CONCEPTS, MOST_WORDINGS, understand
from kb.text.words import read_words
from tests.unit.search.known_words import WordsInMemory

KNOWN = WordsInMemory("балабақша кезек куәлік апостиль анықтама керек")
VOCABULARY_KNOWN = WordsInMemory(  # as in a built base, which knows the words of the vocabulary beside those of texts
    " ".join(
        word.surface
        for term in read_vocabulary()
        for phrase in (*term.official, *term.said)
        for word in read_words(phrase).items
    )
)
TERM = Term(
    theme="t", kk=("ғарыш кемесі",), ru=("космический корабль",), said=("ракета", "летающая тарелка"), short=("ҒК",)
)


def _words(understood: Understood, origin: Origin) -> set[str]:
    return {
        " ".join(one.words) for concept in understood.concepts for one in concept.alternatives if one.origin is origin
    }


@pytest.mark.parametrize(
    "asked", ["ракета", "летающую тарелку", "ракетаны", "ғарыш кемесін", "космического корабля", "ҒК"]
)
def test_every_wording_leads_to_the_official_words_of_both_languages(asked: str) -> None:
    found = _words(understand(asked, KNOWN, terms=(TERM,)), Origin.VOCABULARY)

    assert {"ғарыш кемесі", "космический корабль"} <= found
    assert "ракета" not in found


@pytest.mark.parametrize("term", read_vocabulary(), ids=lambda term: f"{term.theme}: {term.kk[0]}")
def test_every_term_of_the_vocabulary_works_in_both_directions(term: Term) -> None:
    heads = {tuple(word.surface for word in read_words(head).items) for head in (term.kk[0], term.ru[0])}
    for asked in (*term.official, *term.said):
        concepts = understand(asked, VOCABULARY_KNOWN).concepts
        found = {one.words for concept in concepts for one in concept.alternatives}
        assert heads <= found, asked


@pytest.mark.parametrize("asked", ["ракетамды", "ракеталарымыздан", "звездолётымыз", "ҒК"])
def test_kazakh_endings_behind_any_word(asked: str) -> None:
    term = Term(theme="t", kk=TERM.kk, ru=TERM.ru, said=("ракета", "звездолёт"), short=("ҒК",))

    assert {"ғарыш кемесі"} <= _words(understand(asked, KNOWN, terms=(term,)), Origin.VOCABULARY)


@pytest.mark.parametrize("asked", ["ракетодром", "ракетчиками", "ракетаныр"])
def test_a_longer_word_is_no_form_of_its_beginning(asked: str) -> None:
    assert "ғарыш кемесі" not in _words(understand(asked, KNOWN, terms=(TERM,)), Origin.VOCABULARY)


def test_names_in_latin_letters_stay() -> None:
    term = Term(theme="t", kk=("ғарыш айлағы",), ru=("космодром",), said=("space port",))

    understood = understand("Space Port anyqtama", KNOWN, terms=(term,))

    assert understood.meant == "Space Port анықтама"
    assert "космодром" in _words(understood, Origin.VOCABULARY)


@pytest.mark.parametrize(("typed", "figure"), [("пятнадцать", "15"), ("отыз", "30")])
def test_number_words_are_looked_for_as_figures_too(typed: str, figure: str) -> None:
    assert {typed, figure} <= _words(understand(f"апостиль {typed}", KNOWN), Origin.TYPED)


@pytest.mark.parametrize("added", ["апастиль", "куәлікапостиль"])
def test_a_word_that_people_added_is_not_put_right(added: str) -> None:
    term = Term(theme="t", kk=("ғарыш",), ru=("космос",), said=(added,))

    assert understand(added, KNOWN).meant != added  # like a known word, or two of them
    assert understand(added, KNOWN, terms=(term,)).meant == added
    assert _words(understand(added, KNOWN, terms=(term,)), Origin.VOCABULARY) == {"ғарыш", "космос"}


def test_a_word_with_yo_is_put_right_and_looked_for_as_typed() -> None:
    understood = understand("тетрёдка", WordsInMemory("тетрадка"))

    assert _words(understood, Origin.SPELLING) == {"тетрадка"}


def test_a_phrase_is_read_in_another_script() -> None:
    assert understand('"balabaqsha kezegi"', KNOWN).phrases == (("балабақша", "кезегі"),)


def test_endless_words_are_cut_before_any_cache_keeps_them() -> None:
    understood = understand("а" * 500 + " апостиль", KNOWN)

    assert max(len(word) for concept in understood.concepts for word in concept.words) <= LONGEST_TOKEN
    assert len(understood.typed) < 200


def test_question_words_tell_nothing() -> None:
    understood = understand("апостиль алу үшін қанша төлеймін?", KNOWN)

    assert [concept.typed for concept in understood.concepts] == ["апостиль"]


def test_a_query_of_question_words_alone_is_searched_for_them() -> None:
    assert understand("қанша төлеймін", KNOWN).concepts


def test_what_was_put_right_is_said_and_both_wordings_are_looked_for() -> None:
    understood = understand("Апосстиль керек!", KNOWN)

    assert understood.meant == "апостиль керек!"
    assert _words(understood, Origin.SPELLING) == {"апостиль"}
    assert "апосстиль" in _words(understood, Origin.TYPED)


def test_another_script_is_read() -> None:
    understood = understand("anyqtama", KNOWN)

    assert understood.meant == "анықтама"
    assert understood.language is Language.KK


def test_phrases_and_ids_are_kept_apart() -> None:
    understood = understand('"аңшы куәлігі" mon2099-01', KNOWN)

    assert understood.phrases == (("аңшы", "куәлігі"),)
    assert "mon2099-01" in understood.ids


@pytest.mark.parametrize("text", ["!!!", "— «»", '"?"', "\u200b", "🦅"])
def test_a_text_without_a_word(text: str) -> None:
    with pytest.raises(BadQuery, match="no word"):
        understand(text, KNOWN)


def test_a_pasted_text_stays_within_the_engines_limits() -> None:
    understood = understand("қызмет алушыға куәлік анықтама беру мерзімі " * 20, KNOWN)

    assert len(understood.concepts) <= MOST_CONCEPTS
    assert sum(1 for concept in understood.concepts for _ in concept.words) <= MOST_WORDINGS + MOST_CONCEPTS * 2


def test_a_word_that_asks_is_no_misspelled_word_of_the_texts() -> None:
    known = WordsInMemory("бұған апостиль берсем апару")

    assert understand("бүгін апостиль", known).meant == "бүгін апостиль"
    assert understand("бұғян апостиль", known).meant == "бұған апостиль"
