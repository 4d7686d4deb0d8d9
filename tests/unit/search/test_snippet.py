"""The window of a long clause that is shown."""

from kb.search.snippet import WIDEST, choose_window, clip_highlights
from kb.text import highlight

FILLER = "жай ғана сөздер тізбегі осында тұр " * 30


def test_a_short_text_is_shown_whole() -> None:
    assert choose_window("қысқа мәтін", ()) == (0, len("қысқа мәтін"))


def test_the_window_holds_the_words_that_match() -> None:
    text = f"{FILLER}лицензия мен апостиль {FILLER}"
    matches = highlight(text, "лицензия апостиль")
    start, end = choose_window(text, matches)
    shown = text[start:end]
    assert end - start <= WIDEST
    assert [shown[first:last] for first, last in clip_highlights(matches, (start, end))] == ["лицензия", "апостиль"]
    assert text[start - 1] == " "
    assert text[end] == " "


def test_the_densest_place_is_chosen() -> None:
    text = f"лицензия {FILLER}лицензия мен апостиль {FILLER}"
    start, end = choose_window(text, highlight(text, "лицензия апостиль"))
    assert "апостиль" in text[start:end]


def test_without_matches_the_beginning_is_shown() -> None:
    start, end = choose_window(FILLER, ())
    assert (start, FILLER[end]) == (0, " ")
