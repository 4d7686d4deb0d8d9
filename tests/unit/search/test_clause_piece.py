"""Long clauses are divided without losing a word."""

from hypothesis import given
from hypothesis import strategies as st

from kb.search.clause_piece import LONGEST, divide_span


def test_a_short_clause_is_one_piece_without_its_blanks() -> None:
    text = "x \n Үш жұмыс күні. \n y"
    (piece,) = divide_span(text, 1, len(text) - 1)
    assert text[piece.start : piece.end] == "Үш жұмыс күні."


def test_blank_and_ruled_lines_are_no_piece() -> None:
    assert list(divide_span(" \n --- \n", 0, 8)) == []


def test_a_long_clause_is_cut_between_sentences() -> None:
    text = "Өтініш порталда тіркеледі. " * 200
    pieces = list(divide_span(text, 0, len(text)))
    assert len(pieces) > 4
    assert all(text[piece.start : piece.end].endswith(".") for piece in pieces)
    assert all(text[piece.start : piece.end].startswith("Өтініш") for piece in pieces)


@given(st.text(alphabet="аб .\n", max_size=4 * LONGEST))
def test_no_word_is_lost_and_no_piece_is_too_long(text: str) -> None:
    pieces = list(divide_span(text, 0, len(text)))
    assert all(piece.end - piece.start <= LONGEST for piece in pieces)
    assert "".join(text[piece.start : piece.end] for piece in pieces).count("а") == text.count("а")
    assert [piece.start for piece in pieces] == sorted({piece.start for piece in pieces})
