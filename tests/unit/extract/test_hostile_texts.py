"""Texts that would hang a careless pattern: each is read through, and what was read quotes the text."""

import pytest

from kb.extract import extract_document, extract_text
from kb.model import Language
from tests.unit.extract.documents import read_act
from tests.unit.extract.test_act import TABLE

SIZE = 20_000  # a cubic pattern would need hours for this
PIECES = [
    " ", "\n", "код ", "«", "«»", "a", "1 ", "қызмет ", "(", ".", "а.", "-", "мерзімі ", "мерзім: ", "1 жұмыс күні ",
    "5 АЕК ", "№ ", "№ 5 бұйрық ", "портал ", "әкім, ", "нәтиже ", "10 % ", "тегін ", "не более ", "1) ",
    "электронная (",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_repeated_pieces_are_read_through(piece: str) -> None:
    text = "Мерзімі: " + (piece * SIZE)[:SIZE]
    found = extract_text(text, Language.KK).statements
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.quote for item in found)


@pytest.mark.parametrize("piece", [" ", "код ", "«", "услуга «"])
def test_an_act_with_them_keeps_its_service(piece: str) -> None:
    text = TABLE.replace("Зелёный", (piece * SIZE)[:SIZE] + " код ")
    found = extract_document(read_act(text, Language.RU))
    assert [mention.name_ru for mention in found.mentions] == ["Выдача билета на сбор клюквы"]
