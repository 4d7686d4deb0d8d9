"""References to acts, in sentences made for these tests."""

import time
from datetime import date

import pytest

from kb.extract.free_text import extract_text
from kb.extract.passage import cut_passage
from kb.extract.references import extract_references, find_references
from kb.model import ActReference, Language, SourceKind
from kb.model.act import ActType
from tests.unit.extract.documents import read_act

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


def _references(text: str, language: Language) -> list[tuple[str, str | None, date | None]]:
    document = read_act(text, language)
    passage = cut_passage(document, 0, len(document.text), service="", source_kind=SourceKind.ACT)
    values = [one.value for one in extract_references(passage)]
    return [
        (value.type.value, value.number or value.title, value.date)
        for value in values
        if isinstance(value, ActReference)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("приказ № 7153 от 21.04.2031", [("order", "7153", date(2031, 4, 21))]),
        ("приказ № 7153, 21.04.2031", [("order", "7153", date(2031, 4, 21))]),
        ("приказ № 7153 (от 2 мая 2031 года)", [("order", "7153", date(2031, 5, 2))]),
        (
            "приказами № 7012 от 01.02.2030, № 7153 от 21.04.2031",
            [("order", "7012", date(2030, 2, 1)), ("order", "7153", date(2031, 4, 21))],
        ),
        ("приказом от 3 мая 2030 года № 7, 21.04.2031 года изданным", [("order", "7", date(2030, 5, 3))]),
        ("приказ № 7 от 31.02.2030", [("order", "7", None)]),
    ],
)
def test_a_date_behind_the_number(text: str, wanted: list[tuple[str, str, date | None]]) -> None:
    assert _references(text, Language.RU) == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("приказ № 7 «Об утверждении регламента лодок»", Language.RU, ["order"]),
        ("«Қайық стандартын бекіту туралы» № 7 бұйрық", Language.KK, ["order"]),
        ("он сказал: «приказ № 7 неясен»", Language.RU, ["order"]),
    ],
)
def test_words_of_a_title_are_no_type(text: str, language: Language, wanted: list[str]) -> None:
    assert [kind for kind, _, _ in _references(text, language)] == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("приказ № 7 (зарегистрирован в Реестре государственной регистрации под № 70011)", Language.RU),
        ("приказ № 7 (регистрационный номер № 70011)", Language.RU),
        ("№ 7 бұйрық (Нормативтік актілерді мемлекеттік тіркеу тізілімінде № 70011 болып тіркелген)", Language.KK),
        ("№ 7 бұйрық (№ 70011 болып тіркелген)", Language.KK),
    ],
)
def test_a_number_of_registration_is_not_that_of_an_act(text: str, language: Language) -> None:
    assert [number for _, number, _ in _references(text, language)] == ["7"]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("«Қайықтар туралы» ҚР Заңы 9-1 бап", Language.KK, [("law", "Қайықтар туралы", None)]),
        ("по Закону РК «О лодках» срок дан", Language.RU, [("law", "О лодках", None)]),
        ("Закон от 3 мая 2030 года № 70-VI «О лодках»", Language.RU, [("law", "70-VI", date(2030, 5, 3))]),
        ("Закон «Весло» принят", Language.RU, []),
    ],
)
def test_laws_by_their_titles(text: str, language: Language, wanted: list[tuple[str, str, date | None]]) -> None:
    assert _references(text, language) == wanted


@pytest.mark.parametrize("words", ["№ 1 ", "№ 1 приказ ", "приказ № 1 от 01.02.2018, ", "№ 1 «", "закон «о "])
def test_the_worst_text_takes_time_in_line_with_its_length(words: str) -> None:
    document = read_act(words * (100_000 // len(words)), Language.RU)
    passage = cut_passage(document, 0, len(document.text), service="", source_kind=SourceKind.ACT)
    start = time.process_time()
    list(find_references(passage, 0, len(passage.plain)))
    assert time.process_time() - start < 2
