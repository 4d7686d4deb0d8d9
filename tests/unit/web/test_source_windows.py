"""Windows of a source text: they cover it, and they show what is marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.web.source_view import WINDOW, first_for, window

TEXTS = {
    "short": "one\ntwo\n",
    "no line feed": "a" * (3 * WINDOW + 17),
    "lines": "\n".join(f"line {number}" for number in range(9000)),
    "blank lines": "\n" * (2 * WINDOW),
    "one long line among short": "a\n" * 4000 + "b" * (2 * WINDOW) + "\nc" * 4000,
    "empty": "",
}


def walk(text):
    shown, first = [], 0
    while True:
        view = window(text, first=first, mark=(0, 0))
        shown.append(view)
        if view.later is None:
            return shown
        assert view.later > first
        first = view.later


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_windows_one_after_another_cover_the_text(text):
    views = walk(text)
    assert views[0].start == 0
    assert views[-1].end == len(text)
    for one, following in pairwise(views):
        assert following.start == one.end


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_walking_back_reaches_the_beginning(text):
    view = walk(text)[-1]
    for _ in range(1 + len(text) // 1000):
        if view.earlier is None:
            break
        assert view.earlier < view.start
        before = window(text, first=view.earlier, mark=(0, 0))
        assert before.end >= view.start
        view = before
    assert view.start == 0


@given(
    st.text(alphabet="aқ \n", max_size=400).map(lambda text: text * 60),
    st.integers(min_value=0, max_value=24_000),
    st.integers(min_value=1, max_value=300),
)
def test_marked_words_are_what_stands_between_the_offsets(text, start, length):
    end = min(start + length, len(text))
    view = window(text, first=first_for((start, end)), mark=(start, end))
    marked = "\n".join(line.marked for line in view.lines).strip("\n")
    assert marked == text[start:end].strip("\n")
    for line in view.lines:
        assert text.split("\n")[line.number - 1].endswith(line.before + line.marked + line.after) or view.start


@pytest.mark.parametrize("first", [0, 5, 10**9])
def test_first_beyond_the_end_shows_the_end(first):
    view = window("one\ntwo", first=first, mark=(0, 0))
    assert view.end == 7
