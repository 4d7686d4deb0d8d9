"""Grounds for refusal, written for these tests."""

import pytest

from kb.model import Attribute, Language, Text
from kb.norms import codes
from tests.unit.extract.list_reading import read_list, words

KK, RU = Language.KK, Language.RU
GROUND = Attribute.REFUSAL_GROUND


def coded(text: str, language: Language) -> list[str | None]:
    return [item.value.code for item in read_list(text, language, GROUND) if isinstance(item.value, Text)]


CODES = [
    ("1) установление недостоверности документов;", RU, "false_data"),
    ("1) құжаттардың анық еместігін анықтау;", KK, "false_data"),
    ("1) несоответствие пасеки требованиям;", RU, "not_matching"),
    ("1) омартаның талаптарға сәйкес келмеуі;", KK, "not_matching"),
    ("1) отсутствие согласия на доступ к персональным данным;", RU, "no_consent"),
    ("1) решение суда о запрете пчеловодства;", RU, "court_ban"),
    ("1) лишение специального права;", RU, "lost_right"),
    ("1) отказ в приёме документов при неполном пакете;", RU, "refusal_of_acceptance"),
    ("1) пчёлы улетели;", RU, None),
]


@pytest.mark.parametrize(("text", "language", "wanted"), CODES)
def test_grounds_in_common_wording_have_a_code(text: str, language: Language, wanted: str | None) -> None:
    assert coded(text, language) == [wanted]
    assert wanted is None or wanted in codes("refusal_kind")


def test_grounds_of_one_sentence_are_parted_by_semicolons() -> None:
    text = "недостоверность документов; несоответствие пасеки требованиям; решение суда."
    assert words(read_list(text, RU, GROUND)) == [
        "недостоверность документов",
        "несоответствие пасеки требованиям",
        "решение суда",
    ]


def test_the_numbered_introduction_is_no_ground() -> None:
    text = "10. Основаниями для отказа в оказании государственной услуги являются, если пчеловод:\n1) не имеет пасеки;"
    statements = read_list(text, RU, GROUND)
    assert words(statements) == ["не имеет пасеки"]


def test_words_that_close_the_whole_are_not_part_of_the_last_ground() -> None:
    text = (
        "1) омартаның болмауы;\n"
        "2) ұсынылған деректердің анық еместігі анықталғанда мемлекеттік қызмет көрсетуден бас тарту үшін негіз "
        "болып табылады."
    )
    assert words(read_list(text, KK, GROUND)) == [
        "омартаның болмауы",
        "ұсынылған деректердің анық еместігі анықталғанда",
    ]


def test_asking_again_is_no_ground() -> None:
    text = "1) недостоверность документов.\nПосле устранения причин отказа пчеловод вправе обратиться повторно."
    assert words(read_list(text, RU, GROUND)) == ["недостоверность документов"]


SENTENCES = [
    (
        "Основанием для отказа в выдаче билета при замене лодки является течь в днище.",
        RU,
        [("течь в днище", "при замене лодки")],
    ),
    (
        "1) лодканың болмауы;\n2) билеттің болмауы.\n"
        "Қайықты ауыстыру кезінде түбінің тесілуі мемлекеттік қызметті көрсетуден бас тартуға негіз болып табылады.",
        KK,
        [("лодканың болмауы", None), ("билеттің болмауы", None), ("түбінің тесілуі", "Қайықты ауыстыру кезінде")],
    ),
    (
        "1) қайықтың болмауы;\n2) қайық тіркелмеген жағдайларда билетті беруден бас тартады.",
        KK,
        [("қайықтың болмауы", None), ("қайық тіркелмеген", None)],
    ),
    ("1) нет лодки; 2) нет весел", RU, [("нет лодки", None), ("нет весел", None)]),
    (
        "1. Қайықтың болмауы;\n2. Ескектің болмауы. Билет ескі болса, кассир бас тартады.",
        KK,
        [
            ("Қайықтың болмауы", None),
            ("Ескектің болмауы", None),
            ("Билет ескі болса, кассир бас тартады", None),
        ],
    ),
    ("1) нет лодки.\nЗаконом могут устанавливаться иные основания для отказа.", RU, [("нет лодки", None)]),
    ("1) қайық жоқ.\nЗаңда бас тарту үшін өзге де негіздер белгіленуі мүмкін.", KK, [("қайық жоқ", None)]),
    (
        "1) борышкер болса.\nБорышкер:\nкелісімді;\nөтелген шоттарды ұсынған жағдайда, осы талап қолданылмайды.",
        KK,
        [("борышкер болса", None)],
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), SENTENCES)
def test_a_ground_is_parted_from_the_words_around_it(
    text: str, language: Language, wanted: list[tuple[str, str | None]]
) -> None:
    found = read_list(text, language, GROUND)
    assert [
        (item.value.text, item.scope.case.text if item.scope.case else None)
        for item in found
        if isinstance(item.value, Text)
    ] == wanted
