"""Texts that are long and odd: each function answers within seconds, whatever stands in them."""

import time

import pytest

from kb.text import (
    analyse,
    find_numbers,
    fold,
    highlight,
    identify_language,
    mask_personal,
    number_tokens,
    put_right,
    swap_layout,
    to_cyrillic,
    tokenise,
    word_languages,
)

LENGTH = 20_000
PIECES = [
    "a", "а", "o", "1", "1.", "1, ", "1 ", "1-", "111 ", "№ ", "(", "-", " ", "\t", "\n", "\u200b", "и\u0306", "\u0306",
    "аa",    "ла", "он ", "бір ", "жүз", "a1/", "8 (", "+7", "\"1", "1)", "қ'", "ا", "2017 жыл ", "3-тармақ, ", "\x00",
    "gf ", "g;-", "4a", "Иванов ", "атым ", "a@b.", "87", "kz1", "123 ABC ", "а ", "аб-\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_row_of_one_piece(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    began = time.monotonic()
    folded = fold(text)
    assert folded.span(0, len(folded.text))[1] <= len(text)
    find_numbers(folded.text)
    tokenise(text)
    analyse(text)
    identify_language(text)
    to_cyrillic(text)
    swap_layout(text)
    highlight(text, text)
    put_right(text)
    mask_personal(text)
    number_tokens(text)
    word_languages(text)
    assert time.monotonic() - began < 10
