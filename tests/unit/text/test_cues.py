"""Cues of data files in a text."""

import pytest

from kb.text.cues import find_cue
from kb.text.words import read_words


@pytest.mark.parametrize(
    ("text", "cue", "places"),
    [
        ("неше АЕК, неше күн", "неше күн*", (2, 3)),  # the closest words of it
        ("қанша жұмыс күні, қанша күн", "қанша күн*", (3, 4)),
        ("қанша жұмыс күні", "қанша күн*", (0, 2)),  # words may stand between
        ("қанша жұмыс пен демалыс және мереке күні", "қанша күн*", ()),  # not so many
        ("күн қанша", "қанша күн*", ()),
    ],
)
def test_a_cue_stands_where_its_words_are_closest(text: str, cue: str, places: tuple[int, ...]) -> None:
    assert find_cue(read_words(text), cue, language="kk") == places
