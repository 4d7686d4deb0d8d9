"""Misspelled, glued and split words are put right by what the base knows, and nothing else is touched."""

import pytest

from kb.search.spelling import MOST_WORDS, Unit, put_words_right
from tests.unit.search.known_words import WordsInMemory

KNOWN = WordsInMemory("анықтама анықтамасын апостиль қою беру лицензия мұражай жатақхана жолдама түрде медициналық")


def _meant(text: str) -> str:
    return " ".join(word for unit in put_words_right(text.split(), KNOWN) for word in unit.meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("апосстиль қою", "апостиль қою"),  # a letter too much
        ("апостль қою", "апостиль қою"),  # one too few
        ("апотсиль қою", "апостиль қою"),  # two in the wrong order
        ("анықтмасын беру", "анықтамасын беру"),
        ("аныктамосын беру", "анықтамасын беру"),  # a wrong letter, Kazakh ones not typed
        ("медициналқ түрде", "медициналық түрде"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert _meant(typed) == meant


def test_glued_words_are_parted_and_split_ones_joined() -> None:
    assert put_words_right(["лицензияберу"], KNOWN) == (Unit(("лицензияберу",), ("лицензия", "беру")),)
    assert put_words_right(["лицен", "зия"], KNOWN) == (Unit(("лицен", "зия"), ("лицензия",)),)
    assert _meant("наапостиль жолдамаға") == "на апостиль жолдамаға"


@pytest.mark.parametrize(
    "text",
    [
        "лицензиясыз лицензиялар",  # other forms of known words
        "апостильдендірілмегендерден",  # a known word with endings that no text has
        "выдали справку вовремя",  # Russian words that the base does not have
        "abcde 12345 v1500011584 қзқзқ",  # like no known word, and no words
        "кқ" * 499,  # debris
        "тура",  # short words are other words when one letter differs
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert _meant(text) == text


@pytest.mark.parametrize("typed", ["апарамын", "апарсам", "апарайын", "апардық", "апарайык"])
def test_a_verb_in_a_person_that_no_text_speaks_in_is_no_slip(typed: str) -> None:
    known = WordsInMemory("апара апар апарад апаратын апарса апарсан апарды апардың апарай сам")

    assert put_words_right([typed], known) == (Unit((typed,), (typed,)),)


def test_a_pasted_text_is_left_as_it_is() -> None:
    words = ["апосстиль"] * (MOST_WORDS + 1)

    assert all(not unit.corrected for unit in put_words_right(words, KNOWN))
