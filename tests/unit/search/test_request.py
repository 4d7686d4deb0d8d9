"""Queries that cannot be run are told apart at once."""

from datetime import date

import pytest

from kb.search import BadQuery, SearchRequest
from kb.search.request import quoted_phrases

DAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        (" \t\n", "empty"),
        ("а" * 1001, "1,001 characters, at most 1,000"),
        ("а" * 100_000, "100,000 characters"),
        ("слово\x00", r"control character \(U\+0000\) at place 6"),
        ("\x1b[31m", "control character"),
        ("a\udcffb", "control character"),
    ],
)
def test_a_text_that_cannot_be_searched(text: str, message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        SearchRequest(text=text, as_of=DAY)


@pytest.mark.parametrize("limit", [0, -1, 101])
def test_a_limit_outside_its_range(limit: int) -> None:
    with pytest.raises(BadQuery, match="1 to 100"):
        SearchRequest(text="слово", as_of=DAY, limit=limit)


@pytest.mark.parametrize("text", ["слово", "a\tb\nc", "🦅 e\u0301", "а" * 1000, "x\u200by"])
def test_a_text_that_can(text: str) -> None:
    assert SearchRequest(text=text, as_of=DAY).text == text


def test_phrases_stand_in_paired_quotes() -> None:
    assert quoted_phrases('беру "аңшы куәлігі" мен “ескі құжат”') == ("аңшы куәлігі", "ескі құжат")
    assert quoted_phrases('беру "аңшы куәлігі') == ()
    assert quoted_phrases("«Азаматтарға арналған үкімет»") == ()
