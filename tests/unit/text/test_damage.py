import pytest

from kb.model import Language
from kb.text import analyse, stem


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("к у ә л і к берілді", "куәлік берілді"),
        ("Б Ұ Й Р Ы Қ", "бұйрық"),
        ("отыrsa", "отырса"),
        ("апостил беру", "апостиль беру"),
        ("заявлениe подает", "заявление подаёт"),
        ("обьект", "объект"),
        ("кундiзгi мектеп", "күндізгі мектеп"),
    ],
)
def test_damaged_words_have_the_stems_of_whole_ones(damaged: str, whole: str) -> None:
    assert analyse(damaged).kk == analyse(whole).kk


def test_a_word_broken_at_a_line_end_is_whole_beside_its_parts() -> None:
    assert stem("анықтама", Language.KK) in analyse("анық-\nтама беру").kk
    assert {"үй", "жай"} <= set(analyse("үй-\nжай").exact)


@pytest.mark.parametrize("text", ["а, б, в, г", "а б в", "1 2 3 4"])
def test_lists_of_letters_stay_apart(text: str) -> None:
    assert all(len(word) == 1 for word in analyse(text).exact)
