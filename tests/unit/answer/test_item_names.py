"""Short names of listed documents; the items are invented."""

import pytest

from kb.answer.documents.item_names import item_name
from kb.model import Attribute, Language
from tests.unit.extract.list_reading import read_list

KK, RU = Language.KK, Language.RU

NAMES = [
    ("заявление по форме согласно приложению 2 к Правилам", RU, "заявление"),
    ("документ, подтверждающий уплату сбора за улей, за исключением оплаты через шлюз", RU,
     "документ, подтверждающий уплату сбора за улей"),
    ("отчет о научной и (или) технической работе пасеки", RU, "отчет о научной и технической работе пасеки"),
    ("нотариально удостоверенная доверенность, в случае обращения представителя", RU,
     "нотариально удостоверенная доверенность"),
    ("карта пасеки (оригинал для сверки). Карта возвращается владельцу", RU, "карта пасеки"),
    ("осы Қағидаларға 2-қосымшаға сәйкес нысан бойынша өтініш", KK, "өтініш"),
    ("шлюз арқылы төленген жағдайларды қоспағанда, төлем туралы түбіртек", KK, "төлем туралы түбіртек"),
    ("омарта картасының (ұя картасының) көшірмесі", KK, "омарта картасының көшірмесі"),
    ("омартаның өкілі жүгінген жағдайда нотариалды куәландырылған сенімхат)", KK,
     "нотариалды куәландырылған сенімхат"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "language", "short"), NAMES)
def test_a_name_has_the_head_words_of_its_item(printed: str, language: Language, short: str) -> None:
    (statement,) = read_list(f"1) {printed}.", language, Attribute.DOCUMENT)[:1]
    assert item_name(statement, 90) == short


def test_a_long_russian_name_is_cut_behind_and_a_kazakh_one_before() -> None:
    russian, kazakh = (
        read_list(f"1) {text}.", language, Attribute.DOCUMENT)[0]
        for text, language in (
            ("выписка пасечного союза о числе ульев и породах пчёл за прошлый год", RU),
            ("омарташылар одағының ұялар саны мен ара тұқымдары туралы былтырғы анықтамасы", KK),
        )
    )
    assert item_name(russian, 30) == "выписка пасечного союза о…"
    assert item_name(kazakh, 30) == "…туралы былтырғы анықтамасы"
