"""References to acts, in sentences made for these tests."""

from datetime import date

import pytest

from kb.extract.free_text import extract_text
from kb.model import ActReference, Language
from kb.model.act import ActType

CASES = [
    (
        "Мерзімі 2018 жылғы 3 қыркүйектегі № 71 бұйрыққа сәйкес 6 жұмыс күні.",
        Language.KK,
        (ActType.ORDER, "71", date(2018, 9, 3)),
    ),
    (
        "Срок оказания установлен приказом Министра от 12 мая 2021 года № ҚР ДСМ-44 и составляет 3 рабочих дня.",
        Language.RU,
        (ActType.ORDER, "ҚР ДСМ-44", date(2021, 5, 12)),
    ),
    (
        "Срок установлен постановлением Правительства от 05.02.2019 № 310.",
        Language.RU,
        (ActType.RESOLUTION, "310", date(2019, 2, 5)),
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_type_number_and_date_are_read(text: str, language: Language, wanted: tuple[ActType, str, date]) -> None:
    found = [item.value for item in extract_text(text, language).statements if isinstance(item.value, ActReference)]
    assert [(value.type, value.number, value.date) for value in found] == [wanted]
