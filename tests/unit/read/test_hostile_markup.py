"""Markup that is opened and never closed.

Nothing here looks at a clock: the texts are so long that work growing with their square would not come to an end.
"""

import tracemalloc

import pytest

from kb.read import Head, words_of
from kb.read.grid import MAX_COLSPAN, MAX_ROWSPAN, Placed, place_cells
from kb.read.words import trim

LENGTH = 200_000


def _filled(piece: str) -> str:
    return piece * (LENGTH // len(piece))


@pytest.mark.parametrize("piece", ["<script>", "<style ", "<title>", "<title", "<!--", "<script></style>", "</script "])
def test_head_of_a_page_of_openings(piece: str) -> None:
    text = _filled(piece)
    head = Head.of(f"{text}<p>сөз".encode(), media_type="text/html", document="a.html")
    assert head.text == text[:20_000]
    assert head.title is None


def test_scripts_and_styles_are_left_out_up_to_the_first_that_stays_open() -> None:
    page = "<SCRIPT a>if (a < b) {}</Script ><p>а</p><style>p{}</style>" + "<script>x</script>" * 9 + "<p>б<script>в"
    head = Head.of(page.encode(), media_type="text/html", document="a.html")
    assert head.text == "<p>а</p><p>б<script>в"


def test_title_stands_anywhere() -> None:
    page = f"<script>{_filled('x')}</script><TITLE lang='kk'>\nПарк <b>ашық</b></title >"
    assert Head.of(page.encode(), media_type="text/html", document="a.html").title == "Парк ашық"


@pytest.mark.parametrize(
    ("piece", "words"),
    [("<!--", None), ("<!-->", ""), ("<a ", None), ("<", None), ("<!-- а -->", ""), ("<b>", ""), ("-->", None)],
)
def test_words_of_a_text_of_openings(piece: str, words: str | None) -> None:
    text = _filled(piece)
    assert words_of(text) == (" ".join(text.split()) if words is None else words)


def test_comment_is_left_out_with_its_tags_and_an_open_one_stays() -> None:
    assert words_of("а<!-- <b> > -->б<i>в</i><!-- г <u>д</u>") == "абв<!-- г д"


@pytest.mark.parametrize("piece", [" ", "<b>", "<", ">", "<b> ", "\u00a0\n", "><"])
def test_edges_of_a_text_with_a_long_middle(piece: str) -> None:
    text = f" <p> а{_filled(piece)}б <br></p>\n"
    start, end = trim(text, 0, len(text))
    assert text[start:end] == f"а{_filled(piece)}б"


@pytest.mark.parametrize("piece", [" ", "<b>", "<b> ", " <>", "\u00a0\n"])
def test_text_that_is_all_edge_is_empty(piece: str) -> None:
    text = _filled(piece)
    start, end = trim(text, 0, len(text))
    assert start == end


@pytest.mark.parametrize(
    ("text", "words"),
    [("<a<b>в<г<д>", "<a<b>в<г"), ("а>", "а>"), ("<а", "<а"), ("а <б> в> <г>", "а <б> в>"), ("<<а>>", "<<а>>")],
)
def test_edges_are_whole_tags(text: str, words: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == words


def test_spans_of_a_table_take_room_by_columns_and_not_by_area() -> None:
    wide = [[Placed(0, 1, MAX_ROWSPAN, MAX_COLSPAN)] * 20, *[[Placed(0, 1)]] * (MAX_ROWSPAN - 1)]
    tracemalloc.start()
    cells = place_cells(wide)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {cell.column for cell in cells[20:]} == {20 * MAX_COLSPAN}
    assert peak < 10_000_000
