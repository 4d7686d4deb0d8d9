import re

import pytest

from kb.text import fold, fold_scripts

WORDS = re.compile(r"\S+")


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("Kórsetý merzimi – 5 jumys kúni.", "көрсету мерзімі - 5 жұмыс күні."),
        ("Qūny: 0,5 AEK;\nmerzımı: ekı apta", "құны: 0,5 аек;\nмерзімі: екі апта"),
        ("كورسەتۋ مەرزىمى: 5 جۇمىس كۇنى", "көрсету мерзімі: 5 жұмыс күні"),
        ("Ko\u0301rsety\u0301 \u200bmerzimi", "көрсету мерзімі"),
    ],
)
def test_every_word_of_the_twin_leads_back_to_its_printed_word(text: str, twin: str) -> None:
    folded = fold_scripts(text)
    assert folded.text == twin
    printed = [text[slice(*folded.span(*word.span()))].strip("\u200b") for word in WORDS.finditer(folded.text)]
    assert printed == [word.strip("\u200b") for word in WORDS.findall(text)]


def test_places_of_the_original_lead_into_the_twin() -> None:
    text = "Quny: 0,5 AEK"
    folded = fold_scripts(text)
    assert folded.text[slice(*folded.place(6, 9))] == "0,5"
    assert folded.text[slice(*folded.place(0, len(text)))] == folded.text


@pytest.mark.parametrize("text", ["Мерзімі: 5 жұмыс күні (egov.kz)", "The term is 5 working days.", "", "12 345,6"])
def test_other_texts_are_folded_as_ever(text: str) -> None:
    assert fold_scripts(text) == fold(text)
