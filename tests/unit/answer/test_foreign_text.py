"""Texts without a Cyrillic letter: Kazakh and Russian in other letters, and other languages."""

import pytest

from kb.answer.reading.foreign_text import is_foreign
from kb.text import put_right
from tests.unit.search.known_words import WordsInMemory

KNOWN = WordsInMemory("апостиль қанша тұрады қайда сколько стоит құжат беріледі анықтама справка")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Wie lange dauert eine Bescheinigung?", True),
        ("Apostil qansha turady?", False),
        ("Skolko stoit spravka", False),
        ("Fgjcnbkm crjkmrj cnjbn", False),  # the wrong keyboard
        ("Zorbatron", False),  # one word tells no language
        ("Қайда барсам болады бұл жаққа?", False),
    ],
)
def test_a_third_language_is_told_by_its_words(text: str, foreign: bool) -> None:
    assert is_foreign(text, put_right(text), KNOWN.known) is foreign
