"""Stored word places give the same highlights as reading the text again."""

import pytest

from kb.search.marked_text import marks_from_json, marks_to_json, match_words
from kb.text import highlight

TEXT = "Өтінішке фотосурет пен МЕДИЦИНАЛЫҚ анықтама; справка № 12/3 қоса беріледі, e\u0301t\u00adc."


@pytest.mark.parametrize("query", ["анықтамалар", "медициналық справка", "фатосурет", "12", "жоқ сөз"])
def test_same_places_as_highlighting_the_text(query: str) -> None:
    marks = marks_from_json(marks_to_json(TEXT))
    assert marks.matching(match_words(marks.words, query)) == highlight(TEXT, query)


def test_a_text_without_words() -> None:
    marks = marks_from_json(marks_to_json("— …"))
    assert (marks.words, marks.places) == ([], [])
    assert match_words(marks.words, "слово") == frozenset()
