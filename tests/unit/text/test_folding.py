import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.text import TextError, fold, fold_kazakh

# what real files hold: both scripts, composing marks, invisible characters, blanks of all kinds, dashes, line ends
PIECES = st.sampled_from([
    *"абвйёәіңғүұқөһАЙЁӘІҢҒҮҰҚӨҺaceiopxyNKzЗО0123579 -–—−.,()%№",
    "и\u0306", "е\u0308", "И\u0306", "у\u0301", "a\u0302", "и\u200b\u0306", "\u0306", "İ",
    "\u00ad", "\u200b", "\ufeff", "\u2060", "\u00a0", "\u2003", "\u2800", "\t", "\n", "\r\n", "\r", "\x00", "\x85",
])  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=60))


@pytest.mark.parametrize(
    ("given_text", "folded"),
    [
        ("Мeмлекеттiк ҚЫЗМEТ", "мемлекеттік қызмет"),
        ("Kіріспе, AШМ, IIМ", "кіріспе, ашм, іім"),
        ("отыrsa жатақhana", "отырса жатақхана"),
        ("www.еgov.kz порталegov", "www.egov.kz порталegov"),
        ("egov passport IV", "egov passport iv"),
        ("З0 күн, 2О17 жыл, 1О", "30 күн, 2017 жыл, 10"),
        ("3О-ға Оралда, Зат 5Зат", "30-ға оралда, зат 5зат"),
        ("1–2 — 3 ‑ 4 − 5", "1-2 - 3 - 4 - 5"),
        ("қы\u00adзмет\u200b \u2060беру\ufeff", "қызмет беру"),
        ("и\u0306од е\u0308лка до\u0301гово\u0301р", "йод ёлка договор"),
        ("а\u00a0б\tв  г\u2800д", "а б в  г д"),
        ("а\r\nб\rв\u2028г\x0cд", "а\nб\nв\nг\nд"),
    ],
)
def test_one_spelling(given_text: str, folded: str) -> None:
    assert fold(given_text).text == folded


def test_span_leads_to_the_words_as_written() -> None:
    original = "Тегін:\tқы\u00adзмет и\u0306од\r\nкелесі"
    folded = fold(original)
    for word, written in [("қызмет", "қы\u00adзмет"), ("йод", "и\u0306од"), ("келесі", "келесі"), ("\n", "\n")]:
        at = folded.text.index(word)
        start, end = folded.span(at, at + len(word))
        assert original[start:end] == written
        assert folded.place(start, end) == (at, at + len(word))


def test_dropped_characters_have_an_empty_place() -> None:
    folded = fold("а\u200b\u200bб")
    assert folded.text == "аб"
    assert folded.place(1, 3) == (1, 1)
    assert folded.span(1, 1) == (3, 3)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 4), (2, 1)])
def test_spans_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(TextError, match="outside a text of 3 characters"):
        fold("абв").span(start, end)


@given(TEXTS)
def test_each_character_comes_from_its_own_place(text: str) -> None:
    folded = fold(text)
    places = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] or before == after for before, after in pairwise(places))
    for at, (start, end) in enumerate(places):
        first, last = folded.place(start, end)
        assert first <= at < last
    assert folded.span(0, len(folded.text)) == (places[0][0], places[-1][1]) if places else True


@given(TEXTS, st.data())
def test_folding_a_slice_gives_the_slice_of_the_folded_text(text: str, data: st.DataObject) -> None:
    """Lower case and NFC of what a span points at is what stands in the folded text, look-alikes apart."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text.count("\n", start, end) <= sum(
        text[first:last].count(sign) for sign in "\n\r\x0b\x0c\x85\u2028\u2029"
    )


@given(TEXTS)
def test_folded_text_is_lower_case_without_blanks_but_spaces(text: str) -> None:
    folded = fold(text).text
    assert folded == folded.lower()
    assert not set(folded) & set("\t\r\u00a0\u00ad\u200b\ufeff–—−\x00")


@given(st.lists(PIECES, max_size=60).map("".join))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet="абвгдйёәіңғүұқөһ ,.1", max_size=80))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    decomposed = fold(unicodedata.normalize("NFD", text))
    assert decomposed.text == fold(text).text
    assert decomposed.span(0, len(decomposed.text)) == (0, decomposed.length)


def test_kazakh_letters_as_typed_on_a_russian_keyboard() -> None:
    assert fold_kazakh("Әке, інісі, ҢҒҮҰҚӨҺ") == "Аке, иниси, НГУУКОХ"
