from hypothesis import given
from hypothesis import strategies as st

from kb.text import Token, tokenise


def test_words_have_their_folded_spelling_and_their_place() -> None:
    text = "Мeмлекеттік қы\u00adзмет, 0,5 АЕК"
    assert tokenise(text) == (
        Token("мемлекеттік", 0, 11), Token("қызмет", 12, 19), Token("0,5", 21, 24), Token("аек", 25, 28),
    )  # fmt: skip


def test_what_stays_in_a_word_and_what_parts_it() -> None:
    words = [token.text for token in tokenise("egov.kz Қ.А. 01.02.2020 жұп-жұп об’єкт a_b 50%-ы өзен:Ертіс т.б.")]
    assert words == [
        "egov", "kz", "қ", "а", "01.02.2020", "жұп", "жұп", "об’єкт", "a", "b", "50", "ы", "өзен", "ертіс", "т", "б",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_places_point_into_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text
        end = token.end
